import Briefing
import Catalog

extension Catalog {
  /// Makes findable what is not yet, and shows how far it has come; ends early when told not to go on.
  func makeSearchable(goesOn: (_ done: Int) -> Bool) throws(CatalogError) {
    var progress = ProgressLine("making searchable")
    defer { progress.clear() }
    let total = try isLookupOlder() ? count(Listing()).stories : lag()
    guard total > 0 else { return }
    try catchUp { done in
      // Another program may add meanwhile.
      progress.show(done: done, of: max(done, total))
      return goesOn(done)
    }
  }

  /// Before a search, after an `add` that was cut short: what can be made findable is, and of the rest it is told how
  /// much is missing.
  func catchUpOrTell() throws(CatalogError) {
    let isOlder = try isLookupOlder()
    let lag = try lag()
    guard lag > 0 || isOlder else { return }
    do throws(CatalogError) {
      // Another program may be adding: what comes after now is not waited for.
      try makeSearchable { isOlder || $0 < lag }
    } catch .busy, .lookupBusy, .readOnly, .full, .cannotOpen {
      // Told below, with what it means here.
    }
    let missing = try self.lag()
    if missing > 0 { StandardError.say(UnsearchableStories(count: missing).sentence) }
  }
}
