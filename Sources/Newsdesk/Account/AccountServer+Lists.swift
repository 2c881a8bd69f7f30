import Briefing
import Formats

/// What the server has.
extension AccountServer {
  static let read = "user/-/state/com.google/read"
  static let starred = "user/-/state/com.google/starred"
  static let readingList = "user/-/state/com.google/reading-list"
  static func label(_ name: String) -> String { "user/-/label/" + name }

  /// How many entries are asked for, or told of, at once at most: more is refused by some.
  static let mostItems = 250

  /// No server keeps as many entries for one user.
  private static let mostIDs = 3_000_000
  private static let mostParts = 800

  func feeds(_ stop: FetchStop) throws(AccountFailure) -> AccountFeeds {
    let bytes = try get("subscription/list", [("output", "json")], stop)
    return try Self.decoded { () throws(FormatError) in try AccountFeeds(bytes) }
  }

  func labels(_ stop: FetchStop) throws(AccountFailure) -> [String] {
    let bytes = try get("tag/list", [("output", "json")], stop)
    return try Self.decoded { () throws(FormatError) in try AccountLabels(bytes) }.labels
  }

  /// The ids of a whole list, or of its parts until one has nothing that is wanted.
  /// - Parameters:
  ///   - excluded: entries that are so marked are left out.
  ///   - goesOn: asked after each part.
  /// - Throws: `endless` where the server gives a part a second time, or more than anybody has.
  func ids(
    of stream: String, without excluded: String? = nil, _ stop: FetchStop, goesOn: ([ItemID]) -> Bool = { _ in true }
  ) throws(AccountFailure) -> [ItemID] {
    var (ids, seen): ([ItemID], Set<ItemID>) = ([], [])
    var (continuation, continuations): (String?, Set<String>) = (nil, [])
    while true {
      var query = [("output", "json"), ("s", stream), ("n", String(access.kind.idsAtOnce))]
      if let excluded { query.append(("xt", excluded)) }
      if let continuation { query.append(("c", continuation)) }
      let bytes = try get("stream/items/ids", query, stop)
      let page = try Self.decoded { () throws(FormatError) in try ItemIDPage(bytes) }
      let new = page.ids.filter { seen.insert($0).inserted }
      ids += new
      guard let next = page.continuation, !page.ids.isEmpty, goesOn(page.ids) else { return ids }
      // A list that grew meanwhile repeats a few; one that brings nothing else goes in circles.
      guard continuations.insert(next).inserted, !new.isEmpty, ids.count < Self.mostIDs,
        continuations.count < Self.mostParts
      else { throw .endless }
      continuation = next
    }
  }

  /// What the server has of entries; those that it has not are missing.
  func contents(of ids: [ItemID], _ stop: FetchStop) throws(AccountFailure) -> AccountEntries {
    let form = ids.map { (name: "i", value: $0.long) }
    let bytes = try post("stream/items/contents", [("output", "json")], form: form, stop)
    return try Self.decoded { () throws(FormatError) in try AccountEntries(bytes) }
  }

  /// Gives entries a mark or a label, or takes it away.
  func edit(_ ids: [ItemID], _ name: String, isSet: Bool, _ stop: FetchStop) throws(AccountFailure) {
    let form = [(name: isSet ? "a" : "r", value: name)] + ids.map { (name: "i", value: $0.long) }
    let bytes = try post("edit-tag", form: form, stop)
    // All say so, some in quotes; whatever else comes was said by something that stands before the server.
    guard bytes.count < 64, String(decoding: bytes, as: UTF8.self).contains("OK") else { throw .garbled }
  }

  private static func decoded<Value>(_ body: () throws(FormatError) -> Value) throws(AccountFailure) -> Value {
    do throws(FormatError) {
      return try body()
    } catch {
      throw .garbled
    }
  }
}
