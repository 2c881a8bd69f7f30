public import Briefing
import GRDB
import System

/// What is put in.
extension Catalog {
  /// Puts stories in; they can be read at once. Adding a story that is already there changes nothing, and a changed one
  /// becomes a newer version of it.
  ///
  /// A batch goes in in parts, each wholly or not at all, so that others have their turn between them. On disk they can
  /// be searched after `catchUp`, and nobody may be told that they are kept before `sync`: until then a power failure
  /// may take the last of them back, though a crash may not.
  ///
  /// A story that the user removed stays away.
  /// - Parameter readable: told of the stories of each part, in the order of the batch, before they can be searched.
  public func add(
    _ batch: [IncomingStory], readable: ([StoryID]) throws(CatalogError) -> Void = { _ in }
  ) throws(CatalogError) -> Added {
    var none: Addition?
    return try add(batch, of: &none, readable: readable)
  }

  /// The same as a part of what one undo takes back.
  public func add(
    _ batch: [IncomingStory], of addition: inout Addition?,
    readable: ([StoryID]) throws(CatalogError) -> Void = { _ in }
  ) throws(CatalogError) -> Added {
    var added = Added()
    var rest = batch[...]
    while !rest.isEmpty {
      let batch = rest.batch(bytes: storage.isInMemory ? IndexBatch.sizes.inMemory : Self.partOnDisk)
      let part = try addPart(batch, of: &addition)
      added.removed += part.removed
      added.ids += part.ids
      added.new += part.new
      added.newIDs += part.newIDs
      added.known += part.known
      added.versions += part.versions
      added.shortened += part.shortened
      rest = rest.dropFirst(batch.count)
      try readable(part.ids)
      if isSearchable { try catchUp() }
    }
    return added
  }

  private func addPart(_ batch: ArraySlice<IncomingStory>, of addition: inout Addition?) throws(CatalogError)
    -> Added
  {
    var going = addition
    do throws(CatalogError) {
      let added = try storage.writeWithoutSync {
        try Adding.add(batch, of: &going, numbering: numbering, sketches: sketches, in: $0)
      }
      going?.end()
      addition = going
      return added
    } catch {
      sketches.reset()
      throw error
    }
  }

  /// Waits until the disk has everything that was added.
  public func sync() throws(CatalogError) {
    do throws(CatalogError) {
      try storage.write { database in
        try sketches.finish(isEnd: true, in: database)
        // A row that stays as it is would not be written, and the disk not waited for; what the header says always is.
        try database.execute(sql: "PRAGMA main.user_version = \(database.version())")
      }
    } catch {
      sketches.reset()
      throw error
    }
  }

  /// Works out how stories are known again that came with an earlier program; the newest first, in small parts.
  /// - Parameter goesOn: asked between two parts.
  public func sketchOlder(goesOn: () -> Bool = { true }) throws(CatalogError) {
    while goesOn(), let older = try storage.read({ try SketchIndex.older(in: $0) }) {
      try storage.writeWithoutSync { try SketchIndex.writeOlder(older, in: $0) }
    }
  }

  /// Reads from stories that came with an earlier program who publishes them; the newest first, in small parts.
  /// - Parameter goesOn: asked between two parts.
  public func readPublishers(goesOn: () -> Bool = { true }) throws(CatalogError) {
    while goesOn(), let part = try storage.read({ try Publishers.next(in: $0) }) {
      try storage.writeWithoutSync { try Publishers.write(part, in: $0) }
    }
  }

  /// Makes everything that was added searchable, if it is not already; all of it anew, beside what is there, where that was made
  /// with an older fold.
  ///
  /// Marks can be set meanwhile, and another program may do the same work at the same time: each part is done once.
  /// - Parameter report: told how many stories were made so here; false stops.
  /// - Throws: also `CatalogError.lookupBusy`, where other programs throw away again and again what is done here.
  public func catchUp(_ report: (Int) -> Bool = { _ in true }) throws(CatalogError) {
    var count = 0
    if try storage.isLookupOlder(), try !remakeLookup(&count, report) { return }
    var restarts = 0
    var batch = try batch(after: storage.follow { try LookupIndexer.reached(in: $0) })
    while batch.end != nil {
      // On disk the next part is made ready while this one is written; in memory there is one connection for both.
      let next =
        storage.isInMemory
        ? nil : Prefetch { [end = batch.end ?? 0] () throws(CatalogError) in try self.batch(after: end) }
      let (isTaken, reached) = try storage.follow {
        try (LookupIndexer.index(batch, in: $0), LookupIndexer.reached(in: $0))
      }
      // Another program took it; one that threw the lookup away meanwhile puts everything back to the start.
      if !isTaken, reached <= batch.start {
        restarts += 1
        guard restarts < Self.mostRestarts else { throw .lookupBusy }
      }
      count += isTaken ? batch.numbers.count : 0
      let goesOn = report(count)
      if isTaken, let next { batch = try next.value() } else { batch = try self.batch(after: reached) }
      guard goesOn else { return }
    }
  }

  /// False where `report` stopped it: then it goes on from there the next time.
  private func remakeLookup(_ count: inout Int, _ report: (Int) -> Bool) throws(CatalogError) -> Bool {
    guard let reached = try storage.remake()?.reached else { return true }
    var batch = try batch(after: reached)
    while let end = batch.end {
      let next = Prefetch { () throws(CatalogError) in try self.batch(after: end) }
      guard let (isTaken, reached) = try storage.remake(batch) else { return true }
      count += isTaken ? batch.numbers.count : 0
      let goesOn = report(count)
      batch = isTaken ? try next.value() : try self.batch(after: reached)
      guard goesOn else { return false }
    }
    try storage.finishRemaking()
    return true
  }

  /// How often the lookup may be thrown away under who fills it, before that gives up.
  private static let mostRestarts = 5

  /// The next bundles, read one by one, so that whoever asks meanwhile waits for one only.
  private func batch(after start: Int64) throws(CatalogError) -> IndexBatch {
    let size = storage.isInMemory ? IndexBatch.sizes.inMemory : IndexBatch.sizes.onDisk
    var batch = IndexBatch(after: start)
    while !batch.isFull(size), let part = try storage.read({ try batch.next(in: $0) }) { batch.append(part) }
    return batch
  }

  /// Whether searches go by an older fold, until `catchUp` makes what is found in the stories again.
  public func isLookupOlder() throws(CatalogError) -> Bool {
    try storage.isLookupOlder()
  }

  /// How many stories cannot be searched yet.
  public func lag() throws(CatalogError) -> Int {
    try storage.find { try LookupIndexer.lag(in: $0) }
  }

  /// Some tens of milliseconds of work.
  private static let partOnDisk = 4 << 20
}

extension ArraySlice<IncomingStory> {
  /// As many stories as make up so many bytes, and one at least.
  fileprivate func batch(bytes limit: Int) -> Self {
    var bytes = 0
    let end = firstIndex { incoming in
      bytes += incoming.original.count + 512
      return bytes > limit
    }
    return self[startIndex..<Swift.max(end ?? endIndex, Swift.min(startIndex + 1, endIndex))]
  }
}
