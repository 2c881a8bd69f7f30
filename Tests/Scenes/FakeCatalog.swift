public import Briefing
public import Reader

/// A catalog of values: answers what the reader asks, as the real one would, from a few stories.
///
/// `CatalogContractTests` holds it to the real one.
public struct FakeCatalog: Sendable {
  var entries: [StoryDetail]
  var queries: [SavedQuery] = []
  /// What is followed, in the order in which it is listed.
  public var feeds: [Subscription] = []
  /// The day from which queries count days back.
  public var now = Moment(seconds: 0)
  /// Earlier versions of stories, the first one first.
  private var earlier: [StoryID: [StoryDetail]] = [:]
  /// What would take each change back.
  private var journal: [Change] = []
  /// What would make those changes again that were taken back.
  private var takenBack: [Change] = []
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
      sources: story.sources.count, isUnread: isUnread, isStarred: isStarred, publisher: story.publisher)
    return StoryDetail(row: row, story: story)
  }

  public func answer(to request: Request) -> Answer {
    switch request {
    case .rows(let listing, let window): .rows(rows(listing, window))
    case .count(let listing):
      .count(RowCount(stories: list(listing).count, unread: list(listing).count { $0.isUnread }))
    case .position(let id, let listing): .position(list(listing).firstIndex { $0.id == id })
    case .stories(let ids): .stories(ids.compactMap { detail($0) })
    case .row(let id): .row(detail(id)?.row)
    case .story(let id, let version): .story(detail(id, version: version))
    case .sources(let text, let limit):
      .sources(Array(sources.filter { text.isEmpty || $0.host.contains(Query.host(text)) }.prefix(limit)))
    case .claims(let host, let after, let date, let limit): claims(of: host, after, reaching: date, limit)
    case .questions(let text, let limit, let askings): .questions(questions(matching: text, limit, askings: askings))
    case .search(let search, let after, let limit): hits(search, after: after, limit: limit)
    case .page(let url): .story(standing(at: url).first.flatMap { detail($0.row.id) })
    case .neighbour(let id, let listing, let forward): .story(neighbour(of: id, in: listing, forward: forward))
    case .nextUnread(let id, let listing): .story(nextUnread(after: id, in: listing))
    case .related(let id, let limit): .related(Array(related(to: id).prefix(limit)))
    case .copy(let id): .story(copy(of: id).flatMap { detail($0.row.id) })
    case .citing(let url): .claims(claims(citing: url), of: nil, isComplete: true)
    case .subscriptions: .subscriptions(feeds.filter(\.isFollowed))
    case .queries: .queries(queries)
    case .tags: .tags(tags)
    case .notes: .notes(notes)
    case .offered(let kind, let text, let limit): .offered(Array(offered(kind, text).prefix(limit)))
    }
  }

  /// Takes a story out.
  public mutating func remove(_ id: StoryID) {
    entries.removeAll { $0.row.id == id }
  }

  /// Keeps where the user is.
  public mutating func remember(_ bookmark: Bookmark, of id: StoryID) {
    for index in entries.indices where entries[index].row.id == id {
      entries[index].bookmark = bookmark
      entries[index].row.progress = bookmark.progress
    }
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
      (detail.versionDate, detail.row) = (detail.row.date, current.row)
      detail.versions = current.versions
    }
    detail.citingStories = citingStories(detail.story.sources)
    return detail
  }
}

/// What the user changes.
extension FakeCatalog {
  /// Makes a change and remembers how to take it back; one that changes nothing is not remembered.
  public mutating func apply(_ change: Change, isUndoable: Bool = true) {
    if isUndoable, let inverse = inverse(of: change) {
      journal.append(inverse)
      takenBack = []
    }
    carryOut(change)
  }

  /// Makes a change on all stories that a query finds; gives how many are different then.
  public mutating func apply(_ bulk: BulkChange) -> Int {
    let change = bulk.change(on: list(Query(bulk.query)).map(\.id).filter { !bulk.exceptions.contains($0) })
    guard let inverse = inverse(of: change) else { return 0 }
    apply(change)
    return inverse.stories.count
  }

  /// Takes the last change back.
  public mutating func undo() -> Undone {
    guard let last = journal.popLast() else { return Undone() }
    if let inverse = inverse(of: last) { takenBack.append(inverse) }
    carryOut(last)
    guard case .withdraw = last else { return Undone(changes: last.parts, headline: headline(of: last)) }
    return Undone(changes: [last], withdrawn: Withdrawn(stories: added.count, versions: 0))
  }

  /// Makes the change again that was taken back last.
  public mutating func redo() -> Undone {
    guard let last = takenBack.popLast() else { return Undone() }
    if let inverse = inverse(of: last) { journal.append(inverse) }
    carryOut(last)
    guard case .readmit = last else { return Undone(changes: last.parts, headline: headline(of: last)) }
    return Undone(changes: [last], readmitted: Withdrawn(stories: added.count, versions: 0))
  }

  private func headline(of change: Change) -> String? {
    if case .follow(let key, _) = change { return feeds.first { $0.key == key }?.name }
    let ids = Set(change.stories)
    return ids.count == 1 ? entries.first { $0.row.id == ids.first }?.row.headline : nil
  }

  /// Has an undo take these stories out, as if they had been added last.
  public mutating func add(_ ids: [StoryID]) {
    added = Set(ids)
    journal.append(.withdraw(addition: 1))
    takenBack = []
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
    case .marks: for part in change.parts { carryOut(part) }
    case .note(let id, let section, let text): set(note: text, on: section, of: id)
    case .keep(let query):
      carryOut(.forget(query.name))
      queries = (queries + [query]).sorted { $0.name < $1.name }
    case .forget(let name): queries.removeAll { $0.name == name }
    case .remove(let ids, let isRemoved):
      if isRemoved { removed.formUnion(ids) } else { removed.subtract(ids) }
      hide()
    case .edit(let id, let edits): edit(id, edits)
    case .follow(let key, let isFollowed):
      for index in feeds.indices where feeds[index].key == key { feeds[index].isFollowed = isFollowed }
    case .withdraw, .readmit:
      if case .readmit = change { removed.subtract(added) } else { removed.formUnion(added) }
      hide()
    }
  }

  /// Has the rows say which of them are out of sight.
  private mutating func hide() {
    for index in entries.indices { entries[index].row.isRemoved = removed.contains(entries[index].row.id) }
  }

  /// What takes a change back that is yet to be made; nil where nothing will be different.
  private func inverse(of change: Change) -> Change? {
    switch change {
    case .mark(let ids, let mark):
      let changed = ids.filter { id in detail(id).map { $0.row.with(mark) != $0.row } ?? false }
      return changed.isEmpty ? nil : .mark(changed, mark.inverse)
    case .marks(let markings):
      var after = self
      let inverse = markings.map { marking -> Marking in
        let changed = marking.stories.filter { id in
          after.detail(id).map { $0.row.with(marking.mark) != $0.row } ?? false
        }
        after.set(marking.mark, on: changed)
        return Marking(changed, marking.mark.inverse)
      }.filter { !$0.stories.isEmpty }
      return inverse.isEmpty ? nil : .marks(inverse.reversed())
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
    case .edit(let id, let edits):
      guard let detail = detail(id) else { return nil }
      var (fake, back) = (self, [StoryEdit]())
      fake.edit(id, edits)
      for edit in edits {
        guard let (before, after) = fake.detail(id).map({ (detail.edits, $0.edits) }) else { continue }
        switch edit {
        case .headline where before.headline != after.headline: back.append(.headline(before.headline))
        case .date where before.date != after.date: back.append(.date(before.date))
        default: break
        }
      }
      return back.isEmpty ? nil : .edit(id, back)
    case .follow(let key, let isFollowed):
      let isOther = feeds.contains { $0.key == key && $0.isFollowed != isFollowed }
      return isOther ? .follow(key, isFollowed: !isFollowed) : nil
    case .withdraw(let addition): return .readmit(addition: addition)
    case .readmit(let addition): return .withdraw(addition: addition)
    }
  }

  /// What the story says already is no edit.
  private mutating func edit(_ id: StoryID, _ edits: [StoryEdit]) {
    for index in entries.indices where entries[index].row.id == id {
      var wanted = entries[index].edits
      for edit in edits { wanted.make(edit) }
      var detail = entries[index].asWritten
      if wanted.headline?.isEmpty ?? true || wanted.headline == detail.story.headline { wanted.headline = nil }
      if wanted.date == detail.row.date { wanted.date = nil }
      detail.show(wanted, insteadOf: detail.row.date)
      detail.row.headline = wanted.headline ?? detail.row.headline
      detail.row.date = wanted.date ?? detail.row.date
      entries[index] = detail
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
