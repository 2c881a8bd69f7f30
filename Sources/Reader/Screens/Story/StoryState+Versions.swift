import Briefing

/// Going from one version of the story to another.
extension StoryState {
  var isNewest: Bool { detail.version >= detail.versions }

  var versionHints: [Hint] {
    guard detail.versions > 1 else { return [] }
    return [isNewest ? Hint(.olderVersion, "older") : Hint(.newerVersion, "newer")]
  }

  func goToVersion(older: Bool) -> [Step] {
    guard detail.versions > 1 else { return [.say("there is only this version")] }
    let version = detail.version + (older ? -1 : 1)
    guard (1...detail.versions).contains(version) else {
      return [.say(older ? "this is the oldest version" : "this is the newest version")]
    }
    return [.go(.version(version == detail.versions ? nil : version, of: detail.row.id))]
  }

  /// Shows the row as it is now. Where another version was put in, what is read stays, as an older one.
  mutating func update(_ row: Row) -> [Step] {
    detail.row = row
    guard row.versions > detail.versions else { return [] }
    detail.versions = row.versions
    return [.offer("this story was changed", .newerVersion, "shows the newer version")]
  }

  /// Another version of the story that was read: at the same place where that is still there, with the same folds.
  init(detail: StoryDetail, after other: StoryState, in frame: Frame) {
    let bookmark = other.bookmark.carried(from: other.detail.story, to: detail.story)
    self.init(detail: detail, at: bookmark, inPlaceOf: other, in: frame)
  }

  /// A story shown where another one was, with what was sought there.
  init(detail: StoryDetail, at bookmark: Bookmark, inPlaceOf other: StoryState, in frame: Frame) {
    var detail = detail
    detail.bookmark = bookmark
    self.init(detail: detail, at: nil, matching: "", in: frame)
    restore(bookmark)
    find = other.find
    find?.current = nil
    if other.cursor.place != nil { cursor.row = other.cursor.row }
    settle(fills: true)
    progress.keep(reading)
  }
}
