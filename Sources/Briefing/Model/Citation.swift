/// A source named at one place in a block.
public struct Citation: Hashable, Sendable {
  /// Where the mark stands: a UTF-8 offset into the block's text, right behind the claim (behind its last word or full
  /// stop, before the space that follows), on a scalar boundary.
  public var place: Int
  /// Lower case, without `www.` before it; an internationalised host is kept in Unicode.
  public var host: String
  /// The whole address, verbatim, only if the input gave it. Never made up from the host: only
  /// what is opened in its place is.
  public var url: String?
  /// What the text calls the source, where it names it otherwise than by its host.
  public var label: String?

  public init(place: Int, host: String, url: String? = nil, label: String? = nil) {
    self.place = place
    self.host = host
    self.url = url
    self.label = label
  }

  /// What is known of where it leads: the whole address where the input gave it, else the host.
  public var address: String { url ?? host }

  /// A host as citations name it: lower case, and without any `www.` that something with a full stop in it follows.
  /// The name of a host that a citation has is itself.
  public static func host(named name: String) -> String {
    let lowered = name.lowercased()
    guard lowered.utf8.starts(with: "www.".utf8) else { return lowered }
    var host = lowered.utf8[...]
    while host.starts(with: "www.".utf8), host.dropFirst(4).contains(UInt8(ascii: ".")) { host = host.dropFirst(4) }
    return String(decoding: host, as: UTF8.self)
  }
}

/// The hosts that blocks cite, each once, in order of first appearance, and how often each is cited.
public struct CitedHosts: Hashable, Sendable {
  /// The distinct hosts, in order of first appearance.
  public private(set) var hosts: [String] = []
  /// How many citations name each host, in the order of `hosts`.
  public private(set) var claims: [Int] = []
  /// The first citation of each, in the order of `hosts`.
  public private(set) var first: [Citation] = []
  /// Where each host stands, once there are more than a few.
  private var indices: [String: Int] = [:]
  private static let few = 8

  /// No host yet.
  public init() {}

  /// The hosts of some blocks. Costs one pass over their citations.
  public init(_ blocks: some Sequence<Block>) {
    for block in blocks { add(block.citations) }
  }

  /// Where a host stands in `hosts`; nil for one that is not cited.
  public func index(of host: String) -> Int? {
    hosts.count <= Self.few ? hosts.firstIndex(of: host) : indices[host]
  }

  /// Counts more citations, which stand behind those before.
  public mutating func add(_ citations: [Citation]) {
    for citation in citations {
      if let index = index(of: citation.host) {
        claims[index] += 1
      } else {
        hosts.append(citation.host)
        claims.append(1)
        first.append(citation)
        if hosts.count > Self.few { remember() }
      }
    }
  }

  /// Notes where the last host stands, and the first few once they become more.
  private mutating func remember() {
    for index in (indices.isEmpty ? 0 : hosts.count - 1)..<hosts.count { indices[hosts[index]] = index }
  }
}
