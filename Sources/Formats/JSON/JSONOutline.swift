/// Where the values of an object or an array stand in JSON, without what is in them; also of one that is cut or damaged
/// further on.
struct JSONOutline {
  /// A value, and the key that it stands under; in an array the key is empty.
  struct Part {
    var key: String
    var value: Range<Int>
    /// Whether its end is there.
    var isWhole: Bool
  }

  /// In the order in which they stand.
  private(set) var parts: [Part] = []

  /// What stands in the outermost brackets of a range. Linear, however deep it nests.
  /// - Parameter most: how many parts are looked for.
  init(of bytes: [UInt8], in range: Range<Int>? = nil, most: Int = .max) {
    var scanner = Scanner(bytes: bytes, range: range ?? Self.body(of: bytes))
    parts = scanner.parts(most: most)
  }

  /// The value under a key.
  func value(_ key: String) -> Range<Int>? { parts.last { $0.key == key }?.value }

  /// The whole values of the array that stands in a range.
  static func elements(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    JSONOutline(of: bytes, in: range).parts.filter { $0.isWhole && $0.key.isEmpty }.map(\.value)
  }

  private static func body(of bytes: [UInt8]) -> Range<Int> {
    (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<bytes.count
  }
}

private struct Scanner {
  let bytes: [UInt8]
  var at: Int
  let end: Int

  init(bytes: [UInt8], range: Range<Int>) {
    (self.bytes, at, end) = (bytes, range.lowerBound, range.upperBound)
  }

  mutating func parts(most: Int) -> [JSONOutline.Part] {
    skipBlank()
    guard at < end, bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "[") else { return [] }
    let isObject = bytes[at] == UInt8(ascii: "{")
    at += 1
    var parts: [JSONOutline.Part] = []
    while parts.count < most {
      skipBlank()
      guard at < end, bytes[at] != UInt8(ascii: "}"), bytes[at] != UInt8(ascii: "]") else { break }
      guard let key = isObject ? takeKey() : "" else { break }
      skipBlank()
      let start = at
      let isWhole = skipValue()
      parts.append(JSONOutline.Part(key: key, value: start..<at, isWhole: isWhole))
      skipBlank()
      guard at < end, bytes[at] == UInt8(ascii: ",") else { break }
      at += 1
    }
    return parts
  }

  private mutating func skipBlank() {
    while at < end, bytes[at] <= 0x20 { at += 1 }
  }

  private mutating func takeKey() -> String? {
    guard bytes[at] == UInt8(ascii: "\"") else { return nil }
    let start = at + 1
    skipString()
    let key = String(decoding: bytes[start..<max(start, at - 1)], as: UTF8.self)
    skipBlank()
    guard at < end, bytes[at] == UInt8(ascii: ":") else { return nil }
    at += 1
    return key
  }

  private mutating func skipString() {
    at += 1
    while at < end, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    at = min(at + 1, end)
  }

  /// False where it ends with the text.
  private mutating func skipValue() -> Bool {
    var depth = 0
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        skipString()
        if depth == 0 { return at < end || bytes[at - 1] == UInt8(ascii: "\"") }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { return true }
        if depth == 0 {
          at += 1
          return true
        }
      case UInt8(ascii: ","): if depth == 0 { return true }
      default: break
      }
      at += 1
    }
    return false
  }
}
