public import Briefing
import GRDB

/// An entry of the account on its way into the catalog.
public struct ArrivingItem: Hashable, Sendable {
  public var id: ItemID
  /// With the marks that the server has: they are those of a story that is new.
  public var story: IncomingStory
  public var state: ItemState
  /// The tags that stand for its labels.
  public var tags: [String]

  public init(_ id: ItemID, _ story: IncomingStory, _ state: ItemState, tags: [String]) {
    (self.id, self.story, self.state, self.tags) = (id, story, state, tags)
  }
}

/// Puts entries of the account in, and brings their marks together with those of a story that was there before.
struct Arriving {
  private var adding: Adding
  private let date: Moment
  private let database: Database

  /// - Returns: how many stories are new.
  static func run(
    _ items: [ArrivingItem], at date: Moment, numbering: Numbering, sketches: SketchIndex, in database: Database
  ) throws -> Int {
    var arriving = Arriving(
      adding: try Adding(database, numbering: numbering, sketches: sketches, addition: nil), date: date,
      database: database)
    for item in items { try arriving.add(item) }
    try arriving.adding.finish()
    return arriving.adding.added.new
  }

  private mutating func add(_ item: ArrivingItem) throws {
    let before = adding.added
    try adding.add(item.story)
    // What is kept away has no story.
    let id = adding.added.ids.count > before.ids.count ? adding.added.ids.last : nil
    let number = try id.flatMap { try StoryTable.number(of: $0, in: database) }
    try AccountItems.insert(item.id, story: number, item.state, item.tags, in: database)
    if let id, adding.added.new == before.new { try unite(id, with: item) }
  }

  /// A story that was read or starred at one of both places is so at both, and has the tags of both.
  private mutating func unite(_ id: StoryID, with item: ArrivingItem) throws {
    guard let number = try StoryTable.number(of: id, in: database), let row = try StoryQueries.row(number, in: database)
    else { return }
    if item.state.isRead {
      try take(.unread(false), on: id, of: item.id)
    } else if !row.isUnread {
      try tell(.unread(false), of: item.id)
    }
    if item.state.isStarred {
      try take(.starred(true), on: id, of: item.id)
    } else if row.isStarred {
      try tell(.starred(true), of: item.id)
    }
    for tag in item.tags { try take(.tagged(tag, true), on: id, of: item.id) }
    // Tags of its feeds are folders, or were chosen for all that comes by them.
    let ofFeeds = try feeds(of: number).flatMap { try adding.tags(of: $0) }
    for tag in row.tags where !item.tags.contains(tag) && !ofFeeds.contains(tag) {
      try tell(.tagged(tag, true), of: item.id)
    }
  }

  private func feeds(of number: Int64) throws -> [String] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT feed FROM story WHERE number = ?1 AND feed IS NOT NULL UNION SELECT feed FROM placement WHERE story = ?1
        """)
    return try String.fetchAll(statement, arguments: [number])
  }

  private func take(_ mark: Mark, on story: StoryID, of item: ItemID) throws {
    guard try Marks.set(mark, on: story, in: database) else { return }
    try Outbox.add(mark, of: [story], at: date, known: item, in: database)
  }

  private func tell(_ mark: Mark, of item: ItemID) throws {
    try Outbox.put(OutgoingMark(item: item, mark: mark, date: date), in: database)
  }
}
