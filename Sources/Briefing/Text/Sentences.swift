/// Where the sentences of a paragraph begin and end.
///
/// A full stop ends a sentence only where one may end: not in `3.5`, `U.S. officials`, `J. Smith`, `e.g. this`, `No. 4` or
/// `example.com`, and not inside a quote that goes on. Chinese and Japanese stops end one without a space. Linear in the
/// text.
public enum Sentences {
  /// The sentences as UTF-8 offsets, without the spaces between them; together they cover every word.
  public static func ranges(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { SentenceScanner(bytes: $0).ranges() }
  }

  /// The sentences themselves, in their order.
  static func texts(in text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      SentenceScanner(bytes: bytes).ranges().map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  /// The sentence that something standing at a UTF-8 offset stands behind: the one that holds the last letter before it.
  public static func sentence(before place: Int, in text: String) -> String {
    let ranges = ranges(in: text)
    let range = ranges.last { $0.lowerBound < place } ?? ranges.first
    guard let range else { return text }
    return String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
