extension Row {
  /// Shows the row with a mark.
  public mutating func set(_ mark: Mark) {
    switch mark {
    case .unread(let isUnread): self.isUnread = isUnread
    case .starred(let isStarred): self.isStarred = isStarred
    case .tagged(let name, let isTagged):
      tags.removeAll { $0 == name }
      if isTagged { tags = (tags + [name]).sorted() }
    }
  }
}
