import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A catalog as one file, with a seal behind it that tells whether it is whole.
enum BackupFile {
  private static let stretch = 1 << 20

  /// Writes the seal behind a catalog that lies in a file, and waits for the disk.
  static func seal(_ path: String) throws {
    let length = Files.size(of: path)
    let seal = BackupSeal(length: length, checksum: try checksum(of: path, length: length))
    try append(seal.bytes, to: path)
    try Files.sync(path)
  }

  /// Writes the catalog of a backup into another file, which is not there yet, once the seal is found to be right.
  /// - Throws: `CatalogError.notBackup` or `damagedBackup`.
  static func unpack(_ path: String, into copy: String) throws {
    let seal = try seal(of: path)
    Files.create(copy)
    let target = open(copy, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard target >= 0 else { throw CatalogError.cannotOpen(path: copy) }
    defer { close(target) }
    var sum = Checksum()
    try each(path, seal.length) { part in
      sum.add(part)
      try write(part, to: target, copy)
    }
    guard sum.value == seal.checksum else { throw CatalogError.damagedBackup(path: path) }
    guard fsync(target) == 0 else { throw Files.failure(copy) }
  }

  /// The seal of a file that is as long as it says.
  private static func seal(of path: String) throws -> BackupSeal {
    guard Files.exists(path) else { throw CatalogError.noBackup(path: path) }
    let size = Files.size(of: path)
    guard let file = HeldFile(path), size >= BackupSeal.size,
      let last = RawBytes.read(file.descriptor, at: size - BackupSeal.size, count: BackupSeal.size),
      let seal = BackupSeal(last)
    else {
      // One that was cut short still begins as a catalog does.
      if case .header(let header) = FileHeader.look(at: path), header.isCatalog {
        throw CatalogError.damagedBackup(path: path)
      }
      throw CatalogError.notBackup(path: path)
    }
    guard seal.length == size - BackupSeal.size else { throw CatalogError.damagedBackup(path: path) }
    return seal
  }

  private static func checksum(of path: String, length: Int) throws -> UInt64 {
    var sum = Checksum()
    try each(path, length) { sum.add($0) }
    return sum.value
  }

  private static func each(_ path: String, _ length: Int, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard let file = HeldFile(path) else { throw CatalogError.cannotOpen(path: path) }
    var place = 0
    while place < length {
      guard let part = RawBytes.read(file.descriptor, at: place, count: min(stretch, length - place)), !part.isEmpty
      else {
        throw CatalogError.damagedBackup(path: path)
      }
      try part.withUnsafeBytes(body)
      place += part.count
    }
  }

  private static func append(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw CatalogError.cannotOpen(path: path) }
    defer { close(file) }
    try bytes.withUnsafeBytes { try write($0, to: file, path) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Darwin)
        let written = Darwin.write(file, part.baseAddress, part.count)
      #else
        let written = Glibc.write(file, part.baseAddress, part.count)
      #endif
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Files.failure(path) }
      rest = rest.dropFirst(written)
    }
  }
}

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

/// The CRC-64 of a stream of bytes, as the xz format defines it (https://tukaani.org/xz/xz-file-format.txt, 6).
///
/// It tells damage by chance, and is no proof against someone who means harm.
struct Checksum {
  private(set) var value: UInt64 = 0

  private static let table: [UInt64] = (0..<256).map { byte in
    (0..<8).reduce(UInt64(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xC96C_5795_D787_0F42 : sum >> 1 }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var sum = ~value
    Self.table.withUnsafeBufferPointer { table in
      for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    }
    value = ~sum
  }
}
