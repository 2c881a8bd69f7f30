/// Letters as a reader compares them, the same wherever something is sought: without case, and without what is written above,
/// below, through or within them.
///
/// A text is decomposed for compatibility (Unicode Standard Annex 15: NFKD), loses its marks and whatever shows nothing, is
/// case-folded, and so on until nothing changes. Marks that are letters of their script stay behind one: vowel signs of
/// India and South-East Asia, and the voicing of kana. Beyond that, letters with a stroke or a hook become plain ones, `æ`
/// becomes `ae`, the letters of Arabic that differ by language or by place become one, and all spaces, hyphens, apostrophes
/// and quotation marks are alike. Syllables of Hangul are composed.
///
/// So texts that are canonically equivalent, or compatible, are folded to the same; and what is folded stays as it is.
public enum LetterFolding {
  /// Another number for another outcome: what was made with an older one has to be made again.
  public static let version = 1

  /// A letter of a folded text, and where it comes from.
  public struct Letter: Hashable, Sendable {
    public var value: UInt32
    /// Of the text before it was folded, in UTF-8: the whole scalar, with the marks on it. Several letters may come of one.
    public var range: Range<Int>
    /// Whether it comes of a symbol, which is a word for itself: the `tm` of `™`.
    public var isApart: Bool
  }

  /// Calls `body` for each letter in turn, as long as that answers true. Linear, and without allocating, but where marks of
  /// Thai, Lao or Tibetan stand in heaps.
  ///
  /// - Parameters:
  ///   - bytes: well-formed UTF-8, as that of a `String` is.
  ///   - range: which of it, on scalar boundaries.
  @inline(__always)
  public static func forEachLetter(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (Letter) -> Bool
  ) {
    var composer = LetterComposer()
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte < 0x80 {
        let letter = Letter(value: UInt32(ascii[Int(byte)]), range: place..<place + 1, isApart: false)
        place += 1
        guard composer.add(letter, body) else { return }
        continue
      }
      let (value, width) = scalar(bytes, at: place)
      guard composer.add(value, place..<place + width, body) else { return }
      place += width
    }
    composer.finish(body)
  }

  /// The same for a whole text.
  static func forEachLetter(of text: String, _ body: (Letter) -> Bool) {
    var text = text
    text.withUTF8 { forEachLetter(of: $0, in: 0..<$0.count, body) }
  }

  /// A text as it is compared.
  public static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    forEachLetter(of: text) { letter in
      if let scalar = Unicode.Scalar(letter.value) { folded.append(scalar) }
      return true
    }
    return String(folded)
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(bytes[place])
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0xFF >> UInt32(width + 1))
    for byte in bytes[(place + 1)..<min(place + width, bytes.count)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (value, width)
  }

  private static let ascii: [UInt8] = (UInt8(0)..<0x80).map { byte in
    switch byte {
    case 0x41...0x5A: byte + 0x20
    case 0x09...0x0D: 0x20
    default: byte
    }
  }
}
