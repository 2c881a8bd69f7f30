public import Briefing

/// A part of a list of ids (`stream/items/ids`).
public struct ItemIDPage: Hashable, Sendable {
  public var ids: [ItemID]
  /// What is to be said to get the next part; nil where this is the last.
  public var continuation: String?

  /// - Throws: `FormatError.broken` where it is no such list.
  public init(_ bytes: [UInt8]) throws(FormatError) {
    guard let members = try JSONScanner.value(of: bytes).members else { throw .broken }
    let fields = JSONFields(members: members)
    // A server that has nothing to list may say so by nothing at all; what says something else is no list.
    let list: [JSON]
    switch fields["itemRefs"] {
    case .array(let refs)?: list = refs
    case .null?: list = []
    case nil where members.isEmpty: list = []
    default: throw .broken
    }
    var texts: [String] = []
    texts.reserveCapacity(list.count)
    for case .object(let members) in list {
      if let text = JSONFields(members: members).text("id") { texts.append(text) }
    }
    ids = ItemID.list(of: texts)
    continuation = fields.text("continuation").flatMap { $0 == "0" ? nil : $0 }
  }
}
