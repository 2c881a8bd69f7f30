import Briefing

/// A headline or a date of the user's in the place of what the story says.
extension StoryState {
  mutating func edited(_ story: StoryID, in frame: Frame) -> [Step] {
    story == detail.row.id && isNewest ? [.effect(.ask(.story(story)))] : []
  }

  /// Shows the story as it is now, at the same place.
  mutating func show(edited detail: StoryDetail, in frame: Frame) -> [Step] {
    guard detail.row.id == self.detail.row.id, detail.version == self.detail.version, detail.edits != self.detail.edits
    else { return [] }
    self = StoryState(detail: detail, at: bookmark, inPlaceOf: self, in: frame)
    return []
  }
}
