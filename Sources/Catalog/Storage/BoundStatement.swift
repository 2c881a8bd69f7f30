import GRDB
import GRDBSQLite

/// A statement that an `add` runs thousands of times a second: its values go to SQLite, and come back, without a box for
/// each, which costs more than most such statements do themselves.
///
/// It is one of those that the connection keeps prepared, and may be run by others in between.
struct BoundStatement {
  private let statement: Statement
  private var handle: OpaquePointer { statement.sqliteStatement }

  init(_ sql: String, in database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
  }

  /// Runs it to its end.
  func run(_ bind: (inout Values) -> Void) throws {
    try forEachRow(bind) { _ in }
  }

  /// The first value of the first row; nil if there is no row, or nothing in it.
  func firstInteger(_ bind: (inout Values) -> Void) throws -> Int64? {
    var first: Int64?
    var isFirst = true
    try forEachRow(bind) { row in
      if isFirst, !row.isNull(0) { first = try row.integer(0) }
      isFirst = false
    }
    return first
  }

  func forEachRow(_ bind: (inout Values) -> Void, _ body: (BoundRow) throws -> Void) throws {
    // Whoever ran it before may have left it where it ended.
    sqlite3_reset(handle)
    var values = Values(handle: handle)
    bind(&values)
    // What is bound is let go with it: large texts are not to wait for the next run.
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    if values.code != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: values.code)) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_DONE: return
      case SQLITE_ROW: try body(BoundRow(handle: handle))
      case let code:
        let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
      }
    }
  }

  /// What stands for the marks in a statement, one after another.
  struct Values {
    fileprivate let handle: OpaquePointer
    fileprivate private(set) var code = SQLITE_OK
    private var index: Int32 = 0

    fileprivate init(handle: OpaquePointer) { self.handle = handle }

    mutating func add(_ number: Int64?) {
      index += 1
      note(number.map { sqlite3_bind_int64(handle, index, $0) } ?? sqlite3_bind_null(handle, index))
    }

    mutating func add(_ number: Int) { add(Int64(number)) }
    mutating func add(_ isTrue: Bool) { add(isTrue ? 1 : 0 as Int64) }

    mutating func add(_ text: String?) {
      index += 1
      guard var text else { return note(sqlite3_bind_null(handle, index)) }
      note(
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            guard let start = characters.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, copied) }
            return sqlite3_bind_text(handle, index, start, Int32(clamping: characters.count), copied)
          }
        })
    }

    mutating func add(_ bytes: [UInt8]) {
      index += 1
      note(
        bytes.withUnsafeBytes { content in
          content.isEmpty
            ? sqlite3_bind_zeroblob(handle, index, 0)
            : sqlite3_bind_blob64(handle, index, content.baseAddress, UInt64(content.count), copied)
        })
    }

    private mutating func note(_ code: Int32) {
      if code != SQLITE_OK { self.code = code }
    }
  }
}

/// A row that a statement stands on.
struct BoundRow {
  fileprivate let handle: OpaquePointer

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// - Throws: `GarbledValue` where the file holds something that it cannot be: a page that was garbled may hold anything.
  func integer(_ column: Int32) throws -> Int64 {
    guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { throw GarbledValue() }
    return sqlite3_column_int64(handle, column)
  }

  /// - Throws: as `integer` does.
  func text(_ column: Int32) throws -> String {
    guard sqlite3_column_type(handle, column) == SQLITE_TEXT, let start = sqlite3_column_text(handle, column) else {
      throw GarbledValue()
    }
    return String(
      decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))), as: UTF8.self)
  }
}

/// A column holds what no program wrote into it.
struct GarbledValue: Error {}

/// Has SQLite copy what it is given (SQLITE_TRANSIENT, which C makes of -1).
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
