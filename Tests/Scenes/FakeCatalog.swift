public import Briefing
public import Reader

/// A catalog of values: answers what the reader asks, as the real one would, from a few stories.
public struct FakeCatalog: Sendable {
  var entries: [StoryDetail]
  var queries: [SavedQuery] = []
  /// Earlier versions of stories, the first one first.
  private var earlier: [StoryID: [StoryDetail]] = [:]
  /// What would take each change back.
  private var journal: [Change] = []
  /// The stories that are out of sight, and those that one undo takes out again.
  private var removed: Set<StoryID> = []
  private var added: Set<StoryID> = []

  /// Stories, newest first; some of them unread, two of them starred.
  ///
  /// Without the first so many, they stand for a folder of which the rest has yet to be read.
  public init(_ stories: [Story] = Library.stories, without first: Int = 0) {
    entries = stories.enumerated().dropFirst(first).map { index, story in
      let row = Row(
        id: StoryID("s\(100 + index)"), headline: story.headline, date: story.published ?? Moment(seconds: 0),
        questions: story.questionCount, sources: story.sources.count, isUnread: index < 2 || index > 12,
        isStarred: index == 2 || index == 1)
      return StoryDetail(row: row, story: story)
    }
    for index in entries.indices {
      let hosts = entries[index].story.sources.map { host in
        (host, entries.count { $0.story.sources.contains(host) })
      }
      entries[index].citingStories = Dictionary(uniqueKeysWithValues: hosts)
    }
  }

  public func answer(to request: Request) -> Answer {
    switch request {
    case .rows(let listing, let window): .rows(rows(listing, window))
    case .count(let listing):
      .count(RowCount(stories: list(listing).count, unread: list(listing).count { $0.isUnread }))
    case .position(let id, let listing): .position(list(listing).firstIndex { $0.id == id })
    case .row(let id): .row(detail(id)?.row)
    case .story(let id, let version): .story(detail(id, version: version))
    case .sources(let text, let limit):
      .sources(Array(sources.filter { text.isEmpty || $0.host.contains(text) }.prefix(limit)))
    case .claims(let host, let after, let date, let limit): claims(of: host, after, reaching: date, limit)
    case .questions(let text, let limit, let askings):
      .questions(questions.filter { holds($0.wording, text) }.prefix(limit).map { $0.cut(to: askings) })
    case .search(let search, let after, let limit): hits(search.query, after: after, limit: limit)
    case .page: .story(nil)
    case .neighbour(let id, let listing, let forward): .story(neighbour(of: id, in: listing, forward: forward))
    case .related(let id, let limit): .related(Array(related(to: id).prefix(limit)))
    case .queries: .queries(queries)
    case .tags: .tags(Set(entries.flatMap(\.row.tags)).sorted())
    }
  }

  /// Makes a change and remembers how to take it back.
  public mutating func apply(_ change: Change) {
    if let inverse = inverse(of: change) { journal.append(inverse) }
    carryOut(change)
  }

  /// Takes the last change back.
  public mutating func undo() -> Undone {
    guard let last = journal.popLast() else { return Undone() }
    carryOut(last)
    guard case .withdraw = last else { return Undone(changes: [last]) }
    return Undone(changes: [last], withdrawn: Withdrawn(stories: added.count, versions: 0))
  }

  /// Has an undo take these stories out, as if they had been added last.
  public mutating func add(_ ids: [StoryID]) {
    added = Set(ids)
    journal.append(.withdraw(addition: 1))
  }

  /// Takes a story out.
  public mutating func remove(_ id: StoryID) {
    entries.removeAll { $0.row.id == id }
  }

  /// Keeps where the user is.
  public mutating func remember(_ bookmark: Bookmark, of id: StoryID) {
    for index in entries.indices where entries[index].row.id == id { entries[index].bookmark = bookmark }
  }

  /// Where the user was in a story.
  public func bookmark(of id: StoryID) -> Bookmark? {
    detail(id)?.bookmark
  }

  /// Takes in a newer version of a story.
  public mutating func revise(_ id: StoryID, changes: StoryChanges, _ change: (inout Story) -> Void) {
    guard let index = entries.firstIndex(where: { $0.row.id == id }) else { return }
    earlier[id, default: []].append(entries[index])
    change(&entries[index].story)
    entries[index].version += 1
    entries[index].versions += 1
    entries[index].row.versions += 1
    entries[index].changes = changes
  }

  func detail(_ id: StoryID, version: Int? = nil) -> StoryDetail? {
    guard let current = entries.first(where: { $0.row.id == id }) else { return nil }
    guard let version, version != current.version else { return current }
    guard let earlier = earlier[id], earlier.indices.contains(version - 1) else { return nil }
    var detail = earlier[version - 1]
    detail.row = current.row
    detail.versions = current.versions
    return detail
  }

  private mutating func set(note text: String, on section: Int?, of id: StoryID) {
    for index in entries.indices where entries[index].row.id == id {
      entries[index].notes.removeAll { $0.section == section }
      if !text.isEmpty { entries[index].notes.append(Note(section: section, text: text, date: Moment(seconds: 0))) }
    }
  }

  private mutating func carryOut(_ change: Change) {
    switch change {
    case .mark(let ids, let mark): set(mark, on: ids)
    case .note(let id, let section, let text): set(note: text, on: section, of: id)
    case .keep(let query):
      carryOut(.forget(query.name))
      queries = (queries + [query]).sorted { $0.name < $1.name }
    case .forget(let name): queries.removeAll { $0.name == name }
    case .remove(let ids, let isRemoved):
      if isRemoved { removed.formUnion(ids) } else { removed.subtract(ids) }
    case .withdraw: removed.formUnion(added)
    }
  }

  private func inverse(of change: Change) -> Change? {
    switch change {
    case .mark(let ids, let mark): .mark(ids, mark.inverse)
    case .note(let id, let section, _):
      .note(id, section: section, text: detail(id)?.notes.first { $0.section == section }?.text ?? "")
    case .keep(let query): queries.first { $0.name == query.name }.map(Change.keep) ?? .forget(query.name)
    case .forget(let name): queries.first { $0.name == name }.map(Change.keep)
    case .remove(let ids, let isRemoved): .remove(ids, isRemoved: !isRemoved)
    case .withdraw: nil
    }
  }

  private mutating func set(_ mark: Mark, on ids: [StoryID]) {
    for index in entries.indices where ids.contains(entries[index].row.id) {
      entries[index].row.set(mark)
    }
  }

  private func holds(_ text: String, _ words: String) -> Bool {
    words.isEmpty || text.lowercased().contains(words.lowercased())
  }

  private func holds(_ row: Row, _ term: String) -> Bool {
    switch term {
    case "is:unread": row.isUnread
    case "is:starred": row.isStarred
    case "is:removed": removed.contains(row.id)
    case let term where term.hasPrefix("tag:"): row.tags.contains(String(term.dropFirst(4)))
    default: holds(row.headline, term)
    }
  }

  private func list(_ listing: Listing) -> [Row] {
    let terms = listing.query.split(separator: " ").map(String.init)
    let isOfRemoved = terms.contains("is:removed")
    let rows = entries.map(\.row).filter { row in
      removed.contains(row.id) == isOfRemoved && terms.allSatisfy { holds(row, $0) }
    }
    return switch listing.order {
    case .newest: rows
    case .oldest: rows.reversed()
    case .headline: rows.sorted { $0.headline < $1.headline }
    }
  }

  private func rows(_ listing: Listing, _ window: RowWindow) -> [Row] {
    let rows = list(listing)
    func place(_ row: Row) -> Int { rows.firstIndex { $0.id == row.id } ?? 0 }
    return switch window {
    case .first(let limit): Array(rows.prefix(limit))
    case .last(let limit): Array(rows.suffix(limit))
    case .after(let row, let limit): Array(rows[(place(row) + 1)...].prefix(limit))
    case .before(let row, let limit): Array(rows[..<place(row)].suffix(limit))
    }
  }

  private func neighbour(of id: StoryID, in listing: Listing, forward: Bool) -> StoryDetail? {
    let rows = list(listing)
    guard let place = rows.firstIndex(where: { $0.id == id }) else { return nil }
    let next = place + (forward ? 1 : -1)
    guard rows.indices.contains(next) else { return nil }
    return entries.first { $0.row.id == rows[next].id }
  }
}
