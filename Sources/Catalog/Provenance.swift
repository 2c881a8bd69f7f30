import Briefing

/// Where a story comes from, and so by what it is known when it comes again.
public enum Provenance: Hashable, Sendable {
  /// A text, which is known by what it says.
  case text
  /// A page, which is known by its address.
  case page(url: String)
  /// An entry of a feed, which is known by the name that the feed gives it.
  case entry(feed: String, guid: String, url: String? = nil)
}

extension Provenance {
  /// How the tables say what kind it is.
  var kind: Int64 {
    switch self {
    case .text: 0
    case .page: 1
    case .entry: 2
    }
  }
}

/// What a story is called wherever it comes from, whatever it says.
enum StoryName: Hashable, Sendable {
  case page(address: String)
  case entry(feed: String, guid: String)

  var feed: String? { if case .entry(let feed, _) = self { feed } else { nil } }
  var guid: String? { if case .entry(_, let guid) = self { guid } else { nil } }

  /// The name of a story as its row says it.
  init?(kind: Int64, address: String?, feed: String?, guid: String?) {
    switch (kind, address, feed, guid) {
    case (2, _, let feed?, let guid?): self = .entry(feed: feed, guid: guid)
    case (0...1, let address?, _, _) where PageAddress.isOfPage(address): self = .page(address: address)
    default: return nil
    }
  }

  /// As a number, by which a story is kept away that was removed and is not there any more.
  var number: Int64 {
    var print = Fingerprint()
    switch self {
    case .page(let address): print.add(address)
    case .entry(let feed, let guid):
      print.add(feed)
      print.add(guid)
    }
    return Int64(bitPattern: print.value)
  }

  /// The same of an entry that has its name in common with others, told by what it says.
  func number(saying fingerprint: Int64) -> Int64 {
    var print = Fingerprint()
    print.add(String(number))
    print.add(String(fingerprint))
    return Int64(bitPattern: print.value)
  }

  /// Whether two names cannot be those of one story.
  func excludes(_ other: StoryName?) -> Bool {
    guard let other else { return false }
    return self != other
  }

  /// Whether both are entries of one feed, which gives each of its entries a name of its own.
  func isOfSameFeed(as other: StoryName?) -> Bool {
    guard case .entry(let feed, _) = self, case .entry(feed, _)? = other else { return false }
    return true
  }
}

extension PageAddress {
  /// Whether an address leads to a page of its own, and not to a site whose first page says something else each day.
  static func isOfPage(_ key: String) -> Bool { key.contains("/") || key.contains("?") }
}

/// Whether a story is seen.
enum Visibility: Int64, Sendable {
  case shown
  /// The user removed it: it stays away also when it arrives again.
  case removed
  /// An undo took it out again: it is as if it had never arrived, and may arrive again.
  case withdrawn
  /// A copy of a page, which only `is:page` and its address lead to.
  case kept
  /// It is gone for good, and its text is yet to be emptied.
  case expired
}

/// Where a story came from, as a number: it is only ever compared.
enum Origin {
  static func key(of origin: String) -> Int64 {
    var print = Fingerprint()
    print.add(origin)
    return Int64(bitPattern: print.value)
  }
}
