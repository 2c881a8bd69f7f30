import Briefing
import Foundation
import Samples
import Testing
import TmuxSupport

/// From the first run through all seeds with Space alone.
@Suite("Reading on, on a real screen", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct ReadingOnSessionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(
    "Space alone shows every word of every story, one story after another, and nothing is unread at the end",
    arguments: [(80, 24), (100, 30)])
  func allSeeds(columns: Int, rows: Int) throws {
    #expect(try BuiltProgram.run(["add", BuiltProgram.seeds], home: folder).code == 0)
    let screen = try TmuxScreen(
      columns: columns, rows: rows, [BuiltProgram.courant], environment: ["HOME": folder.path])
    try screen.wait(for: "19 · 19 unread")
    screen.press("Enter")
    var picture = try screen.wait { $0.text.contains("1 of 19") && $0.text.contains("read on") }
    let stories = try Self.seeds()
    var seen = stories.map { _ in Set<String>() }
    for _ in 0..<400 {
      let shown = try #require(stories.firstIndex { picture.lines[0].contains($0.headline.prefix(16)) })
      seen[shown].formUnion(Self.words(of: picture.text))
      if picture.text.contains("nothing more is unread") { break }
      screen.press("Space")
      picture = try screen.waitForRest(after: picture)
    }
    for (story, words) in zip(stories, seen) {
      let missed = story.leaves.flatMap { Self.words(of: $0.text) }.filter { !words.contains($0) }
      #expect(missed.isEmpty, "\(story.headline)")
    }
    screen.press("h")
    try screen.wait(for: "19 · 0 unread")
  }

  private static func seeds() throws -> [Story] {
    let names = try FileManager.default.contentsOfDirectory(atPath: BuiltProgram.seeds)
    return try names.filter { $0.hasSuffix(".txt") }.map { name in
      let file = URL(fileURLWithPath: BuiltProgram.seeds).appendingPathComponent(name)
      return StoryParser.parse([UInt8](try Data(contentsOf: file))).story
    }
  }

  /// Words of letters and digits; of scripts that are broken anywhere, their letters.
  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.flatMap { word in
      word.unicodeScalars.contains { $0.value > 0x2E7F } ? word.map(String.init) : [String(word)]
    }
  }
}
