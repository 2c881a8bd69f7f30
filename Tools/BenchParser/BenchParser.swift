import Briefing
import Foundation

/// Prints how many megabytes a second the parser reads on one core.
///
/// `bench-parser FOLDER [ROUNDS]` reads every file of a folder into memory, parses all of them `ROUNDS` times (5), and
/// prints the rates of the slowest and of the fastest round. `bench-parser --lined [ROUNDS]` does so with stories in Markdown that
/// it makes up, `bench-parser --write-lined FOLDER` writes those for other programs to read, and `bench-parser --print FILE` prints
/// what the parser makes of one file.
@main
struct BenchParser {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--print", let path = arguments.dropFirst().first {
      return show(StoryParser.parse(try bytes(path)))
    }
    if arguments.first == "--lined" {
      return measure(LinedText.stories(200), rounds: arguments.dropFirst().first.flatMap { Int($0) } ?? 5)
    }
    if arguments.first == "--write-lined", let folder = arguments.dropFirst().first { return try writeLined(folder) }
    guard !arguments.isEmpty else {
      return print("usage: bench-parser FOLDER|--lined [ROUNDS], bench-parser --write-lined FOLDER")
    }
    let folder = arguments.removeFirst()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let stories = try names.map { try bytes(folder + "/" + $0) }
    measure(stories, rounds: arguments.first.flatMap { Int($0) } ?? 5)
  }

  /// Writes the texts with lines into a folder, which is there, for other programs to read.
  private static func writeLined(_ folder: String) throws {
    for (number, story) in LinedText.stories(200).enumerated() {
      try Data(story).write(to: URL(fileURLWithPath: "\(folder)/\(number).md"))
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func measure(_ stories: [[UInt8]], rounds: Int) {
    let size = stories.reduce(0) { $0 + $1.count }
    var rates: [Double] = []
    var sections = 0
    for _ in 0..<max(1, rounds) {
      let clock = ContinuousClock()
      let time = clock.measure {
        for story in stories { sections += StoryParser.parse(story).story.sections.count }
      }
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      rates.append(Double(size) / seconds / 1e6)
    }
    let (slowest, fastest) = (Int(rates.min() ?? 0), Int(rates.max() ?? 0))
    print(
      "\(stories.count) stories, \(size) bytes, \(sections / max(1, rounds)) sections: \(slowest) to \(fastest) MB/s")
  }

  private static func show(_ reading: Reading) {
    let story = reading.story
    print("headline: \(story.headline)")
    for bullet in story.summary { print("bullet:   \(bullet)") }
    for paragraph in story.lede { show(paragraph) }
    for section in story.sections {
      print("section:  \(section.heading) (\(section.level))")
      for paragraph in section.blocks { show(paragraph) }
    }
    print("sources:  \(story.sources)")
    print(
      "publisher: \(story.publisher ?? "-") authors: \(story.authors) url: \(story.url ?? "-") published: \(story.published?.iso8601 ?? "-")"
    )
    for piece in reading.setAside { print("aside:    \(piece.place) \(piece.reason.rawValue): \(piece.text)") }
  }

  private static func show(_ paragraph: Block) {
    let containers = paragraph.containers.map { container in
      if case .item(let item) = container { item.marker } else { ">" }
    }
    print("  \(paragraph.kind) \(containers.joined(separator: " ")) \(paragraph.text)")
    for span in paragraph.spans { print("    \(span.range): \(span.style)") }
    for citation in paragraph.citations {
      print("    at \(citation.place): \(citation.host) \(citation.url ?? "") \(citation.label ?? "")")
    }
  }
}
