import Briefing
import Formats

/// Which entries the server says are unread, starred and labelled.
struct ServerLists {
  var unread: Set<ItemID>
  var starred: Set<ItemID>
  /// By the tags that stand for the labels.
  var labelled: [String: Set<ItemID>]

  /// Whether the server has a mark as it is to be.
  func has(_ mark: Mark, _ item: ItemID) -> Bool {
    switch mark {
    case .unread(let isUnread): unread.contains(item) == isUnread
    case .starred(let isStarred): starred.contains(item) == isStarred
    case .tagged(let tag, let isTagged): labelled[tag, default: []].contains(item) == isTagged
    }
  }

  /// All that are in any of them.
  var all: Set<ItemID> { labelled.values.reduce(unread.union(starred)) { $0.union($1) } }

  /// What the server says that was otherwise when it was looked at last.
  /// - Parameters:
  ///   - known: what it had then.
  ///   - isThere: whether an entry is there for certain; what is not in a list may be there no more.
  /// - Returns: what it says, and the entries of which it has to be asked whether they are there.
  func changes(
    since known: [ItemID: ItemState], isThere: (ItemID) -> Bool
  ) -> (marks: [ServerMark], doubtful: [ItemID]) {
    var (marks, doubtful): ([ServerMark], [ItemID]) = ([], [])
    for (item, state) in known {
      let (isUnread, isStarred) = (unread.contains(item), starred.contains(item))
      let isRead = isUnread == state.isRead
      guard isRead || isStarred != state.isStarred else { continue }
      if !isUnread, !isStarred, !isThere(item) {
        doubtful.append(item)
        continue
      }
      if isRead { marks.append(ServerMark(item, .unread(isUnread))) }
      if isStarred != state.isStarred { marks.append(ServerMark(item, .starred(isStarred))) }
    }
    return (marks.sorted { $0.item < $1.item }, doubtful.sorted())
  }
}

/// The labels of a server, as tags.
struct ServerLabels {
  /// What the server calls the label that a tag stands for.
  private(set) var names: [String: String] = [:]
  /// Tags that stand for folders: which entries are in one says their feed.
  let folders: Set<String>

  init(_ labels: [String], folders: [String]) {
    self.folders = Set(folders.compactMap(Tag.name))
    for label in labels {
      guard let tag = Tag.name(label), !self.folders.contains(tag), names[tag] == nil else { continue }
      names[tag] = label
    }
  }

  /// A label that an entry was given, and that may be new.
  mutating func add(_ tag: String) { if names[tag] == nil { names[tag] = tag } }

  /// The tags that stand for the labels of an entry's own.
  func tags(of labels: [String]) -> [String] {
    var tags: [String] = []
    for tag in labels.compactMap(Tag.name) where names[tag] != nil && !tags.contains(tag) { tags.append(tag) }
    return tags
  }
}
