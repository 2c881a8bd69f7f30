import GRDB

extension Storage {
  /// Reads the catalog and what is found in it.
  ///
  /// - Throws: `CatalogError.corrupt` with the lookup's path where that was damaged: it is thrown away then, and the same
  ///   again makes it anew.
  func find<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try finding(by: slots.finding, body)
  }

  /// The same for what may take as long as the catalog is large, while others go on reading.
  func countFound<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try finding(by: slots.countingFound, body)
  }

  private func finding<Value>(by slot: ConnectionSlot, _ body: (Database) throws -> Value) throws(CatalogError) -> Value
  {
    try blaming(slot) { try $0.read(body) }
  }

  /// Changes the lookup, and only that: marks of the user need not wait meanwhile.
  func follow<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try blaming(slots.following) { queue in
      try queue.inDatabase { database in try Self.transaction(.deferred, in: database, body) }
    }
  }

  /// Whether the lookup answers with an older fold than this program's.
  func isLookupOlder() throws(CatalogError) -> Bool {
    guard remaker != nil else { return false }
    return try find { try !LookupSchema.isOfToday(in: $0) }
  }

  /// Makes a part of the lookup that will take the place of an older one: see `LookupRemaker`.
  func remake(_ batch: IndexBatch? = nil) throws(CatalogError) -> (isTaken: Bool, reached: Int64)? {
    try Self.rethrowing(files) { try remaker?.take(batch) }
  }

  /// Puts it in its place.
  func finishRemaking() throws(CatalogError) {
    try Self.rethrowing(files) { try remaker?.finish() }
  }

  /// Looks at the lookup as only who may write it can, and changes nothing.
  func probeLookup<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try Self.rethrowing(files) {
      try slots.following.use { queue in
        try queue.inDatabase { database in
          try database.beginTransaction(.deferred)
          defer { try? database.rollback() }
          return try body(database)
        }
      }
    }
  }

  /// Tries it on a fresh connection where it met damage: what the first one saw may be gone. Damage that is seen twice is
  /// damage, and the lookup's if the catalog alone is sound.
  private func blaming<Value>(
    _ slot: ConnectionSlot, _ body: (DatabaseQueue) throws -> Value
  ) throws(CatalogError) -> Value {
    do {
      do {
        return try slot.use(body)
      } catch let error as DatabaseError where error.isDamage && !isInMemory {
        slot.replace()
        return try slot.use(body)
      }
    } catch {
      throw blamed(error)
    }
  }

  private func blamed(_ error: any Error) -> CatalogError {
    let told = CatalogError(error, path: files?.catalog ?? "")
    guard let files else { return told }
    switch told {
    case .corrupt where (error as? DatabaseError)?.isDamage ?? false && isCatalogSound(files):
      if mayChange { discardLookup(files) }
      return .corrupt(path: files.lookup)
    case .busy where isCatalogReadable: return .lookupBusy
    case .cannotOpen where isCatalogReadable: return .cannotOpen(path: files.lookup)
    default: return told
    }
  }

  private func isCatalogSound(_ files: CatalogFiles) -> Bool {
    (try? Connection.isSound(files)) ?? false
  }

  private var isCatalogReadable: Bool {
    let total = BusyTimeout.$present.withValue(.zero) { try? read { try Figures.stories(in: $0) } }
    return total != nil
  }

  /// The next use makes it anew.
  private func discardLookup(_ files: CatalogFiles) {
    for slot in [slots.finding, slots.countingFound, slots.following] { slot.replace() }
    try? RescueLock.taking(files.folder) { files.removeLookup() }
  }
}
