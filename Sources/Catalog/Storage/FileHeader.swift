import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a file says of itself in its first hundred bytes, read without opening it as a database: SQLite would leave traces
/// beside it (https://www.sqlite.org/fileformat2.html, 1.3 and 4).
struct FileHeader {
  /// Not even the words that every database begins with are there.
  let isDatabase: Bool
  let application: Int
  /// The schema version.
  let version: Int
  let isWAL: Bool
  /// How many bytes the file has by its own account; nil if it does not tell.
  private let length: Int?

  enum Look {
    case missing
    /// A file of no bytes, as SQLite makes before it first writes.
    case empty
    /// No plain file, or one that cannot be read.
    case unreadable
    case header(FileHeader)
  }

  /// What the file says, and what is committed beside it in its write-ahead log and will be said.
  static func look(at path: String) -> Look {
    guard let file = HeldFile(path) else { return Files.exists(path) ? .unreadable : .missing }
    guard let bytes = RawBytes.read(file.descriptor, at: 0, count: 100) else { return .unreadable }
    if bytes.isEmpty { return .empty }
    return .header(FileHeader(WriteAheadLog.firstPage(of: path) ?? bytes))
  }

  private init(_ bytes: [UInt8]) {
    isDatabase = bytes.count == 100 && bytes.starts(with: "SQLite format 3\0".utf8)
    application = isDatabase ? RawBytes.number(bytes, at: 68) : 0
    version = isDatabase ? RawBytes.number(bytes, at: 60) : 0
    isWAL = isDatabase && bytes[18] == 2
    let isUpToDate = isDatabase && bytes[24..<28] == bytes[92..<96]
    length = isUpToDate ? RawBytes.number(bytes, at: 28) * RawBytes.pageSize(bytes) : nil
  }

  /// Whether the file ends before it should, with nothing beside it that may fill it up.
  func isCutShort(at path: String) -> Bool {
    guard let length, !CatalogFiles.companions(of: path).contains(where: { Files.size(of: $0) > 0 }) else {
      return false
    }
    return Files.size(of: path) < length
  }

  var isCatalog: Bool { isDatabase && application == CatalogSchema.applicationID }
}

/// The file beside a database that says how a transaction that was broken off is taken back.
enum RollbackJournal {
  /// Whether there is one, be it of a transaction that is still going on.
  ///
  /// SQLite looks at the first byte alone (https://www.sqlite.org/lockingv3.html, 4.0), so that a beginning that was half
  /// written keeps out whoever only reads, too.
  static func isDue(_ path: String) -> Bool {
    guard let file = HeldFile(path + "-journal") else { return false }
    return RawBytes.read(file.descriptor, at: 0, count: 1)?.first.map { $0 != 0 } ?? false
  }
}

/// Bytes of files, and numbers in them.
enum RawBytes {
  /// Fewer where the file ends; nil if it cannot be read.
  ///
  /// A disk that fails once may not fail again, and what is not read here is given up: so it is tried three times.
  static func read(_ file: Int32, at offset: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    for _ in 0..<3 {
      let got = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, count, off_t(offset)) }
      guard got >= 0 else { continue }
      bytes.removeLast(count - got)
      return bytes
    }
    return nil
  }

  /// Four bytes, the highest first.
  static func number(_ bytes: [UInt8], at place: Int) -> Int {
    guard place >= 0, place + 4 <= bytes.count else { return 0 }
    return bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// How large the pages of a database are, from its header: two bytes, in which 1 stands for 65 536.
  static func pageSize(_ header: [UInt8]) -> Int {
    let size = number(header, at: 16) >> 16
    return size == 1 ? 65_536 : size
  }
}
