import Briefing

/// What a server sent: told by its bytes first, as every file is, and then by what HTTP says of its type.
public enum FetchedFile: Sendable {
  case feed(FetchedFeed)
  case page(FetchedPage)
  /// Stories in some other form: a text, a mail, Courant's own.
  case stories(StoryFile)
  /// A list of feeds.
  case feeds([FollowedFeed])
  /// What Kagi News has, each category a file beside the list.
  case categories([KagiCategories.Category])

  /// - Parameters:
  ///   - type: what HTTP says of the type, with its charset; nil where it says nothing.
  ///   - address: where the bytes were found in the end; links start from there.
  ///   - decoder: decodes what is in an encoding of several bytes a letter.
  /// - Throws: what there is instead.
  public init(
    _ bytes: [UInt8], type: String?, address: String, decoder: @escaping ForeignDecoder = { _, _ in nil }
  ) throws(FormatError) {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw bytes.isEmpty ? .empty : .blank }
    let kind = ContentKind(of: bytes, named: Self.name(of: type))
    if kind.isMarkup, bytes.count > StoryFile.largestMarkup { throw .largeMarkup }
    switch kind {
    case .feed, .jsonFeed: self = .feed(FetchedFeed(bytes, type: type, address: address, decoder))
    case .kagiNews: self = .feed(try FetchedFeed(day: bytes, at: address))
    case .page: self = .page(try FetchedPage(bytes, type: type, address: address, decoder))
    case .foreign(.kagiCategories): self = .categories(KagiCategories.read(bytes))
    case .outline, .followList: self = .feeds(FeedList.read(bytes, named: Self.name(of: type)))
    default: self = .stories(try StoryFile(bytes, named: Self.name(of: type), decoder: decoder))
    }
  }

  /// A file's name with the ending that the type stands for, where the bytes leave open what they are.
  private static func name(of type: String?) -> ArraySlice<UInt8>? {
    let type = type?.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased() ?? ""
    let ending: String? =
      switch type {
      case "text/html", "application/xhtml+xml": "html"
      case "application/json", "application/feed+json": "json"
      case "text/x-opml": "opml"
      case "text/markdown": "md"
      case _ where type.hasSuffix("xml"): "xml"
      default: nil
      }
    return ending.map { Array("fetched.\($0)".utf8)[...] }
  }
}

/// A page as a server sent it.
public struct FetchedPage: Sendable {
  /// Whether it is an article, and what else it is if not.
  public let kind: PageReading.Kind
  /// The best that can be had of it, also where it is no article.
  public let story: StoryFile.Story

  init(_ bytes: [UInt8], type: String?, address: String, _ decoder: ForeignDecoder) throws(FormatError) {
    let page = try PageStories(bytes, type: type, address: address, decoder)
    (kind, story) = (page.kind, page.story(0))
  }
}

/// A feed as a server sent it; it may have no entry.
public struct FetchedFeed: Sendable {
  /// What it calls itself.
  public let title: String?
  /// The page that it is of.
  public let site: String?
  /// How long it asks to be left alone, in seconds; nil where it asks nothing.
  public let interval: Int?
  private let entries: Entries

  private enum Entries: Sendable {
    case feed(FeedStories)
    /// A day of Kagi News.
    case day(KagiDay)
  }

  init(_ bytes: [UInt8], type: String?, address: String, _ decoder: ForeignDecoder) {
    let stories = FeedStories(fetched: bytes, type: type, address: address, decoder)
    title = stories.feed.title.map(\.line).flatMap { $0.isEmpty ? nil : $0 }
    site = stories.feed.link.flatMap(LinkOrigin.whole).map { Gate.text(of: $0) }
    interval = stories.feed.interval
    entries = .feed(stories)
  }

  /// - Throws: `noEntries`.
  init(day bytes: [UInt8], at address: String) throws(FormatError) {
    let day = try KagiDay(bytes)
    title = day.category.map { "\($0) — Kagi News" } ?? "Kagi News"
    site = nil
    interval = nil
    entries = .day(day)
  }

  public var count: Int {
    switch entries {
    case .feed(let stories): stories.count
    case .day(let day): day.count
    }
  }

  /// An entry, counted from 0, and what it is known by in its feed.
  /// - Throws: only where a story of Kagi News is broken.
  public func entry(_ index: Int) throws(FormatError) -> (story: StoryFile.Story, guid: String) {
    switch entries {
    case .feed(let stories): (stories.story(index), stories.guid(index))
    case .day(let day): try day.entry(index)
    }
  }
}
