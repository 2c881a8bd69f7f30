extension Gate {
  /// The words of a block of a story, such as a paragraph: on one line, with single spaces and no-break spaces kept.
  public static func words(of string: String) -> String {
    var string = string
    return string.withUTF8 { input in
      let passage = passUTF8(input)
      return passage.withBytes { clean in
        var builder = ParagraphBuilder(clean, held: passage.held)
        return builder.words(0..<clean.count)
      }
    }
  }
}
