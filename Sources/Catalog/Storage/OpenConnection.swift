import GRDB
import System

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
