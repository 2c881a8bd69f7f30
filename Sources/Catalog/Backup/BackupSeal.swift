/// The last bytes of a backup, behind the catalog: a line that says what it is, how long the catalog is, and its checksum.
///
/// SQLite looks at no bytes behind a database's last page, so that a backup can be opened by its tools, too.
struct BackupSeal: Hashable {
  var length: Int
  var checksum: UInt64

  static let size = 64
  private static let opening = "\ncourant backup 1 "

  var bytes: [UInt8] {
    let text = Self.opening + Self.padded(String(checksum, radix: 16), 16) + " " + Self.padded(String(length), 20)
    return Array(Self.filled(text).utf8) + [0x0A]
  }

  init(length: Int, checksum: UInt64) {
    (self.length, self.checksum) = (length, checksum)
  }

  /// Nil if the bytes are no such line.
  init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(separator: " ")
    guard bytes.count == Self.size, text.hasPrefix(Self.opening), words.count == 5,
      let checksum = UInt64(words[3], radix: 16),
      let length = Int(words[4].prefix { $0 != "\n" }), length >= 0
    else { return nil }
    self.init(length: length, checksum: checksum)
    guard self.bytes == bytes else { return nil }
  }

  private static func padded(_ text: String, _ count: Int) -> String {
    String(repeating: "0", count: max(0, count - text.count)) + text
  }

  private static func filled(_ text: String) -> String {
    text + String(repeating: "\n", count: size - 1 - text.utf8.count)
  }
}
