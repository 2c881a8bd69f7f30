public import Briefing

/// An entry as a server of the Google Reader interface gives it.
public struct AccountEntry: Hashable, Sendable {
  public var id: ItemID
  /// What the server calls the feed that it is of; nil where it does not say.
  public var stream: String?
  public var story: StoryFile.Story
  public var isRead: Bool
  public var isStarred: Bool
  /// The labels of its own, and the folders of its feed: servers write both in one way.
  public var labels: [String]
}

/// What a server has of some entries (`stream/items/contents`).
public struct AccountEntries: Sendable {
  public private(set) var entries: [AccountEntry] = []
  /// Whose they are, as the server says it.
  public private(set) var owners: Set<String> = []

  /// None.
  public init() {}

  /// Entries that are broken are passed over. Linear in the length of the bytes; one entry at a time is taken apart.
  /// - Throws: `FormatError.broken` where it is no such list.
  public init(_ bytes: [UInt8]) throws(FormatError) {
    guard let range = JSONOutline(of: bytes).value("items") else { throw .broken }
    for range in JSONOutline.elements(of: bytes, in: range) {
      let original = Array(bytes[range])
      guard case .object(let members)? = try? JSONScanner.value(of: original) else { continue }
      if let entry = entry(JSONFields(members: members), original) { entries.append(entry) }
    }
  }

  private mutating func entry(_ fields: JSONFields, _ original: [UInt8]) -> AccountEntry? {
    guard let id = fields.text("id").flatMap({ ItemID($0) }) else { return nil }
    var (isRead, isStarred, labels) = (false, false, [String]())
    for case .string(let name) in fields.list("categories") {
      guard let stream = AccountStream(name) else { continue }
      if let owner = stream.owner { owners.insert(owner) }
      switch stream.kind {
      case .state("read"): isRead = true
      case .state("starred"): isStarred = true
      case .label(let label): labels.append(label)
      default: break
      }
    }
    let origin = fields["origin"]?.members.map(JSONFields.init)
    return AccountEntry(
      id: id, stream: origin?.text("streamId"), story: Self.story(fields, origin, original), isRead: isRead,
      isStarred: isStarred, labels: labels)
  }

  private static func story(_ fields: JSONFields, _ origin: JSONFields?, _ original: [UInt8]) -> StoryFile.Story {
    var feed = Feed()
    feed.title = origin?.text("title").map { FeedText.guessed(Array($0.utf8)) }
    feed.link = origin?.text("htmlUrl")
    var entry = FeedEntry(range: 0..<original.count)
    entry.title = fields.text("title").map { FeedText.guessed(Array($0.utf8)) }
    entry.link = link(fields)
    entry.authors = [fields.text("author")].compactMap(\.self)
    entry.published = moment(fields)
    entry.body = body(fields).map { FeedText($0, .html) }
    entry.enclosures = fields.objects("enclosure").compactMap { $0.text("href") ?? $0.text("url") }
    return StoryFile.Story(reading: FeedStories.story(of: entry, in: feed), original: original)
  }

  private static func link(_ fields: JSONFields) -> String? {
    for key in ["canonical", "alternate"] {
      for link in fields.objects(key) {
        if let address = link.text("href").flatMap(LinkOrigin.whole) { return address }
      }
    }
    return nil
  }

  /// The longer of what servers call content and summary: most give one of them, or the same in both.
  private static func body(_ fields: JSONFields) -> String? {
    let texts = ["content", "summary"].compactMap { key in
      fields[key].flatMap { value in value.members.flatMap { JSONFields(members: $0).text("content") } ?? value.text }
    }
    return texts.max { $0.utf8.count < $1.utf8.count }
  }

  private static func moment(_ fields: JSONFields) -> Moment? {
    let seconds = fields["published"]?.number ?? fields.text("published").flatMap { Int($0) }
    if let seconds, seconds > 0 { return Moment(seconds: Int64(seconds)) }
    let microseconds = fields.text("timestampUsec").flatMap { Int64($0) }
    return microseconds.map { Moment(seconds: $0 / 1_000_000) }
  }
}
