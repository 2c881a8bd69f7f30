import System

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
