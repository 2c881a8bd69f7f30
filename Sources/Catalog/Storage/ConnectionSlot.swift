import GRDB

import class Foundation.NSLock

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
