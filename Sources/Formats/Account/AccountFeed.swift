import Briefing

/// A feed that a server follows for the user.
public struct AccountFeed: Hashable, Sendable {
  /// What the server calls it: `feed/12`, or `feed/` and its address.
  public var stream: String
  public var title: String?
  /// Where the server fetches it; nil where it does not say.
  public var url: String?
  /// The page that it is of.
  public var site: String?
  /// The folders that it is in.
  public var folders: [String]
}

/// What a server says that the user follows there (`subscription/list`).
public struct AccountFeeds: Hashable, Sendable {
  public var feeds: [AccountFeed] = []
  /// Whose they are, as the server says it: one name or number, several where it contradicts itself.
  public var owners: Set<String> = []

  /// What is broken in it is passed over.
  /// - Throws: `FormatError.broken` where it is no such list at all.
  public init(_ bytes: [UInt8]) throws(FormatError) {
    guard let members = try JSONScanner.value(of: bytes).members,
      let list = JSONFields(members: members)["subscriptions"]?.elements
    else { throw .broken }
    for case .object(let members) in list {
      let fields = JSONFields(members: members)
      guard let stream = fields.text("id"), AccountStream(stream)?.kind == .feed else { continue }
      feeds.append(feed(fields, stream: stream))
    }
  }

  private mutating func feed(_ fields: JSONFields, stream: String) -> AccountFeed {
    var folders: [String] = []
    for category in fields.objects("categories") {
      let stream = category.text("id").flatMap(AccountStream.init)
      if let owner = stream?.owner { owners.insert(owner) }
      guard case .label(let label)? = stream?.kind else { continue }
      let name = Gate.words(of: label)
      if !name.isEmpty { folders.append(name) }
    }
    let title = fields.text("title").map { FeedText.guessed(Array($0.utf8)).line }
    // Older servers give no address but the one in the name.
    let named = String(stream.dropFirst("feed/".count))
    return AccountFeed(
      stream: stream, title: title.flatMap { $0.isEmpty ? nil : $0 },
      url: (fields.text("url") ?? named).asWholeAddress, site: fields.text("htmlUrl")?.asWholeAddress, folders: folders)
  }
}

extension String {
  /// A whole address; nil for anything else.
  fileprivate var asWholeAddress: String? { LinkOrigin.whole(self).map { Gate.text(of: $0) } }
}

/// The labels that a user can give entries at a server, or has given (`tag/list`).
public struct AccountLabels: Hashable, Sendable {
  /// Those that the server says are of entries, or does not say what they are of.
  public var labels: [String] = []

  /// - Throws: `FormatError.broken` where it is no such list.
  public init(_ bytes: [UInt8]) throws(FormatError) {
    guard let members = try JSONScanner.value(of: bytes).members,
      let list = JSONFields(members: members)["tags"]?.elements
    else { throw .broken }
    for case .object(let members) in list {
      let fields = JSONFields(members: members)
      guard fields.text("type") != "folder",
        case .label(let label)? = fields.text("id").flatMap(AccountStream.init)?.kind
      else { continue }
      labels.append(label)
    }
  }
}
