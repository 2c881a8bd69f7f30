extension Row {
  private static let longest = 64

  /// What a file of the story is called, without an ending: its day, the words of its headline, its id.
  ///
  /// Nothing but letters, digits and hyphens, so that it can neither climb out of its folder nor command a terminal; at most
  /// 100 bytes; and a name of its own, because ids are.
  public var fileName: String {
    let day = String(date.iso8601.prefix(10).unicodeScalars.filter { Self.isPlain($0) })
    let parts = [day, Self.slug(of: headline), String(id.text.unicodeScalars.filter { Self.isPlain($0) })]
    return parts.filter { !$0.isEmpty }.joined(separator: "-")
  }

  private static func slug(of headline: String) -> String {
    var slug = ""
    for word in FoldedText.words(of: headline) {
      let letters = String(String.UnicodeScalarView(word.unicodeScalars.filter(isOfWord)))
      guard !letters.isEmpty else { continue }
      let room = longest - slug.utf8.count - (slug.isEmpty ? 0 : 1)
      // A word that is too long to go in whole is cut only where it is the first: others are whole words.
      guard letters.utf8.count <= room || slug.isEmpty else { break }
      slug += (slug.isEmpty ? "" : "-") + cut(letters, to: room)
    }
    return slug
  }

  private static func cut(_ word: String, to limit: Int) -> String {
    var cut = String.UnicodeScalarView()
    var count = 0
    for scalar in word.unicodeScalars {
      count += UTF8.width(scalar)
      if count > limit { break }
      cut.append(scalar)
    }
    return String(cut)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }
}
