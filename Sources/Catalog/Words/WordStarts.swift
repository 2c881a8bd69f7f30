/// A quick look at a text: whether any of its words could be one of those looked for.
///
/// Cutting a text into words and stemming them costs a hundred times more, and most pieces of a story have none of them.
struct WordStarts {
  /// Up to three lower-case bytes each; stems differ from their words in the last letters only.
  private let starts: [[UInt8]]

  init(_ tokens: [[UInt8]]) {
    starts = tokens.map { Array($0.prefix(min(3, max(1, $0.count - 2)))) }
  }

  /// False only if none of the words can be there.
  func mayStand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var isInWord = false
      for place in bytes.indices {
        let byte = bytes[place]
        if byte >= 0x80, !Self.isPunctuation(bytes, at: place) { return true }
        let isWord = Self.isWord(byte)
        if isWord, !isInWord, starts.contains(where: { Self.has($0, bytes, at: place) }) { return true }
        isInWord = isWord
      }
      return false
    }
  }

  /// Dashes, quotes and the like: U+2000 to U+203F, which take three bytes. Any other letter may fold to a plain one.
  private static func isPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    switch bytes[place] {
    case 0xE2: place + 1 < bytes.count && bytes[place + 1] == 0x80
    case 0x80: place > 0 && bytes[place - 1] == 0xE2
    case 0x81...0xBF: place > 1 && bytes[place - 1] == 0x80 && bytes[place - 2] == 0xE2
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func has(_ start: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + start.count <= bytes.count else { return false }
    for index in start.indices where bytes[place + index] | 0x20 != start[index] | 0x20 { return false }
    return true
  }
}
