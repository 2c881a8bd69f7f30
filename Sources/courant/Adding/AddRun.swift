import ArgumentParser
import Briefing
import Catalog

/// Puts what the user named into the catalog: first all of it readable, then all of it searchable.
///
/// What could not be read is told, and the rest goes in. Asked to end, it ends after the batch under way.
struct AddRun: ~Copyable {
  private static let batch = 384

  private let intake: Intake
  private let interruption: Interruption
  private let begin = ContinuousClock.now
  private var catalog: Catalog?
  /// One undo takes back all that is added here.
  private var addition: Addition? = Addition(at: .now)
  private var tally = AddTally()
  private var complaints = Complaints()
  /// How many stories an interrupt left that no search finds.
  private var missing = 0

  init(_ inputs: [Input]) {
    interruption = Interruption()
    let intake = Intake(inputs)
    interruption.watch { intake.stop() }
    self.intake = intake
  }

  /// Ends with the first thing that went wrong.
  mutating func run() throws {
    defer { intake.stop() }
    do {
      try read()
      try makeSearchable()
    } catch {
      // What is in stays in, and is told before what went wrong.
      try? catalog?.settle()
      if tally.stories > 0 { say(tally) }
      throw error
    }
    say(tally)
    if let signal = interruption.signal { throw ExitCode(128 + signal) }
    try complaints.finish()
  }

  private mutating func read() throws {
    var progress = ProgressLine("reading")
    defer { progress.clear() }
    while interruption.signal == nil, case let batch = intake.nextBatch(limit: Self.batch), !batch.isEmpty {
      let arrivals = arrivals(among: batch, &progress)
      if !arrivals.isEmpty { try tally.note(open().add(arrivals, of: &addition)) }
      progress.show(done: tally.stories + tally.failed, of: intake.total)
    }
    try catalog?.settle()
    if interruption.signal == nil, catalog != nil { tally.readable = ContinuousClock.now - begin }
  }

  /// Opened when there is something to put in, so that a mistyped name makes no catalog.
  private mutating func open() throws -> Catalog {
    if let catalog { return catalog }
    let opened = try CatalogPlace().openToWrite()
    catalog = opened
    return opened
  }

  private mutating func arrivals(among batch: [Intake.Outcome], _ progress: inout ProgressLine) -> [Arrival] {
    var arrivals: [Arrival] = []
    arrivals.reserveCapacity(batch.count)
    for outcome in batch {
      switch outcome {
      case .success(let arrival):
        arrivals.append(arrival)
        guard let caution = arrival.caution else { continue }
        progress.clear()
        Talk.say(caution)
      case .failure(let error):
        tally.failed += 1
        progress.clear()
        complaints.tell(error)
      }
    }
    return arrivals
  }

  private mutating func makeSearchable() throws {
    guard let catalog, interruption.signal == nil else { return }
    let interruption = interruption
    try catalog.makeSearchable { _ in interruption.signal == nil }
    // What another program adds meanwhile is its own to make searchable.
    if interruption.signal == nil { tally.searchable = ContinuousClock.now - begin }
    if interruption.signal != nil { missing = try catalog.lag() }
    try catalog.sketchOlder { interruption.signal == nil }
  }

  private func say(_ tally: AddTally) {
    for sentence in tally.sentences { Talk.say(sentence) }
    guard interruption.signal != nil else { return }
    Talk.say(
      missing > 0
        ? Shortfall(stories: missing).sentence
        : "interrupted; what is in stays in, and the same courant add goes on with the rest")
  }
}

extension AddTally {
  mutating func note(_ added: Added) {
    only = stories == 0 ? added.ids.first : nil
    new += added.new
    known += added.known
    versions += added.versions
    removed += added.removed
  }
}
