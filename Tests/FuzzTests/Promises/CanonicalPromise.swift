@testable import Briefing

/// What is printed, in both forms that say they are one, parses back to the same, and prints again to the same bytes. It is one
/// story, and two where it stands twice.
enum CanonicalPromise {
  static func broken(by input: [UInt8]) -> String? {
    let reading = StoryParser.parse(input)
    let forms: [(name: String, print: (Reading) -> String)] = [
      ("text", { CanonicalPrinter.text(of: $0) }), ("Markdown", { MarkdownPrinter.text(of: $0) }),
    ]
    for (form, print) in forms {
      let text = print(reading)
      let again = StoryParser.parse(Array(text.utf8))
      if plain(again) != plain(reading) {
        return "as \(form), it reads back as another story:\n\(text)\n\(plain(reading))\n\(plain(again))"
      }
      if !print(again).isVerbatim(text) { return "as \(form), it is not printed again as it was:\n\(text)" }
      if let flaw = flaw(inDivisionOf: text, hasHeadline: !reading.story.headline.isEmpty) {
        return "as \(form), \(flaw)"
      }
    }
    return nil
  }

  /// Markdown without a headline does not say where it begins.
  private static func flaw(inDivisionOf text: String, hasHeadline: Bool) -> String? {
    let bytes = Array(text.utf8)
    if StoryRanges.find(in: bytes).count != 1 { return "it comes apart:\n\(text)" }
    guard hasHeadline else { return nil }
    let ranges = StoryRanges.find(in: bytes + bytes)
    let areBoth = ranges.count == 2 && ranges.allSatisfy { (bytes + bytes)[$0].elementsEqual(bytes) }
    return areBoth ? nil : "it does not come apart from another: \(ranges)\n\(text)"
  }

  /// The reading without the places of its input, each piece set aside on one line, as it is written.
  private static func plain(_ reading: Reading) -> Reading {
    var plain = reading
    if plain.story.published != nil { plain.stamp.date = nil }
    plain.setAside = reading.setAside.map { piece in
      SetAside(place: 0..<0, text: String(piece.text.map { $0 == "\n" ? " " : $0 }), reason: piece.reason)
    }
    return plain
  }
}
