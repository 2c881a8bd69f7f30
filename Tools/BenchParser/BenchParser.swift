import Briefing
import Foundation

/// Prints how many megabytes a second the parser reads on one core.
///
/// `bench-parser FOLDER [ROUNDS]` reads every file of a folder into memory, parses all of them `ROUNDS` times (5), and
/// prints the rates of the slowest and of the fastest round. `bench-parser --print FILE` prints what the parser makes of
/// one file.
@main
struct BenchParser {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--print", let path = arguments.dropFirst().first {
      return show(StoryParser.parse(try bytes(path)))
    }
    guard !arguments.isEmpty else { return print("usage: bench-parser FOLDER [ROUNDS]") }
    let folder = arguments.removeFirst()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let stories = try names.map { try bytes(folder + "/" + $0) }
    measure(stories, rounds: arguments.first.flatMap { Int($0) } ?? 5)
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
      print("section:  \(section.heading)")
      for paragraph in section.blocks { show(paragraph) }
    }
    print("sources:  \(story.sources)")
    print("publisher: \(story.publisher ?? "-") url: \(story.url ?? "-") published: \(story.published?.iso8601 ?? "-")")
    for piece in reading.setAside { print("aside:    \(piece.place) \(piece.reason.rawValue): \(piece.text)") }
  }

  private static func show(_ paragraph: Block) {
    print("  text:   \(paragraph.text)")
    for citation in paragraph.citations { print("    at \(citation.place): \(citation.host) \(citation.url ?? "")") }
  }
}
