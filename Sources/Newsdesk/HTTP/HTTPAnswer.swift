public import Briefing

/// What a server answered: whatever status it has, all of its body came.
public struct HTTPAnswer: Hashable, Sendable {
  public var status: Int
  /// Unpacked, in the encoding that the server chose.
  public var body: [UInt8]
  /// Where it came from at last.
  public var address: WebAddress
  /// What was asked for.
  public var requested: WebAddress
  /// What sent on from where to where, the first first.
  public var redirects: [HTTPRedirect]
  /// In small letters, without parameters: `text/html`.
  public var contentType: String?
  public var charset: String?
  /// To be told with the next request. A 304 may bring new ones.
  public var etag: String?
  public var lastModified: String?
  /// How many seconds to wait before the next request, a day at most, as the server says, and how long what it sent stays fresh.
  public var retryAfter: Int?
  public var maxAge: Int?

  /// Whether nothing has changed since the request's `etag` and `lastModified`.
  public var isUnchanged: Bool { status == 304 }
  public var isSuccess: Bool { (200..<300).contains(status) }

  public init(
    status: Int, body: [UInt8] = [], address: WebAddress, requested: WebAddress? = nil, redirects: [HTTPRedirect] = [],
    contentType: String? = nil,
    charset: String? = nil, etag: String? = nil, lastModified: String? = nil, retryAfter: Int? = nil,
    maxAge: Int? = nil
  ) {
    self.status = status
    self.body = body
    self.address = address
    self.requested = requested ?? address
    self.redirects = redirects
    self.contentType = contentType
    self.charset = charset
    self.etag = etag
    self.lastModified = lastModified
    self.retryAfter = retryAfter
    self.maxAge = maxAge
  }
}

/// One step on the way to an answer.
public struct HTTPRedirect: Hashable, Sendable {
  /// 301, 302, 303, 307 or 308.
  public var status: Int
  /// Where it leads.
  public var address: WebAddress

  /// Whether the server says that it is so for good.
  public var isPermanent: Bool { status == 301 || status == 308 }

  public init(status: Int, address: WebAddress) {
    (self.status, self.address) = (status, address)
  }
}

/// How far a transfer has come.
public struct HTTPProgress: Hashable, Sendable {
  /// Bytes of the body, as they came.
  public var received: Int
  /// How many there will be; nil where the server does not say.
  public var expected: Int?

  public init(received: Int, expected: Int? = nil) {
    (self.received, self.expected) = (received, expected)
  }
}
