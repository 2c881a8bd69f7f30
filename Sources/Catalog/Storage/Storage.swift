import GRDB
import Synchronization
import System

/// The connections of one catalog: who reads never waits for who writes, and what is asked of the catalog alone never
/// waits for, and never fails by, the lookup.
///
/// On disk there are up to six, each opened when it is first needed; in memory there is one for everything. Whoever
/// holds a connection keeps it short, because others wait for their turn.
final class Storage: Sendable {
  /// Nil for a catalog in memory.
  let files: CatalogFiles?
  /// That the catalog was brought to this program's schema version: when it was opened, or when it was first changed.
  let upgrade: UpgradeRecord
  /// The file that the catalog is; nil in memory.
  let present: Mutex<HeldFile?>
  /// Where the catalog was kept that another program replaced.
  let kept = Mutex<String?>(nil)
  let others = CommitsOfOthers()
  let slots: Slots
  /// Whether the files are made and brought into order where that is needed.
  let mayChange: Bool
  /// What makes the lookup again where its fold is an older one; nil where it is not changed.
  let remaker: LookupRemaker?

  struct Slots {
    var reading: ConnectionSlot
    /// Reads what may take as long as the catalog is large.
    var counting: ConnectionSlot
    var writing: ConnectionSlot
    /// These have the lookup.
    var finding: ConnectionSlot
    var countingFound: ConnectionSlot
    var following: ConnectionSlot
  }

  private init(inMemory connection: OpenConnection) {
    let slot = ConnectionSlot(connection) { throw CatalogError.readOnly }
    slots = Slots(
      reading: slot, counting: slot, writing: slot, finding: slot, countingFound: slot, following: slot)
    files = nil
    upgrade = UpgradeRecord { _ in }
    mayChange = true
    remaker = nil
    present = Mutex(nil)
  }

  private init(
    _ files: CatalogFiles, _ opening: CatalogOpener, reading connection: OpenConnection, upgrade: UpgradeRecord,
    mayChange: Bool
  ) {
    self.files = files
    self.upgrade = upgrade
    self.mayChange = mayChange
    remaker = mayChange ? LookupRemaker(files, beside: opening) : nil
    present = Mutex(connection.catalog)
    if connection.isBrief { connection.close() }
    let lookup = LookupOpener(files, beside: opening)
    let (others, open) = (others, mayChange ? lookup.finding : lookup.looking)
    let reading = ConnectionSlot(connection.isBrief ? nil : connection, open: opening.connection)
    let writing = ConnectionSlot {
      guard mayChange else { throw CatalogError.readOnly }
      if try opening.older() != nil {
        upgrade.begin()
        if let done = try opening.upgrade() { upgrade.note(done) }
      }
      let connection = try Connection.writing(files)
      let left = try reading.use(CommitsOfOthers.revision)
      others.handOver(left: left, taken: try CommitsOfOthers.revision(of: connection.queue))
      return connection
    }
    slots = Slots(
      reading: reading, counting: ConnectionSlot(open: opening.connection), writing: writing,
      finding: ConnectionSlot(open: open), countingFound: ConnectionSlot(open: open),
      following: ConnectionSlot(open: mayChange ? lookup.following : lookup.followingAsItIs))
  }

  /// A connection that only reads cannot put the files in order: so it is not the last to go.
  deinit {
    guard !isInMemory else { return }
    for slot in [slots.reading, slots.counting, slots.finding, slots.countingFound, slots.following, slots.writing] {
      slot.replace()
    }
  }

  var isInMemory: Bool { files == nil }

  static func inMemory() throws(CatalogError) -> Storage {
    try rethrowing { Storage(inMemory: try Connection.inMemory()) }
  }

  /// A catalog that is there already.
  /// - Parameter upgraded: told when it is brought to this program's schema version, on the thread that needs that.
  static func onDisk(
    _ files: CatalogFiles, migrations: Migrations = .current,
    upgraded: @escaping @Sendable (UpgradeStage) -> Void = { _ in }
  ) throws(CatalogError) -> Storage {
    try rethrowing(files) {
      let opening = CatalogOpener(files, migrations: migrations)
      let (connection, done) = try opening.reading()
      let upgrade = UpgradeRecord(upgraded)
      if let done { upgrade.note(done) }
      return Storage(files, opening, reading: connection, upgrade: upgrade, mayChange: true)
    }
  }

  /// A catalog as it is: nothing is made, mended or brought into order, whatever is asked of it.
  static func looking(at files: CatalogFiles) throws(CatalogError) -> Storage {
    try rethrowing(files) {
      let opening = CatalogOpener(files, mayChange: false)
      let upgrade = UpgradeRecord { _ in }
      return Storage(files, opening, reading: try opening.looking(), upgrade: upgrade, mayChange: false)
    }
  }

  /// A catalog that is made if it is not there.
  ///
  /// - Parameter onNetwork: whether its disk is another machine's; then what keeps readers and writers apart on one machine
  ///   is not used.
  static func creating(
    _ files: CatalogFiles, onNetwork: Bool, upgraded: @escaping @Sendable (UpgradeStage) -> Void = { _ in }
  ) throws(CatalogError) -> Storage {
    try rethrowing(files) {
      try CatalogOpener(files).create(onNetwork: onNetwork)
    }
    return try onDisk(files, upgraded: upgraded)
  }

  /// Brings a catalog that is read in an older version to this program's, which the first change would do, too.
  func bringForward() throws(CatalogError) {
    try Self.rethrowing(files) { try slots.writing.use { _ in } }
  }

  /// Reads the catalog alone.
  func read<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try Self.rethrowing(files) { try slots.reading.use { try $0.read(body) } }
  }

  /// The same for what may take as long as the catalog is large, while others go on reading.
  func count<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try Self.rethrowing(files) { try slots.counting.use { try $0.read(body) } }
  }

  /// Reads the catalog alone, or also what is found in it.
  func read<Value>(finding isFinding: Bool, _ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try isFinding ? find(body) : read(body)
  }

  func count<Value>(finding isFinding: Bool, _ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try isFinding ? countFound(body) : count(body)
  }

  /// Changes the catalog; nothing else is changed meanwhile.
  /// - Throws: `CatalogError.replaced` where another program put another catalog in its place: nothing is kept then.
  func write<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try writing { database in try Self.transaction(.immediate, in: database, body) }
  }

  /// Changes the catalog without waiting until the disk has it: a power failure may take it back, a crash of the program
  /// may not.
  func writeWithoutSync<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try writing { database in
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      defer { try? database.execute(sql: "PRAGMA synchronous = FULL") }
      return try Self.transaction(.immediate, in: database, body)
    }
  }

  /// Copies what is in the catalog's log to where it belongs, as far as nobody reads an older state.
  func settle() throws(CatalogError) {
    guard !isInMemory else { return }
    try Self.rethrowing(files) {
      _ = try slots.writing.useIfOpen { try $0.inDatabase { try $0.checkpoint(.passive) } }
    }
  }

  /// Writes the catalog anew without what is empty in it.
  /// - Returns: false where another program reads it: the file becomes smaller once nobody does.
  func compact() throws(CatalogError) -> Bool {
    try writing { database in
      try database.execute(sql: "VACUUM")
      return try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? 0 == 0
    }
  }

  /// What was written into a file that lies in its place no more is kept nowhere: so that is asked before and afterwards.
  private func writing<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try Self.rethrowing(files) {
      try requireInPlace()
      let value = try slots.writing.use { try $0.inDatabase(body) }
      try requireInPlace()
      return value
    }
  }

  /// Has the next questions asked by connections that are new.
  func forgetWhatWasRead() {
    guard !isInMemory else { return }
    for slot in [slots.reading, slots.finding, slots.following] { slot.replace() }
  }

  /// Whether anyone else wrote into the catalog since this was asked last.
  func hasChanged() throws(CatalogError) -> Bool {
    try Self.rethrowing(files) {
      if let revision = try slots.writing.useIfOpen(CommitsOfOthers.revision) {
        return others.haveCome(revision, by: .writing)
      }
      return others.haveCome(try slots.reading.use(CommitsOfOthers.revision), by: .reading)
    }
  }

  static func transaction<Value>(
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
