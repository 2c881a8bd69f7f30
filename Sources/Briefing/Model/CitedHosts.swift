/// The hosts that blocks cite, each once, in order of first appearance, and how often each is cited.
public struct CitedHosts: Hashable, Sendable {
  /// The distinct hosts, in order of first appearance.
  public private(set) var hosts: [String] = []
  /// How many citations name each host, in the order of `hosts`.
  public private(set) var claims: [Int] = []
  private var indices: [String: Int] = [:]

  /// No host yet.
  public init() {}

  /// The hosts of some blocks. Costs one pass over their citations.
  public init(_ blocks: some Sequence<Block>) {
    for block in blocks { add(block.citations) }
  }

  /// Where a host stands in `hosts`; nil for one that is not cited.
  public func index(of host: String) -> Int? { indices[host] }

  /// Counts more citations, which stand behind those before.
  public mutating func add(_ citations: [Citation]) {
    for citation in citations {
      if let index = indices[citation.host] {
        claims[index] += 1
      } else {
        indices[citation.host] = hosts.count
        hosts.append(citation.host)
        claims.append(1)
      }
    }
  }
}
