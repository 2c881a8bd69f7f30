import Briefing
import Reader

/// The index: which stories a listing has, in which order.
extension FakeCatalog {
  /// All stories in an order, those out of sight among them. Of the same date, those that stand first come first.
  func sorted(_ order: Listing.Order = .newest) -> [StoryDetail] {
    let newest = entries.enumerated().sorted { ($1.element.row.date, $0.offset) < ($0.element.row.date, $1.offset) }
    return switch order {
    case .newest: newest.map(\.element)
    case .oldest: newest.reversed().map(\.element)
    case .headline: newest.map(\.element).sorted { Self.sortKey(of: $0) < Self.sortKey(of: $1) }
    case .publisher: newest.map(\.element).sorted { Self.publisher(of: $0) < Self.publisher(of: $1) }
    }
  }

  /// Nobody's stories come last.
  private static func publisher(of detail: StoryDetail) -> String {
    detail.row.publisher?.lowercased() ?? "\u{10FFFF}"
  }

  private static func sortKey(of detail: StoryDetail) -> String {
    FoldedText.sortKey(of: detail.row.headline, bytes: 32)
  }

  /// What is in sight, newest first.
  var shown: [StoryDetail] { sorted().filter { !removed.contains($0.row.id) && !$0.row.isPage } }

  func list(_ listing: Listing) -> [Row] { list(Query(listing.query), listing.order) }

  func list(_ query: Query, _ order: Listing.Order = .newest) -> [Row] {
    sorted(order).filter { holds($0, query) }.map(\.row)
  }

  func rows(_ listing: Listing, _ window: RowWindow) -> [Row] {
    switch window {
    case .first(let limit): Array(list(listing).prefix(limit))
    case .last(let limit): Array(list(listing).suffix(limit))
    case .after(let row, let limit): Array(list(listing, beyond: row, forward: true).prefix(limit))
    case .before(let row, let limit): Array(list(listing, beyond: row, forward: false).suffix(limit))
    }
  }

  func neighbour(of id: StoryID, in listing: Listing, forward: Bool) -> StoryDetail? {
    guard let row = detail(id)?.row else { return nil }
    let rows = list(listing, beyond: row, forward: forward)
    return (forward ? rows.first : rows.last).flatMap { detail($0.id) }
  }

  func nextUnread(after id: StoryID?, in listing: Listing) -> StoryDetail? {
    let after = id.flatMap { detail($0)?.row }.map { list(listing, beyond: $0, forward: true) } ?? []
    let row = after.first(where: \.isUnread) ?? list(listing).first { $0.isUnread && $0.id != id }
    return row.flatMap { detail($0.id) }
  }

  /// The rows on one side of a story, which need not be in the listing; of one that has left, its date must do.
  private func list(_ listing: Listing, beyond row: Row, forward: Bool) -> [Row] {
    let all = sorted(listing.order)
    let place =
      all.firstIndex { $0.row.id == row.id }
      ?? all.firstIndex { listing.order == .oldest ? $0.row.date > row.date : $0.row.date < row.date }
    let isHere = place.map { all[$0].row.id == row.id } ?? false
    let beyond = place.map { forward ? all[($0 + (isHere ? 1 : 0))...] : all[..<$0] } ?? (forward ? [] : all[...])
    return beyond.filter { holds($0, Query(listing.query)) }.map(\.row)
  }

  /// The tags of stories in sight, those that the most have first.
  var tags: [TagCount] {
    let numbers = Dictionary(shown.flatMap(\.row.tags).map { ($0, 1) }, uniquingKeysWith: +)
    return numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { TagCount($0.key, stories: $0.value) }
  }

  /// The notes on stories in sight, the newest story first.
  var notes: [PlacedNote] {
    shown.flatMap { detail in
      detail.notes.map { note in
        PlacedNote(
          story: detail.row.id, headline: detail.row.headline, date: detail.row.date,
          heading: note.section.map { detail.story.sections[$0].heading }, note: note)
      }
    }
  }

  /// What a field may be given, that which the most stories in sight have first.
  func offered(_ kind: QueryField.Values, _ text: String) -> [OfferedValue] {
    switch kind {
    case .tags:
      let found = tags.filter { text.isEmpty || $0.name.contains(text) }
      return found.map { OfferedValue(name: $0.name, count: $0.stories) }
    case .hosts:
      guard case .sources(let sources) = answer(to: .sources(matching: text, limit: .max)) else { return [] }
      return sources.map { OfferedValue(name: $0.host, count: $0.stories) }
    case .publishers:
      let names = Dictionary(grouping: shown.compactMap(\.row.publisher)) { $0.lowercased() }.values
      let offered = names.map { OfferedValue(name: $0.min() ?? "", count: $0.count) }
      return offered.filter { text.isEmpty || $0.name.lowercased().contains(text.lowercased()) }
        .sorted { ($1.count, $0.name.lowercased()) < ($0.count, $1.name.lowercased()) }
    case .feeds:
      let found = feeds.filter { $0.isFollowed && (text.isEmpty || $0.name.lowercased().contains(text.lowercased())) }
      let sorted = found.sorted { ($1.stories, $0.name.lowercased()) < ($0.stories, $1.name.lowercased()) }
      return sorted.map { OfferedValue(name: $0.name, count: $0.stories) }
    case .states, .days, .words: return []
    }
  }
}

/// The query language.
extension FakeCatalog {
  private func holds(_ detail: StoryDetail, _ query: Query) -> Bool {
    let asked = query.clauses.joined().filter { !$0.isNegated }.map(\.condition)
    let isOfRemoved = asked.contains(.removed)
    let isOfKept = !isOfRemoved && asked.contains(.kept)
    guard removed.contains(detail.row.id) == isOfRemoved, detail.row.isPage == isOfKept else { return false }
    return query.clauses.allSatisfy { clause in
      clause.contains { holds(detail, $0.condition) != $0.isNegated }
    }
  }

  private func holds(_ detail: StoryDetail, _ condition: Query.Condition) -> Bool {
    switch condition {
    case .words(let words, let isPrefix):
      let phrase = FakePhrase(words, isPrefix: isPrefix)
      return (detail.story.leaves.map(\.text) + [detail.story.publisher ?? ""]).contains {
        !phrase.matches(in: $0).isEmpty
      }
    case .asks(let words, let isPrefix):
      let phrase = FakePhrase(words, isPrefix: isPrefix)
      return detail.story.sections.contains { $0.isQuestion && !phrase.matches(in: $0.heading).isEmpty }
    case .source(let name):
      return detail.story.sources.contains { ".\($0).".contains(".\(name).") }
    case .unread(let isUnread): return detail.row.isUnread == isUnread
    case .starred: return detail.row.isStarred
    case .begun: return detail.row.progress == .begun
    case .tagged(let name): return detail.row.tags.contains(name)
    case .hasTags: return !detail.row.tags.isEmpty
    case .hasNotes: return !detail.notes.isEmpty
    case .hasVersions: return detail.versions > 1
    case .removed: return removed.contains(detail.row.id)
    case .publisher(let words):
      return !FakePhrase(words, isPrefix: false).matches(in: detail.story.publisher ?? "").isEmpty
    case .feed(let name): return detail.feed.map { isNamed($0, name) } ?? false
    case .entry: return detail.kind == .entry
    case .kept: return detail.kept != nil
    case .before(let period): return detail.row.date < period.range(on: now).from
    case .after(let period): return detail.row.date >= period.range(on: now).from
    case .on(let period):
      let (from, until) = period.range(on: now)
      return detail.row.date >= from && detail.row.date < until
    }
  }
}

extension FakeCatalog {
  /// Whether what lists call a feed is meant by its address or by some of its words.
  private func isNamed(_ feed: String, _ name: String) -> Bool {
    if let followed = feeds.first(where: { $0.key == name }) { return followed.name == feed }
    return !FakePhrase(name, isPrefix: false).matches(in: feed).isEmpty
  }
}

/// Words that stand next to each other, whatever their case.
struct FakePhrase {
  private let words: [String]
  private let isPrefix: Bool

  init(_ words: String, isPrefix: Bool) {
    self.words = Self.words(of: words).map(\.word)
    self.isPrefix = isPrefix
  }

  /// Where they stand, as UTF-8 offsets.
  func matches(in text: String) -> [Range<Int>] {
    let there = Self.words(of: text)
    guard !words.isEmpty, there.count >= words.count else { return [] }
    return (0...(there.count - words.count)).compactMap { start in
      let end = start + words.count - 1
      let found = zip(words.indices, there[start...end]).allSatisfy { index, other in
        isPrefix && index == words.count - 1 ? other.word.hasPrefix(words[index]) : other.word == words[index]
      }
      return found ? there[start].range.lowerBound..<there[end].range.upperBound : nil
    }
  }

  private static func words(of text: String) -> [(word: String, range: Range<Int>)] {
    text.split { !$0.isLetter && !$0.isNumber }.map { word in
      let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
      return (word.lowercased(), start..<start + word.utf8.count)
    }
  }
}
