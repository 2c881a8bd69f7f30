import Briefing
import Canvas

extension IndexState {
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

  var chosenRows: [Row] { chosen }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    switch command {
    case .first where !window.reachesFirst: load(listing, goal: .first, in: frame)
    case .last where !window.reachesLast: load(listing, goal: .last, in: frame)
    case .enter: open()
    case .toggleUnread: mark(in: frame) { .unread(!$0.isUnread) }
    case .toggleStar: mark(in: frame) { .starred(!$0.isStarred) }
    case .remove: remove()
    case .select: select(in: frame)
    case .copy: copy()
    case .sort: sort(in: frame)
    default: walk(command, in: frame)
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

  func opening(of kind: Prompt.Kind, in frame: Frame) -> Prompt.Opening {
    switch kind {
    case .limit: .line(listing.query)
    case .name where listing.query.isEmpty: .refused("limit the stories to a query first; then it can be kept")
    case .name: .line(named?.name ?? "", about: "a name for “\(listing.query)”")
    default: opening(of: kind)
    }
  }

  mutating func entered(_ text: String, for kind: Prompt.Kind, in frame: Frame) -> [Step] {
    switch kind {
    case .limit: return limit(to: text, in: frame)
    case .name: return keep(as: text)
    case .tags:
      let tagging = Tagging(chosenRows.map(frame.expected))
      selected = []
      return tagging.steps(for: text)
    case .search, .note, .command: return []
    }
  }

  mutating func changed(_ change: Change, in frame: Frame) -> [Step] {
    switch change {
    case .mark(let stories, let mark): marked(Set(stories), mark)
    case .remove(let stories, let isRemoved) where isRemoved != isOfRemoved: return leave(Set(stories), in: frame)
    case .remove(let stories, _): return comeBack(stories, in: frame)
    case .keep(let query) where query.query == listing.query: named = query
    case .forget(named?.name): named = nil
    default: break
    }
    return []
  }

  /// Keeps the limit under a name, without the blanks around it.
  private func keep(as line: String) -> [Step] {
    let name = line.split(separator: " ").joined(separator: " ")
    guard !name.isEmpty else { return [] }
    guard !QueriesState.isTaken(name) else { return [.say("“\(name)” is there always; another name is needed")] }
    return [.effect(.change(.keep(SavedQuery(name: name, query: listing.query))))]
  }

  /// Shows only the stories that match a query; an empty one shows all.
  mutating func limit(to query: String, in frame: Frame) -> [Step] {
    load(Listing(query: query, order: listing.order), goal: .first, in: frame)
  }

  mutating func resized(to frame: Frame) -> [Step] {
    fit(to: frame)
    return more(in: frame)
  }

  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark) {
    window.change(stories) { $0.set(mark) }
    for index in selected.indices where stories.contains(selected[index].id) { selected[index].set(mark) }
  }

  /// Whoever opens a story has chosen it, and comes back to it.
  private mutating func open() -> [Step] {
    guard let row else { return [] }
    hasMoved = true
    return [.go(.story(row.id))]
  }

  private mutating func walk(_ command: Command, in frame: Frame) -> [Step] {
    guard move(command, in: frame) else { return [] }
    hasMoved = true
    if scroll.cursor == 0, window.reachesFirst { newStories = 0 }
    return more(in: frame)
  }

  private mutating func select(in frame: Frame) -> [Step] {
    guard let row else { return [] }
    if isSelected(row.id) { selected.removeAll { $0.id == row.id } } else { selected.append(row) }
    return walk(.down, in: frame)
  }

  /// Gives the chosen stories the mark that the first of them lacks.
  private mutating func mark(in frame: Frame, _ mark: (Row) -> Mark) -> [Step] {
    let rows = chosen.map(frame.expected)
    guard let first = rows.first else { return [] }
    let wanted = mark(first)
    let changed = rows.filter { mark($0) == wanted }.map(\.id)
    hasMoved = true
    selected = []
    return [.effect(.change(.mark(changed, wanted)))]
  }

  /// Whether the list is of what was removed.
  private var isOfRemoved: Bool {
    Query(listing.query).clauses.joined().contains { $0.condition == .removed && !$0.isNegated }
  }

  /// Removes the chosen stories; from a list of removed ones, it brings them back.
  private mutating func remove() -> [Step] {
    let ids = chosen.map(\.id)
    hasMoved = true
    selected = []
    return ids.isEmpty ? [] : [.effect(.change(.remove(ids, isRemoved: !isOfRemoved)))]
  }

  /// Takes stories out of the rows; the cursor stands on what comes after them.
  private mutating func leave(_ stories: Set<StoryID>, in frame: Frame) -> [Step] {
    let before = window.rows.prefix(scroll.cursor).count { stories.contains($0.id) }
    window.remove(stories)
    selected.removeAll { stories.contains($0.id) }
    scroll.shift(by: -before, lines: window.rows.count, rows: frame.bodyRows)
    return more(in: frame)
  }

  /// Asks for the rows around the cursor once more, or goes to the one story that comes back, so that it is seen. Stories
  /// that come back are no news.
  private mutating func comeBack(_ stories: [StoryID], in frame: Frame) -> [Step] {
    returning = stories.count == 1 && listing.query.isEmpty && frame.isFocused ? stories[0] : nil
    let steps = catalogChanged(in: frame) + (returning.map { [.effect(.ask(.row($0)))] } ?? [])
    isCountingNew = false
    if listing.query.isEmpty { count?.stories += stories.count }
    return steps
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
