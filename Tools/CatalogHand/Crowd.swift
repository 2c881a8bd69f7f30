import Briefing
import Catalog
import Foundation

/// One of many programs that use a catalog at once. Says how often it did something, and ends in an error with the first
/// answer that is wrong, or the first refusal that did not wait five seconds.
struct Crowd {
  private let catalog: Catalog
  private let path: String
  private let end: ContinuousClock.Instant
  private let clock = ContinuousClock()

  struct Wrong: Error { var what: String }

  init(_ path: String, seconds: String) throws {
    catalog = try Catalog.open(at: path)
    self.path = path
    end = clock.now + .seconds(Int(seconds) ?? 1)
  }

  func read() throws {
    var (rounds, most, locked) = (0, 0, 0)
    while clock.now < end {
      if try isRefused({
        // Every hundredth time as a program that has just been started.
        let catalog = rounds % 100 == 99 ? try Catalog.open(at: path) : catalog
        most = try ask(catalog, atLeast: most)
      }) {
        locked += 1
      }
      rounds += 1
    }
    CatalogHand.tell("read \(rounds) rounds, \(most) stories at the end, locked out \(locked) times")
    if locked > 0 { throw Wrong(what: "who reads had to wait") }
  }

  private func isRefused(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return false
    } catch CatalogError.busy {
      return true
    }
  }

  private func ask(_ catalog: Catalog, atLeast least: Int) throws -> Int {
    let rows = try catalog.rows(Listing(), .first(50))
    let count = try catalog.count(Listing()).stories
    if count < least || rows.isEmpty {
      throw CatalogError.storage(code: 0, message: "\(count) stories where \(least) were")
    }
    for row in rows.prefix(5) {
      guard let detail = try catalog.detail(row.id), try catalog.original(row.id) != nil else {
        throw CatalogError.storage(code: 0, message: "\(row.id) is in the list and not there")
      }
      if detail.story.headline != row.headline, row.versions == 1 { throw CatalogError.damaged(story: row.id.text) }
    }
    _ = try catalog.hits(Search("rain"), limit: 10)
    _ = try catalog.questions(limit: 10, askings: 2)
    _ = try catalog.sources(limit: 10)
    _ = try catalog.related(to: rows[0].id, limit: 3)
    _ = try catalog.hasChanged()
    return count
  }

  /// The writer with this number alone stars the stories whose place in the list bears its number, and alone writes the
  /// notes on the section with its number: so it knows what has to be there.
  func write(number: Int) throws {
    let mine = try catalog.rows(Listing(order: .oldest), .first(200)).enumerated().filter {
      $0.offset % 2 == number % 2
    }
    let ids = mine.map(\.element.id)
    var (stars, notes, rounds, locked): ([StoryID: Bool], [StoryID: String], Int, Int) = ([:], [:], 0, 0)
    while clock.now < end {
      let id = ids[rounds % ids.count]
      let start = clock.now
      if try isRefused({ try change(id, number, rounds, &stars, &notes) }) {
        locked += 1
        let waited = clock.now - start
        if waited < .seconds(4.9) { throw Wrong(what: "refused after \(waited)") }
      }
      rounds += 1
      if rounds % ids.count == 0 { try look(number, stars, notes) }
    }
    try look(number, stars, notes)
    CatalogHand.tell("wrote \(rounds) changes, locked out \(locked) times")
  }

  private func change(
    _ id: StoryID, _ number: Int, _ round: Int, _ stars: inout [StoryID: Bool], _ notes: inout [StoryID: String]
  ) throws {
    let now = Moment(seconds: Int64(round))
    switch round % 40 {
    case 39:
      _ = try catalog.add([MadeUp.story(1000 + round * 2 + number)])
      try catalog.sync()
      try catalog.catchUp()
    case let step where step % 2 == 0:
      _ = try catalog.apply(.mark([id], .starred(round % 4 == 0)), at: now)
      stars[id] = round % 4 == 0
    default:
      _ = try catalog.apply(.note(id, section: number, text: "\(number) in round \(round)"), at: now)
      notes[id] = "\(number) in round \(round)"
    }
  }

  private func look(_ number: Int, _ stars: [StoryID: Bool], _ notes: [StoryID: String]) throws {
    for id in Set(stars.keys).union(notes.keys) {
      let detail = try catalog.detail(id)
      if let star = stars[id], detail?.row.isStarred != star { throw Wrong(what: "\(id) lost its star") }
      let note = detail?.notes.first { $0.section == number }?.text
      if let said = notes[id], note != said { throw Wrong(what: "\(id) lost its note: \(note ?? "none")") }
    }
  }
}
