/// Words of a mail's header in other letters than ASCII: `=?utf-8?q?caf=C3=A9?=` (RFC 2047).
public enum EncodedWords {
  /// A header with such words decoded; blanks between two of them are none of the text. Linear.
  ///
  /// - Parameter decode: gives bytes in the encoding of a name in UTF-8; nil for one that it does not know, whose words then
  ///   stay as they are.
  public static func decode(
    _ value: [UInt8], _ decode: (_ bytes: [UInt8], _ charset: String) -> [UInt8]?
  ) -> [UInt8] {
    var reader = HeaderText(value)
    var index = 0
    while index < value.count {
      if let word = word(in: value, at: index) {
        reader.add(word, decode)
        index = word.range.upperBound
      } else {
        reader.add(index, decode)
        index += 1
      }
    }
    reader.flush(decode)
    return reader.text
  }

  fileprivate struct Word {
    var range: Range<Int>
    var charset: String
    var bytes: [UInt8]
  }

  private static let mark = UInt8(ascii: "?")
  /// A word has 75 letters, but not everybody keeps to it.
  private static let longest = 4096

  private static func word(in value: [UInt8], at start: Int) -> Word? {
    guard value[start] == UInt8(ascii: "="), start + 1 < value.count, value[start + 1] == mark,
      let charsetEnd = value[(start + 2)...].prefix(64).firstIndex(of: mark),
      value.count > charsetEnd + 2, value[charsetEnd + 2] == mark
    else { return nil }
    let from = charsetEnd + 3
    let last = min(value.count - 1, from + longest)
    guard let end = (from..<max(from, last)).first(where: { value[$0] == mark && value[$0 + 1] == UInt8(ascii: "=") })
    else { return nil }
    // What stands behind a `*` is a language.
    let name = String(decoding: value[(start + 2)..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
    guard let bytes = bytes(of: value[from..<end], as: value[charsetEnd + 1]) else { return nil }
    return Word(range: start..<end + 2, charset: name.lowercased(), bytes: bytes)
  }

  private static func bytes(of encoded: ArraySlice<UInt8>, as encoding: UInt8) -> [UInt8]? {
    switch encoding | 0x20 {
    case UInt8(ascii: "b"): TransferEncoding.base64(encoded)
    case UInt8(ascii: "q"):
      TransferEncoding.quotedPrintable(encoded.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    default: nil
    }
  }
}

/// A header as it is decoded.
private struct HeaderText {
  private let value: [UInt8]
  private(set) var text: [UInt8] = []
  /// The word read last, with those of its encoding right behind it: letters may be parted between them.
  private var pending: EncodedWords.Word?
  /// Blanks of which it is not known yet whether they part two such words.
  private var blanks = 0..<0

  init(_ value: [UInt8]) { self.value = value }

  mutating func add(_ word: EncodedWords.Word, _ decode: ([UInt8], String) -> [UInt8]?) {
    if let start = pending?.range.lowerBound, pending?.charset == word.charset {
      pending?.range = start..<word.range.upperBound
      pending?.bytes += word.bytes
    } else {
      let isBehindWord = pending != nil
      flush(decode)
      if !isBehindWord { text += value[blanks] }
      pending = word
    }
    blanks = 0..<0
  }

  mutating func add(_ index: Int, _ decode: ([UInt8], String) -> [UInt8]?) {
    if value[index] <= 0x20 {
      blanks = (blanks.isEmpty ? index : blanks.lowerBound)..<index + 1
      return
    }
    flush(decode)
    text += value[blanks]
    blanks = 0..<0
    text.append(value[index])
  }

  mutating func flush(_ decode: ([UInt8], String) -> [UInt8]?) {
    guard let word = pending else { return }
    text += decode(word.bytes, word.charset) ?? Array(value[word.range])
    pending = nil
  }
}
