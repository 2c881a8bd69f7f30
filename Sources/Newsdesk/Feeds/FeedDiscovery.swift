public import Briefing
public import Formats

/// The feeds that a page names, for somebody who wants to follow it and knows only its address.
public enum FeedDiscovery {
  /// A feed that a page names.
  public struct Found: Hashable, Sendable {
    public var address: WebAddress
    /// What the page calls it; nil where it says nothing.
    public var title: String?
  }

  /// The feeds in the order of the page, those of comments last, none twice. Where the page's head names none, those that its
  /// links seem to lead to. Linear in the length of the page.
  /// - Parameters:
  ///   - page: as it was sent, in the character set that the server says.
  ///   - decoder: for character sets that only the system knows.
  public static func feeds(
    in page: [UInt8], at address: WebAddress, charset: String? = nil, decoder: ForeignDecoder = { _, _ in nil }
  ) -> [Found] {
    let links = PageFeedLink.links(
      in: page, at: address.text, charset: charset, decoder: decoder, where: seemsFeed(_:words:))
    let declared = links.filter { $0.isAlternate && isFeed($0) }
    let found = distinct(declared.isEmpty ? links.filter { !$0.isAlternate } : declared)
    return found.filter { !isOfComments($0) } + found.filter(isOfComments)
  }

  private static let kinds: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
    "application/x-rss+xml",
    "application/rss", "application/atom", "text/rss+xml", "text/atom+xml", "text/rss",
  ]
  /// Kinds that feeds are called, and other things more often.
  private static let looseKinds: Set<String> = ["application/xml", "text/xml", "application/json", ""]

  private static func isFeed(_ link: PageFeedLink) -> Bool {
    kinds.contains(link.type) || looseKinds.contains(link.type) && seemsFeed(link.url, words: link.title)
  }

  /// Names of files and folders that are those of feeds on most sites.
  private static let names: Set<String> = [
    "feed", "feeds", "rss", "atom", "rdf", "feed.xml", "rss.xml", "atom.xml", "index.xml", "index.rdf", "feed.json",
    "index.rss", "index.atom", "feed.rss", "feed.atom", "rss.php", "feed.php", "rss2",
  ]

  private static func seemsFeed(_ url: String, words: String) -> Bool {
    guard let address = try? WebAddress(url) else { return false }
    let path = address.rest.prefix { $0 != "?" && $0 != "#" }.lowercased()
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    if names.contains(name) || [".rss", ".atom", ".rdf"].contains(where: name.hasSuffix) { return true }
    // A word of the link alone leads as often to a page about feeds; one that has a file of XML does not.
    return name.hasSuffix(".xml") && ["rss", "atom", "feed", "xml"].contains { words.lowercased().contains($0) }
  }

  private static func distinct(_ links: [PageFeedLink]) -> [Found] {
    var seen: Set<String> = []
    return links.compactMap { link in
      guard let address = try? WebAddress(String(link.url.prefix { $0 != "#" })),
        seen.insert(PageAddress.key(of: address.text)).inserted
      else { return nil }
      return Found(address: address, title: link.title.isEmpty ? nil : link.title)
    }
  }

  private static func isOfComments(_ feed: Found) -> Bool {
    ["comment", "commentaire", "kommentar", "comentario", "コメント", "评论"].contains {
      feed.title?.lowercased().contains($0) == true
    } || feed.address.rest.lowercased().contains("/comments")
  }
}
