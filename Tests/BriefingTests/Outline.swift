import Briefing
import Foundation
import Testing

/// A reading as labelled lines, so that two of them can be compared and the first difference shown.
///
/// White space is folded (a no-break space counts as a space), and neighbouring pieces that were set aside for one reason
/// count as one piece; everything else is exact.
struct Outline: Equatable {
  private(set) var lines: [String] = []

  init(_ reading: Reading) {
    let story = reading.story
    add("headline", story.headline)
    for bullet in story.summary { add("bullet", bullet) }
    for paragraph in story.lede { add("lede", paragraph) }
    for section in story.sections {
      add("heading", section.heading)
      for paragraph in section.blocks { add("paragraph", paragraph) }
    }
    add("sources", story.sources.joined(separator: ", "))
    add("publisher", story.publisher ?? "none")
    for piece in reading.setAside { addSetAside(piece.reason.rawValue, piece.text) }
  }

  /// Reads what `courant show --json` prints.
  init(json: Data) throws {
    let story = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    add("headline", try #require(story["headline"] as? String))
    for bullet in try #require(story["summary"] as? [String]) { add("bullet", bullet) }
    try addParagraphs("lede", story["lede"])
    for section in try #require(story["sections"] as? [[String: Any]]) {
      add("heading", try #require(section["heading"] as? String))
      try addParagraphs("paragraph", section["paragraphs"])
    }
    add("sources", try #require(story["sources"] as? [String]).joined(separator: ", "))
    add("publisher", story["publisher"] as? String ?? "none")
    for piece in try #require(story["setAside"] as? [[String: String]]) {
      addSetAside(try #require(piece["reason"]), try #require(piece["text"]))
    }
  }

  /// A sentence about the first line that differs; nil where none does.
  func firstDifference(from expected: Outline) -> String? {
    let count = max(lines.count, expected.lines.count)
    for index in 0..<count {
      let got = index < lines.count ? lines[index] : "the end"
      let wanted = index < expected.lines.count ? expected.lines[index] : "the end"
      if got != wanted { return "line \(index + 1)\n  expected \(wanted)\n  got      \(got)" }
    }
    return nil
  }

  private mutating func addParagraphs(_ label: String, _ value: Any?) throws {
    for paragraph in try #require(value as? [[String: Any]]) {
      add(
        label, try #require(paragraph["text"] as? String),
        try #require(paragraph["citations"] as? [String]))
    }
  }

  private mutating func add(_ label: String, _ paragraph: Block) {
    add(label, paragraph.text, paragraph.distinctCitations.map(\.address))
  }

  private mutating func add(_ label: String, _ text: String, _ citations: [String] = []) {
    let marks = citations.isEmpty ? "" : " [\(citations.joined(separator: ", "))]"
    lines.append("\(label): \(Self.folded(text))\(marks)")
  }

  private mutating func addSetAside(_ reason: String, _ text: String) {
    let label = "set aside as \(reason): "
    if let last = lines.last, last.hasPrefix(label) {
      lines[lines.count - 1] = "\(last) \(Self.folded(text))"
    } else {
      lines.append(label + Self.folded(text))
    }
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
