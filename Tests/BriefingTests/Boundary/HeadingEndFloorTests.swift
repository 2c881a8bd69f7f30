import Foundation
import Testing

@testable import Briefing

/// The share of briefings whose boundaries must stay right: headings and bodies that nothing was learned from.
@Suite("The share of headings found")
struct HeadingEndFloorTests {
  struct Pair {
    var language: Substring
    var heading: Substring
    var body: Substring
    var isQuestion: Bool { heading.last(where: { $0 != "!" }).map { "?？؟;".contains($0) } ?? false }
    var isCaseless: Bool { ["ja", "zh", "ko", "ar", "he", "fa", "hi", "th"].contains(language) }
    var isRight: Bool { boundary(of: "\(heading) \(body)").body == heading.utf8.count + 1 }
  }

  private static func pairs() throws -> [Pair] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "briefings.tsv")
    let text = try String(contentsOf: path, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t")
      return Pair(language: fields[0].dropFirst(6), heading: fields[1], body: fields[2])
    }
  }

  @Test("Every question of the briefings ends at its mark")
  func questions() throws {
    let wrong = try HeadingEndFloorTests.pairs().filter { $0.isQuestion && !$0.isRight }
    for pair in wrong { Issue.record("\(HeadingEnd.why("\(pair.heading) \(pair.body)"))") }
  }

  @Test("Of statements in scripts with case, 95 of 100 are found")
  func statements() throws {
    let pairs = try HeadingEndFloorTests.pairs().filter { !$0.isQuestion && !$0.isCaseless }
    let wrong = pairs.filter { !$0.isRight }
    #expect(wrong.count * 100 <= pairs.count * 5, "\(wrong.map(\.heading))")
  }

  @Test("Of statements in scripts without case, 92 of 100 are found")
  func caseless() throws {
    let pairs = try HeadingEndFloorTests.pairs().filter { !$0.isQuestion && $0.isCaseless }
    let wrong = pairs.filter { !$0.isRight }
    #expect(wrong.count * 100 <= pairs.count * 8, "\(wrong.map(\.heading))")
  }
}
