import Briefing
import Canvas

extension IndexState: ScreenContent {
  var screen: Screen { .index(self) }
  var scopes: [Scope] { [.index, .tabs] }
  var searchStyle: SearchStyle { .onEnter }

  var hints: [Hint] {
    [
      Hint(.enter, "open"), Hint(.search, "search"), Hint(.limit, "limit"), Hint(.toggleUnread, "unread"),
      Hint(.toggleStar, "star"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    guard window.rows.isEmpty, goal == nil else { return more(in: frame) }
    return load(listing, goal: .first, in: frame)
  }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    switch command {
    case .first where !window.reachesFirst: load(listing, goal: .first, in: frame)
    case .last where !window.reachesLast: load(listing, goal: .last, in: frame)
    case .enter: row.map { [.go(.story($0.id))] } ?? []
    case .toggleUnread: mark { .unread(!$0.isUnread) }
    case .toggleStar: mark { .starred(!$0.isStarred) }
    case .tag: [.say("tags come with the catalog on disk; these stories are only being read")]
    case .select: select(in: frame)
    case .copy: copy()
    case .sort: sort(in: frame)
    default: move(command, in: frame)
    }
  }

  mutating func callOff(in frame: Frame) -> [Step]? {
    if !selected.isEmpty {
      selected = []
      return []
    }
    return listing.query.isEmpty ? nil : limit(to: "", in: frame)
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    words.isEmpty ? [] : [.go(.search(words))]
  }

  /// Shows only the stories that match a query; an empty one shows all.
  mutating func limit(to query: String, in frame: Frame) -> [Step] {
    load(Listing(query: query, order: listing.order), goal: .first, in: frame)
  }

  mutating func resized(to frame: Frame) -> [Step] {
    scroll.fit(lines: window.rows.count, rows: frame.bodyRows)
    return more(in: frame)
  }

  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark) {
    window.change(stories) { $0.set(mark) }
    for index in selected.indices where stories.contains(selected[index].id) { selected[index].set(mark) }
  }

  private mutating func move(_ command: Command, in frame: Frame) -> [Step] {
    guard scroll.perform(command, lines: window.rows.count, rows: frame.bodyRows) else { return [] }
    hasMoved = true
    return more(in: frame)
  }

  private mutating func select(in frame: Frame) -> [Step] {
    guard let row else { return [] }
    if isSelected(row.id) { selected.removeAll { $0.id == row.id } } else { selected.append(row) }
    return move(.down, in: frame)
  }

  /// Gives the chosen stories the mark that the first of them lacks.
  private mutating func mark(_ mark: (Row) -> Mark) -> [Step] {
    guard let first = chosen.first else { return [] }
    let wanted = mark(first)
    let changed = chosen.filter { mark($0) == wanted }.map(\.id)
    selected = []
    return [.effect(.change(.mark(changed, wanted)))]
  }

  private mutating func copy() -> [Step] {
    let headlines = chosen.map(\.headline)
    selected = []
    return headlines.isEmpty ? [] : [.effect(.copy(headlines.joined(separator: "\n")))]
  }

  private mutating func sort(in frame: Frame) -> [Step] {
    let order: Listing.Order =
      switch (wanted ?? listing).order {
      case .newest: .oldest
      case .oldest: .headline
      case .headline: .newest
      }
    let load = load(Listing(query: listing.query, order: order), goal: .first, in: frame)
    return load + [.say(order == .headline ? "sorted by headline" : "\(order.rawValue) first")]
  }
}
