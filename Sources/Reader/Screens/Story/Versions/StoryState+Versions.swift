import Briefing

/// Going from one version of the story to another.
extension StoryState {
  var isNewest: Bool { entry.version >= entry.versions }

  var versionHints: [Hint] {
    guard entry.versions > 1 else { return [] }
    return [isNewest ? Hint(.olderVersion, "older") : Hint(.newerVersion, "newer")]
  }

  func goToVersion(older: Bool) -> [Step] {
    guard entry.versions > 1 else { return [.say("there is only this version")] }
    let version = entry.version + (older ? -1 : 1)
    guard (1...entry.versions).contains(version) else {
      return [.say(older ? "this is the oldest version" : "this is the newest version")]
    }
    return [.go(.version(version == entry.versions ? nil : version, of: entry.row.id))]
  }

  /// Takes the row as it is now. Where another version was put in, what is read stays, as an older one.
  mutating func take(_ row: Row) -> [Step] {
    entry.row = row
    guard row.versions > entry.versions else { return [] }
    entry.versions = row.versions
    return [.offer("this story was changed", .newerVersion, "shows the newer version")]
  }

  /// Another version of the story that was read: at the same place where that is still there, with the same folds.
  init(entry: Entry, after other: StoryState, in frame: Frame) {
    let bookmark = other.bookmark.carried(from: other.entry.story, to: entry.story)
    self.init(entry: entry, at: bookmark, inPlaceOf: other, in: frame)
  }

  /// A story shown where another one was, with what was sought there.
  init(entry: Entry, at bookmark: Bookmark, inPlaceOf other: StoryState, in frame: Frame) {
    var entry = entry
    entry.bookmark = bookmark
    self.init(entry: entry, at: nil, matching: "", in: frame)
    find = other.find
    find?.current = nil
    if other.cursor.place != nil { row = other.row }
    settle(in: frame, fills: true)
    forgetNews()
  }
}
