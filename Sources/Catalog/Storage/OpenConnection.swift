import GRDB
import System

import class Foundation.NSLock

/// A connection to a catalog's files, and what is held and watched of them as long as it is open.
///
/// Used by one thread at a time.
final class OpenConnection: Sendable {
  let queue: DatabaseQueue
  /// Whether it is closed after each use: who brings an older catalog forward has to be alone with it.
  let isBrief: Bool
  /// The catalog, and the lookup where the connection has it; none of a catalog in memory.
  private let held: [(path: String, file: HeldFile)]
  private let memories: [SharedMemory]

  init(inMemory queue: DatabaseQueue) {
    self.queue = queue
    isBrief = false
    held = []
    memories = []
  }

  /// Opens files that are there.
  ///
  /// They are held before SQLite opens them, so that it is known which they are; where another program replaces one
  /// meanwhile, they are opened again.
  /// - Throws: `CatalogError.cannotOpen` for a file that cannot be read, and whatever `open` throws.
  init(to paths: [String], isBrief: Bool = false, _ open: () throws -> DatabaseQueue) throws {
    self.isBrief = isBrief
    for _ in 0..<Self.tries {
      let held = try paths.map { path in
        guard let file = HeldFile(path) else { throw CatalogError.cannotOpen(path: path) }
        return (path: path, file: file)
      }
      let queue = try open()
      if held.allSatisfy({ $0.file.isAt($0.path) }) {
        self.queue = queue
        self.held = held
        memories = paths.map(SharedMemory.init(beside:))
        return
      }
      try queue.close()
    }
    throw CatalogError.busy
  }

  private static let tries = 5

  /// Which catalog it is; nil for one in memory.
  var catalog: HeldFile? { held.first?.file }

  /// Whether the lookup that it has is another one than the one that is there now.
  var isLookupReplaced: Bool {
    held.dropFirst().contains { !$0.file.isAt($0.path) }
  }

  func use<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
    for memory in memories { memory.mend() }
    defer { for memory in memories { memory.mend() } }
    return try body(queue)
  }

  /// Whether the log that lies beside a name is that of the file which the connection has open.
  func isLog(of path: String) -> Bool {
    memories.contains { $0.isBeside(path) }
  }

  func close() {
    for memory in memories { memory.mend() }
    try? queue.close()
  }
}

/// The place of a connection: opened when it is first needed, and used by one thread after another.
///
/// Threads wait for their turn here and never within GRDB's dispatch queue: two that met there would start the pool of
/// libdispatch, which then wakes once a second for as long as the process lives.
final class ConnectionSlot: @unchecked Sendable {
  typealias Opener = @Sendable () throws -> OpenConnection

  private let turn = NSLock()
  // Touched only by the thread whose turn it is.
  private var connection: OpenConnection?
  private let open: Opener

  init(_ connection: OpenConnection? = nil, open: @escaping Opener) {
    self.connection = connection
    self.open = open
  }

  /// Uses the connection, opened anew where its lookup was replaced.
  func use<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
    try turn.withLock {
      if let old = connection, old.isLookupReplaced {
        connection = nil
        old.close()
      }
      let connection = try self.connection ?? open()
      self.connection = connection.isBrief ? nil : connection
      defer { if connection.isBrief { connection.close() } }
      return try connection.use(body)
    }
  }

  /// The same, if it is open.
  func useIfOpen<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value? {
    try turn.withLock { try connection?.use(body) }
  }

  /// Whether what lies beside a database as its log belongs to the connection.
  func isLogOf(_ path: String) -> Bool {
    turn.withLock { connection?.isLog(of: path) ?? false }
  }

  /// Lets the connection go, if it is open; the next use opens `other`, or one of its own.
  func replace(by other: OpenConnection? = nil) {
    turn.withLock {
      connection?.close()
      connection = other
    }
  }
}
