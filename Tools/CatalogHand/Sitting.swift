import Briefing
import Catalog
import Foundation

/// Many changes by one program that stays open, as the reader does: what is in the log beside the catalog counts, and not
/// only what is left when all is closed.
struct Sitting {
  private let catalog: Catalog
  /// A folder that gets what the user has after each change, as `0`, `1` and so on.
  private let states: String

  init(_ catalog: Catalog, states: String) {
    self.catalog = catalog
    self.states = states
  }

  func run(_ count: Int) throws {
    try keepState(0)
    for number in 1...max(1, count) {
      try change(number)
      CatalogHand.tell("done \(number)")
      try keepState(number)
    }
  }

  private func keepState(_ number: Int) throws {
    try Content.lines(of: catalog).joined(separator: "\n").write(
      toFile: "\(states)/\(number)", atomically: false, encoding: .utf8)
  }

  private func change(_ number: Int) throws {
    let now = Moment(seconds: 1_790_000_000 + Int64(number))
    guard number > 1 else { return try add((0..<8).map { MadeUp.story($0) }) }
    let rows = try catalog.rows(Listing(order: .oldest), .first(8))
    let id = rows[number * 5 % rows.count].id
    switch number % 9 {
    case 0: try add([MadeUp.story(100 + number)])
    case 1: try add([MadeUp.story(number % 8, more: "More of \(number).")])
    case 2: try apply(.mark([id], .starred(number % 2 == 0)), at: now)
    case 3: try apply(.mark(rows.map(\.id), .unread(number % 2 == 0)), at: now)
    case 4: try apply(.mark([id], .tagged("t\(number)", true)), at: now)
    case 5: try apply(.note(id, section: 0, text: String(repeating: "note \(number) ", count: number * 3)), at: now)
    case 6: try apply(.keep(SavedQuery(name: "q\(number % 4)", query: "rain \(number)")), at: now)
    case 7: _ = try catalog.undo(at: now)
    default: try catalog.remember(Bookmark(place: Place(.headline, offset: 0), open: [number % 2]), of: id)
    }
  }

  private func add(_ incomingStories: [IncomingStory]) throws {
    _ = try catalog.add(incomingStories)
    try catalog.sync()
    try catalog.catchUp()
  }

  private func apply(_ change: Change, at date: Moment) throws {
    _ = try catalog.apply(change, at: date)
  }
}
