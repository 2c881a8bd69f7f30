import Briefing

/// The index: which stories a listing has, in which order.
extension FakeCatalog {
  /// All stories in an order, those out of sight among them. Of the same date, those that stand first come first.
  func sorted(_ order: Listing.Order = .newest) -> [StoryDetail] {
    let newest = entries.enumerated().sorted { ($1.element.row.date, $0.offset) < ($0.element.row.date, $1.offset) }
    return switch order {
    case .newest: newest.map(\.element)
    case .oldest: newest.reversed().map(\.element)
    case .headline: newest.map(\.element).sorted { Self.sortKey(of: $0) < Self.sortKey(of: $1) }
    }
  }

  private static func sortKey(of detail: StoryDetail) -> String {
    FoldedText.sortKey(of: detail.row.headline, bytes: 32)
  }

  /// What is in sight, newest first.
  var shown: [StoryDetail] { sorted().filter { !removed.contains($0.row.id) } }

  func list(_ listing: Listing) -> [Row] {
    sorted(listing.order).filter { holds($0, Query(listing.query)) }.map(\.row)
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
  var tags: [String] {
    let numbers = Dictionary(shown.flatMap(\.row.tags).map { ($0, 1) }, uniquingKeysWith: +)
    return numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

/// The query language.
extension FakeCatalog {
  private func holds(_ detail: StoryDetail, _ query: Query) -> Bool {
    let isOfRemoved = query.clauses.joined().contains { $0.condition == .removed && !$0.isNegated }
    guard removed.contains(detail.row.id) == isOfRemoved else { return false }
    return query.clauses.allSatisfy { clause in
      clause.contains { holds(detail, $0.condition) != $0.isNegated }
    }
  }

  private func holds(_ detail: StoryDetail, _ condition: Query.Condition) -> Bool {
    switch condition {
    case .words(let words, let isPrefix):
      let phrase = FakePhrase(words, isPrefix: isPrefix)
      return detail.story.leaves.contains { !phrase.matches(in: $0.text).isEmpty }
    case .asks(let words, let isPrefix):
      let phrase = FakePhrase(words, isPrefix: isPrefix)
      return detail.story.sections.contains { $0.isQuestion && !phrase.matches(in: $0.heading).isEmpty }
    case .source(let name):
      return detail.story.sources.contains { ".\($0).".contains(".\(name).") }
    case .unread(let isUnread): return detail.row.isUnread == isUnread
    case .starred: return detail.row.isStarred
    case .tagged(let name): return detail.row.tags.contains(name)
    case .hasTags: return !detail.row.tags.isEmpty
    case .hasNotes: return !detail.notes.isEmpty
    case .hasVersions: return detail.versions > 1
    case .removed: return removed.contains(detail.row.id)
    case .before(let moment): return detail.row.date < moment
    case .after(let moment): return detail.row.date >= moment
    }
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
