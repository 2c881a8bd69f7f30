public import Briefing
public import Reader

/// A catalog of values: answers what the reader asks, as the real one would, from a few stories.
///
/// `CatalogContractTests` holds it to the real one.
public struct FakeCatalog: Sendable {
  var entries: [StoryDetail]
  var queries: [SavedQuery] = []
  /// Earlier versions of stories, the first one first.
  private var earlier: [StoryID: [StoryDetail]] = [:]
  /// What would take each change back.
  private var journal: [Change] = []
  /// The stories that are out of sight, and those that one undo takes out again.
  private(set) var removed: Set<StoryID> = []
  private var added: Set<StoryID> = []

  /// Stories, newest first; some of them unread, two of them starred.
  ///
  /// Without the first so many, they stand for a folder of which the rest has yet to be read.
  public init(_ stories: [Story] = Library.stories, without first: Int = 0) {
    entries = stories.enumerated().dropFirst(first).map { index, story in
      Self.entry(
        story, StoryID("s\(100 + index)"), isUnread: index < 2 || index > 12, isStarred: index == 2 || index == 1)
    }
  }

  /// Stories by their ids as they come into a catalog: unread, without a star.
  public init(_ stories: [(id: StoryID, story: Story)]) {
    entries = stories.map { Self.entry($0.story, $0.id, isUnread: true, isStarred: false) }
  }

  private static func entry(_ story: Story, _ id: StoryID, isUnread: Bool, isStarred: Bool) -> StoryDetail {
    let row = Row(
      id: id, headline: story.headline, date: story.published ?? Moment(seconds: 0), questions: story.questionCount,
      sources: story.sources.count, isUnread: isUnread, isStarred: isStarred)
    return StoryDetail(row: row, story: story)
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
      .sources(Array(sources.filter { text.isEmpty || $0.host.contains(Query.host(text)) }.prefix(limit)))
    case .claims(let host, let after, let date, let limit): claims(of: host, after, reaching: date, limit)
    case .questions(let text, let limit, let askings): .questions(questions(matching: text, limit, askings: askings))
    case .search(let search, let after, let limit): hits(search, after: after, limit: limit)
    case .page(let url): .story(shown.first { $0.story.url == url }.flatMap { detail($0.row.id) })
    case .neighbour(let id, let listing, let forward): .story(neighbour(of: id, in: listing, forward: forward))
    case .related(let id, let limit): .related(Array(related(to: id).prefix(limit)))
    case .queries: .queries(queries)
    case .tags: .tags(tags)
    }
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

  /// A story as it is now, or one of its versions, of which only the newest has a bookmark and notes.
  func detail(_ id: StoryID, version: Int? = nil) -> StoryDetail? {
    guard let current = entries.first(where: { $0.row.id == id }) else { return nil }
    var detail = current
    if let version, version != current.version {
      guard let earlier = earlier[id], earlier.indices.contains(version - 1) else { return nil }
      detail = earlier[version - 1]
      (detail.bookmark, detail.notes) = (nil, [])
      detail.row = current.row
      detail.versions = current.versions
    }
    detail.citingStories = citingStories(detail.story.sources)
    return detail
  }
}

/// What the user changes.
extension FakeCatalog {
  /// Makes a change and remembers how to take it back; one that changes nothing is not remembered.
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

  private mutating func set(note text: String, on section: Int?, of id: StoryID) {
    for index in entries.indices where entries[index].row.id == id {
      var notes = entries[index].notes.filter { $0.section != section }
      if !text.isEmpty { notes.append(Note(section: section, text: text, date: Moment(seconds: 0))) }
      entries[index].notes = notes.sorted { $0.section ?? -1 < $1.section ?? -1 }
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

  /// What takes a change back that is yet to be made; nil where nothing will be different.
  private func inverse(of change: Change) -> Change? {
    switch change {
    case .mark(let ids, let mark):
      let changed = ids.filter { id in detail(id).map { $0.row.with(mark) != $0.row } ?? false }
      return changed.isEmpty ? nil : .mark(changed, mark.inverse)
    case .note(let id, let section, let text):
      let before = detail(id)?.notes.first { $0.section == section }?.text ?? ""
      return before == text || detail(id) == nil ? nil : .note(id, section: section, text: before)
    case .keep(let query):
      let before = queries.first { $0.name == query.name }
      return before == query ? nil : before.map(Change.keep) ?? .forget(query.name)
    case .forget(let name): return queries.first { $0.name == name }.map(Change.keep)
    case .remove(let ids, let isRemoved):
      let changed = ids.filter { removed.contains($0) != isRemoved && detail($0) != nil }
      return changed.isEmpty ? nil : .remove(changed, isRemoved: !isRemoved)
    case .withdraw: return nil
    }
  }

  private mutating func set(_ mark: Mark, on ids: [StoryID]) {
    for index in entries.indices where ids.contains(entries[index].row.id) {
      entries[index].row.set(mark)
    }
  }
}

extension Row {
  fileprivate func with(_ mark: Mark) -> Row {
    var row = self
    row.set(mark)
    return row
  }
}
