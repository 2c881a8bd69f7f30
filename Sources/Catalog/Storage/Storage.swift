import GRDB
import Synchronization

/// The connections of one catalog: who reads never waits for who writes.
///
/// On disk there are up to four, each opened when it is first needed; in memory there is one for everything. Whoever
/// holds a connection keeps it short, because others wait for their turn.
final class Storage: Sendable {
  private enum Role: Hashable {
    case reading, counting, writing, following
  }

  /// Nil for a catalog in memory.
  let files: CatalogFiles?
  /// That the catalog was brought into a newer form when it was opened.
  let upgrade: Upgrade?
  /// Lets others look at the file without harm to the connections.
  private let file: HeldFile?
  private let open: Mutex<[Role: DatabaseQueue]>
  private let seen = Mutex(Seen())

  /// What each connection said of the commits of others when it was asked last.
  private struct Seen {
    var revisions: [Role: Int] = [:]
    /// Whether something was written while no connection was asked.
    var isMissed = false
  }

  private init(files: CatalogFiles?, upgrade: Upgrade? = nil, open: [Role: DatabaseQueue]) {
    self.files = files
    self.upgrade = upgrade
    file = files.flatMap { HeldFile($0.catalog) }
    self.open = Mutex(open)
  }

  /// A connection that only reads cannot put the files in order: so it is not the last to go.
  deinit {
    open.withLock { open in
      guard !isInMemory else { return }
      for role in [Role.reading, .counting] { try? open[role]?.close() }
    }
  }

  var isInMemory: Bool { files == nil }

  static func inMemory() throws(CatalogError) -> Storage {
    try rethrowing {
      let queue = try Connection.inMemory()
      return Storage(files: nil, open: [.reading: queue, .counting: queue, .writing: queue, .following: queue])
    }
  }

  /// A catalog that is there already.
  static func onDisk(_ files: CatalogFiles, forms: Forms = .current) throws(CatalogError) -> Storage {
    try rethrowing(files) {
      let (queue, upgrade) = try Opening(files, forms: forms).reading()
      return Storage(files: files, upgrade: upgrade, open: [.reading: queue])
    }
  }

  /// A catalog that is made if it is not there.
  ///
  /// - Parameter onNetwork: whether its disk is another machine's; then what keeps readers and writers apart on one machine
  ///   is not used.
  static func creating(_ files: CatalogFiles, onNetwork: Bool) throws(CatalogError) -> Storage {
    try rethrowing(files) {
      try Opening(files).create(onNetwork: onNetwork)
    }
    return try onDisk(files)
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try read(by: .reading, body)
  }

  /// Reads what may take as long as the catalog is large, while others go on reading.
  func count<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try read(by: .counting, body)
  }

  private func read<Value>(by role: Role, _ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    do {
      return try Self.rethrowing(files) { try queue(role).read(body) }
    } catch {
      throw blamed(error)
    }
  }

  /// Changes the catalog; nothing else is changed meanwhile.
  func write<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try Self.rethrowing(files) {
      try queue(.writing).inDatabase { database in try Self.transaction(.immediate, in: database, body) }
    }
  }

  /// Changes the catalog without waiting until the disk has it: a power failure may take it back, a crash of the program
  /// may not.
  func writeLightly<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try Self.rethrowing(files) {
      try queue(.writing).inDatabase { database in
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? database.execute(sql: "PRAGMA synchronous = FULL") }
        return try Self.transaction(.immediate, in: database, body)
      }
    }
  }

  /// Changes the lookup, and only that: marks of the user need not wait meanwhile.
  func follow<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    do {
      return try Self.rethrowing(files) {
        try queue(.following).inDatabase { database in try Self.transaction(.deferred, in: database, body) }
      }
    } catch {
      throw blamed(error)
    }
  }

  /// Where it is the lookup that is garbled, it is thrown away, so that it is made again when the catalog is next opened.
  private func blamed(_ error: CatalogError) -> CatalogError {
    guard case .corrupt = error, let files, (try? Connection.isSound(files)) ?? false else { return error }
    files.removeLookup()
    return .corrupt(path: files.lookup)
  }

  /// Whether anyone else wrote into the catalog since this was asked last.
  ///
  /// A connection is told of all commits but its own: so the one that writes is asked, once there is one.
  func hasChanged() throws(CatalogError) -> Bool {
    try Self.rethrowing(files) {
      let (role, queue) = open.withLock { open in
        (open[.writing] == nil ? Role.reading : .writing, open[.writing] ?? open[.reading])
      }
      guard let revision = try queue.map(Self.revision) else { return false }
      return seen.withLock { seen in
        defer { (seen.revisions[role], seen.isMissed) = (revision, false) }
        return seen.isMissed || seen.revisions[role] != revision
      }
    }
  }

  private static func revision(of queue: DatabaseQueue) throws -> Int {
    try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  private func queue(_ role: Role) throws -> DatabaseQueue {
    try open.withLock { open in
      if let queue = open[role] { return queue }
      guard let files else { throw CatalogError.readOnly }
      let queue =
        switch role {
        case .following: try Connection.following(files)
        case .writing: try Connection.writing(files)
        case .reading, .counting: try Opening(files).reading().queue
        }
      if role == .writing, let reading = open[.reading] { try handOver(from: reading, to: queue) }
      open[role] = queue
      return queue
    }
  }

  /// Before the first commit of our own, the connection that writes takes over to be asked what others did.
  private func handOver(from reading: DatabaseQueue, to writing: DatabaseQueue) throws {
    let (taken, left) = (try Self.revision(of: writing), try Self.revision(of: reading))
    seen.withLock { seen in
      seen.isMissed = seen.isMissed || seen.revisions[.reading].map { $0 != left } ?? false
      seen.revisions[.writing] = taken
    }
  }

  private static func transaction<Value>(
    _ kind: Database.TransactionKind, in database: Database, _ body: (Database) throws -> Value
  ) throws -> Value {
    var value: Value?
    try database.inTransaction(kind) {
      value = try body(database)
      return .commit
    }
    guard let value else { throw CatalogError.storage(code: 1, message: "a transaction gave nothing") }
    return value
  }
}
