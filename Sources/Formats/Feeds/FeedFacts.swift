import Briefing

/// What was found of a feed or an entry so far: of several that say the same, the one that counts most, and the first of those.
struct FeedFacts {
  /// Few enough that a list is faster than a table.
  private var texts: [(element: FeedElement, rank: Int, text: FeedText)] = []
  private var moments: [(element: FeedElement, rank: Int, moment: Moment)] = []
  private(set) var persons: (rank: Int, names: [String]) = (-1, [])
  var enclosures: [String] = []
  private static let mostPersons = 100

  mutating func take(_ element: FeedElement, rank: Int, _ text: FeedText) {
    // Nothing is said by nothing.
    guard !text.bytes.allSatisfy({ $0 <= 0x20 }) else { return }
    guard let index = texts.firstIndex(where: { $0.element == element }) else {
      return texts.append((element, rank, text))
    }
    if texts[index].rank < rank { texts[index] = (element, rank, text) }
  }

  mutating func take(_ element: FeedElement, rank: Int, _ moment: Moment) {
    guard let index = moments.firstIndex(where: { $0.element == element }) else {
      return moments.append((element, rank, moment))
    }
    if moments[index].rank < rank { moments[index] = (element, rank, moment) }
  }

  mutating func takePerson(_ name: String, rank: Int) {
    if rank > persons.rank {
      persons = (rank, [name])
    } else if rank == persons.rank, !persons.names.contains(name),
      persons.names.count < Self.mostPersons
    {
      persons.names.append(name)
    }
  }

  func text(_ element: FeedElement) -> FeedText? { texts.first { $0.element == element }?.text }
  func line(_ element: FeedElement) -> String? { text(element).map { PageText.line($0.bytes) } }
  func moment(_ element: FeedElement) -> Moment? { moments.first { $0.element == element }?.moment }
}

extension Feed {
  mutating func take(_ facts: FeedFacts) {
    title = facts.text(.title)
    link = facts.line(.link)
    description = facts.text(.description)
    author = facts.persons.names.first
    language = facts.line(.language)
    // In minutes (RSS 2.0, `ttl`).
    interval = facts.line(.timeToLive).flatMap { Int($0) }.flatMap { (1...100_000).contains($0) ? $0 * 60 : nil }
    id = facts.line(.id)
    address = facts.line(.address)
  }
}

extension FeedEntry {
  mutating func take(_ facts: inout FeedFacts) {
    id = facts.line(.id)
    title = facts.text(.title)
    link = facts.line(.link)
    authors = facts.persons.names
    published = facts.moment(.published)
    updated = facts.moment(.updated)
    body = facts.text(.content) ?? facts.text(.description)
    var seen: Set<String> = []
    enclosures = facts.enclosures.filter { seen.insert($0).inserted }
  }
}

/// What links start from: where the feed was found, and what `xml:base` says at each depth.
struct FeedBases {
  private var bases: [(depth: Int, base: LinkOrigin?, address: String)] = []

  init(_ url: String?) {
    if let url { bases = [(-1, LinkOrigin(url), url)] }
  }

  var current: String? { bases.last?.address }

  mutating func enter(_ tokenizer: MarkupTokenizer, depth: Int) {
    guard !tokenizer.isSelfClosing, let value = tokenizer.string(of: "xml:base"), bases.count < 256 else { return }
    let address = bases.last?.base.flatMap { $0.resolve(value) } ?? value
    bases.append((depth, LinkOrigin(address), address))
  }

  mutating func leave(downTo depth: Int) {
    while let last = bases.last, last.depth > depth { bases.removeLast() }
  }

  /// The whole address; as it stands where nothing says where it starts.
  func resolve(_ reference: String) -> String? {
    let reference = PageText.line(reference)
    if reference.isEmpty { return nil }
    if let whole = LinkOrigin.whole(reference) { return whole }
    return bases.last?.base?.resolve(reference) ?? reference
  }
}
