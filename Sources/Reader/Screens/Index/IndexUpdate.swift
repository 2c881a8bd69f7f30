import Briefing
import Canvas

extension IndexState {
  var scopes: [Scope] { [.index, .tabs] }
  var searchStyle: SearchStyle { .onEnter }

  var hints: [Hint] {
    let lift = listing.query.isEmpty ? [] : [Hint(.back, origin == nil ? "all stories" : "back")]
    guard !isEmpty else {
      let others =
        listing.query.isEmpty
        ? [Hint(.prompt, "add PATH"), Hint(.followFeed, "follow a feed")] : [Hint(.limit, "limit")]
      return lift + others + [Hint(.search, "search"), Hint(.help, "help")]
    }
    return [Hint(.enter, "open")] + lift + [
      Hint(.search, "search"), Hint(.limit, "limit"), Hint(.toggleUnread, "unread"),
      Hint(.toggleStar, "star"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    guard window.rows.isEmpty, goal == nil else { return more(in: frame) }
    return load(listing, goal: .first, in: frame)
  }

  var chosenRows: [Row] { chosen }
  var previewed: Preview.Target? { row.map { Preview.Target(story: $0.id) } }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    switch command {
    case .first where !window.reachesFirst: load(listing, goal: .first, in: frame)
    case .last where !window.reachesLast: load(listing, goal: .last, in: frame)
    case .enter: open()
    case .toggleUnread: mark(in: frame) { .unread(!$0.isUnread) }
    case .toggleStar: mark(in: frame) { .starred(!$0.isStarred) }
    case .remove: remove()
    case .select: select(in: frame)
    case .selectAll: selectAll()
    case .markAllRead: markAllRead()
    case .copy: copy()
    case .browse: browse()
    case .sort: sort(in: frame)
    default: walk(command, in: frame)
    }
  }

  mutating func perform(_ command: Command, with argument: String, in frame: Frame) -> [Step] {
    guard command == .sort else { return perform(command, number: nil, in: frame) }
    guard let order = Listing.Order(rawValue: argument) else {
      return [.say("stories are sorted newest, oldest, by headline or by publisher, not “\(argument)”")]
    }
    return sort(by: order, in: frame)
  }

  mutating func callOff(in frame: Frame) -> [Step]? {
    if selectedRows > 0 || isAllSelected {
      unselect()
      return []
    }
    guard !listing.query.isEmpty else { return nil }
    if let origin { return limit(to: "", in: frame) + [.go(origin)] }
    return limit(to: "", in: frame) + stay()
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    words.isEmpty ? [] : [.go(.search(Search(words, within: listing.query)))]
  }

  func opening(of kind: Prompt.Kind, in frame: Frame) -> Prompt.Opening {
    switch kind {
    case .limit: .line(listing.query)
    case .search where !listing.query.isEmpty:
      .line("", about: "searches the stories of “\(named?.name ?? listing.query)”")
    case .name where listing.query.isEmpty: .refused("limit the stories to a query first; then it can be kept")
    case .name: .line(named?.name ?? "", about: "a name for “\(listing.query)”")
    case .pipe, .write, .export:
      isAllSelected && !(window.reachesFirst && window.reachesLast)
        ? .refused("too many for the reader; courant export DIR QUERY writes them all")
        : opening(of: kind)
    default: opening(of: kind)
    }
  }

  mutating func entered(_ text: String, for kind: Prompt.Kind, in frame: Frame) -> [Step] {
    switch kind {
    case .limit:
      return limit(to: text, in: frame) + (Query.sentence(ofDoubtsIn: text).map { [.say($0)] } ?? [])
    case .name: return keep(as: text)
    case .tags:
      let tagging = Tagging(chosenRows.map(frame.expected))
      let steps = isAllSelected ? tagging.steps(for: text, onAll: everySelected) : tagging.steps(for: text)
      unselect()
      return steps
    case .search, .note, .headline, .date, .command, .add, .feed, .pipe, .write, .export: return []
    }
  }

  mutating func changed(_ change: Change, in frame: Frame) -> [Step] {
    switch change {
    case .mark(let stories, let mark): marked(Set(stories), mark)
    case .remove(let stories, let isRemoved) where isRemoved != isOfRemoved: return leave(Set(stories), in: frame)
    case .remove(let stories, _): return comeBack(stories, in: frame)
    case .edit(let story, _): return edited(story, in: frame)
    case .keep(let query) where query.query == listing.query: named = query
    case .forget(named?.name): named = nil
    default: break
    }
    return []
  }

  /// A story that was edited may stand elsewhere now: the cursor goes along with it.
  mutating func edited(_ story: StoryID, in frame: Frame) -> [Step] {
    guard row?.id == story else { return catalogChanged(in: frame) }
    returning = story
    return [.effect(.ask(.row(story)))]
  }

  /// Keeps the limit under a name, without the blanks around it.
  private func keep(as line: String) -> [Step] {
    let name = line.split(separator: " ").joined(separator: " ")
    guard !name.isEmpty else { return [] }
    guard !QueriesState.isTaken(name) else { return [.say("“\(name)” is there always; another name is needed")] }
    return [.effect(.change(.keep(SavedQuery(name: name, query: listing.query))))]
  }

  /// Has the cursor go, in the rows that were asked for, to the story that it was put on, here or else before the list was limited.
  private mutating func stay() -> [Step] {
    guard let story = hasMoved ? row?.id : rowBeforeLimit else { return [] }
    returning = story
    return [.effect(.ask(.row(story)))]
  }

  /// Shows only the stories that match a query; an empty one shows all.
  mutating func limit(to query: String, in frame: Frame) -> [Step] {
    if listing.query.isEmpty { rowBeforeLimit = hasMoved ? row?.id : nil }
    return load(Listing(query: query, order: listing.order), goal: .first, in: frame)
  }

  mutating func resized(to frame: Frame) -> [Step] {
    fit(to: frame)
    return more(in: frame)
  }

  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark) {
    window.change(stories) { $0.set(mark) }
    for index in selected.indices where stories.contains(selected[index].id) { selected[index].set(mark) }
  }

  /// Whether there is nothing to list; not while the rows are still being read.
  private var isEmpty: Bool { window.rows.isEmpty && count?.stories == 0 }

  /// What is said of a key for which there is no story.
  private var nothing: [Step] { isEmpty ? [.say("there is no story here")] : [] }

  /// Whoever opens a story has chosen it, and comes back to it.
  private mutating func open() -> [Step] {
    guard let row else { return nothing }
    hasMoved = true
    return [.go(.story(row.id))]
  }

  private mutating func walk(_ command: Command, in frame: Frame) -> [Step] {
    guard move(command, in: frame) else { return [] }
    guard !isEmpty else { return nothing }
    hasMoved = true
    if scroll.cursor == 0, window.reachesFirst { newStories = 0 }
    return more(in: frame)
  }

  private mutating func select(in frame: Frame) -> [Step] {
    guard let row else { return nothing }
    if isAllSelected {
      unselected.formSymmetricDifference([row.id])
      return walk(.down, in: frame)
    }
    if isSelected(row.id) { selected.removeAll { $0.id == row.id } } else { selected.append(row) }
    return walk(.down, in: frame)
  }

  /// Gives the chosen stories the mark that the first of them lacks.
  private mutating func mark(in frame: Frame, _ mark: (Row) -> Mark) -> [Step] {
    let rows = chosen.map(frame.expected)
    guard let first = rows.first else { return nothing }
    let wanted = mark(first)
    if isAllSelected { return changeAll(.mark(wanted)) }
    let changed = rows.filter { mark($0) == wanted }.map(\.id)
    hasMoved = true
    selected = []
    return [.effect(.change(.mark(changed, wanted)))]
  }

  /// Whether the list is of what was removed.
  var isOfRemoved: Bool {
    Query(listing.query).clauses.joined().contains { $0.condition == .removed && !$0.isNegated }
  }

  /// Removes the chosen stories; from a list of removed ones, it brings them back.
  private mutating func remove() -> [Step] {
    if isAllSelected { return changeAll(.remove(isRemoved: !isOfRemoved)) }
    // Newest first, as all of a listing are: so an undo knows which of them stands first.
    let ids = chosen.sorted { $0.date > $1.date }.map(\.id)
    hasMoved = true
    selected = []
    return ids.isEmpty ? nothing : [.effect(.change(.remove(ids, isRemoved: !isOfRemoved)))]
  }

  /// Takes stories out of the rows; the cursor stands on what comes after them.
  private mutating func leave(_ stories: Set<StoryID>, in frame: Frame) -> [Step] {
    let before = window.rows.prefix(scroll.cursor).count { stories.contains($0.id) }
    let shown = window.rows.count
    window.remove(stories)
    count?.stories -= shown - window.rows.count
    selected.removeAll { stories.contains($0.id) }
    scroll.shift(by: -before, lines: window.rows.count, rows: frame.bodyRows)
    return more(in: frame)
  }

  /// Asks for the rows around the cursor once more, and goes to the first of the stories that come back, so that they are
  /// seen: `stories` are newest first. Those that come back are no news.
  private mutating func comeBack(_ stories: [StoryID], in frame: Frame) -> [Step] {
    let steps = catalogChanged(in: frame)
    (isCountingNew, isComingBack) = (false, true)
    if listing.query.isEmpty { count?.stories += stories.count }
    returning = frame.isFocused ? (listing.order == .oldest ? stories.last : stories.first) : nil
    guard let returning else { return steps }
    // Under a limit, it may not be one of those that are listed.
    let request: Request = listing.query.isEmpty ? .row(returning) : .position(returning, listing)
    return steps + [.effect(.ask(request))]
  }

  /// Goes to the first story that was added, so that it is seen; the others came with it.
  mutating func added(_ added: AddedStories, in frame: Frame) -> [Step] {
    isCountingNew = false
    guard listing.query.isEmpty else { return [] }
    count?.stories += added.new
    guard frame.isFocused, let first = added.ids.first else { return [] }
    returning = first
    return [.effect(.ask(.row(first)))]
  }

  private mutating func copy() -> [Step] {
    guard !isAllSelected else { return [.say("headlines are copied of rows that are selected one by one")] }
    let headlines = chosen.map(\.headline)
    selected = []
    return headlines.isEmpty ? nothing : [.effect(.copy(headlines.joined(separator: "\n")))]
  }

  private func browse() -> [Step] {
    guard selectedRows < 2 else { return [.say("addresses are opened one story at a time")] }
    return chosen.first.map { [.go(.ownPage(of: $0.id))] } ?? nothing
  }

  private mutating func sort(in frame: Frame) -> [Step] {
    switch (wanted ?? listing).order {
    case .newest: sort(by: .oldest, in: frame)
    case .oldest: sort(by: .headline, in: frame)
    case .headline: sort(by: .publisher, in: frame)
    case .publisher: sort(by: .newest, in: frame)
    }
  }

  private mutating func sort(by order: Listing.Order, in frame: Frame) -> [Step] {
    let load = load(Listing(query: listing.query, order: order), goal: .first, in: frame)
    let isByDate = order == .newest || order == .oldest
    return load + [.say(isByDate ? "\(order.rawValue) first" : "sorted by \(order.rawValue)")]
  }
}
