public import Briefing

/// What is asked of a server: one page or feed, or something of the user's own account. Nothing else about the reader goes with it.
public struct HTTPRequest: Hashable, Sendable {
  public var address: WebAddress
  public var namedBy: Namer
  /// What the server said of what it sent last: then it answers 304 where nothing has changed.
  public var etag: String?
  public var lastModified: String?
  /// What kinds of content are wanted, as the field `Accept` has them.
  public var accepted: String
  public var limits: HTTPLimits
  /// What is posted, written as a form (`application/x-www-form-urlencoded`); nil where something is only asked for.
  public var form: String?
  /// By what the server knows the user. A value that has anything but letters of ASCII is left out.
  public var credentials: [HTTPField] = []

  /// Who named an address: what the user typed may lead into private networks, what content names may not.
  public enum Namer: Hashable, Sendable {
    case user
    /// A feed, a page or a story.
    /// - of: the page that named it, where the user had typed that page's host: content from there may name the same host and
    ///   port again, wherever these are. Else nil.
    case content(of: WebAddress?)
  }

  public init(
    _ address: WebAddress, namedBy: Namer, etag: String? = nil, lastModified: String? = nil,
    accepted: String = HTTPRequest.anything, limits: HTTPLimits = HTTPLimits()
  ) {
    self.address = address
    self.namedBy = namedBy
    self.etag = etag
    self.lastModified = lastModified
    self.accepted = accepted
    self.limits = limits
  }

  /// Whether it is for nobody but the server that it is addressed to: then it is sent on nowhere.
  var isPrivate: Bool { form != nil || !credentials.isEmpty }

  public static let anything = "*/*"
  /// Feeds first, then the pages that may name one.
  public static let feeds =
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1"
  public static let pages = "text/html, application/xhtml+xml, */*;q=0.1"
}

/// A field of a request's head.
public struct HTTPField: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    (self.name, self.value) = (name, value)
  }
}

/// How much of an answer is taken, and how long it is waited for.
public struct HTTPLimits: Hashable, Sendable {
  /// How many bytes a body may have, once it is unpacked; 32 MiB whatever is asked for.
  public var body = 8 << 20 { didSet { body = min(body, Self.largestBody) } }
  /// How many bytes all heads of one answer may have.
  public var head = 64 << 10
  /// How many times as large a body may become when it is unpacked, from a size on: more is a trap.
  public var growth = 200
  public var growthCounts = 1 << 20
  /// How long it may take until there is a connection, until any bytes come, and until all is there.
  public var connecting = Duration.seconds(10)
  public var silence = Duration.seconds(10)
  public var total = Duration.seconds(60)
  /// How many bytes have to come within the time of silence, so that it is none.
  public var trickle = 100
  /// How many other addresses a server may send on to, one after the other.
  public var redirects = 5

  public static let largestBody = 32 << 20

  public init(body: Int = 8 << 20) {
    self.body = min(body, Self.largestBody)
  }
}
