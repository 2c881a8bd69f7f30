@testable import Briefing

/// What is printed, in both forms that say they are one, parses back to the same, and prints again to the same bytes.
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
    }
    return nil
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
