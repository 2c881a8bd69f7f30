import Foundation
import Testing
import TmuxSupport

/// `show --json` gives back every word that was put in: in the story, or among what was set aside.
@Suite("Nothing is lost on the way to JSON")
struct NothingLostTests {
  static let files =
    (try? FileManager.default.contentsOfDirectory(atPath: BuiltProgram.seeds))?
    .filter { $0.hasSuffix(".txt") }.sorted() ?? []

  @Test func `there are seeds to look at`() {
    #expect(Self.files.count >= 16)
  }

  @Test(arguments: files)
  func `every word of a seed is in its JSON as often as in the file`(file: String) throws {
    let path = BuiltProgram.seeds + "/" + file
    let line = try BuiltProgram.run(["show", "--json", path]).output
    let story = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let shown = Self.words(in: Self.texts(in: story).joined(separator: " "))
    let written = Self.words(in: try String(contentsOfFile: path, encoding: .utf8))
    // A source is named once a paragraph, and in lower case, however often it stands there.
    let hosts = Set(Self.words(in: (story["sources"] as? [String] ?? []).joined(separator: " ")).keys)
    for (word, count) in written where !hosts.contains(word) {
      #expect(shown[word, default: 0] >= count, "\(word)")
    }
  }

  /// All strings of the story but its keys, its name and its list of sources, which repeat or are not of the text.
  private static func texts(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(texts)
    case let object as [String: Any]:
      object.filter { !["id", "sources", "published", "publisher", "reason"].contains($0.key) }.values.flatMap(texts)
    default: []
    }
  }

  private static func words(in text: String) -> [String: Int] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }
}
