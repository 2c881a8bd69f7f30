import Briefing

/// Where a reader leaves a story to look at a source.
struct Departure: Hashable, Sendable {
  var story: StoryID
  /// The citation that was followed, or else where the cursor stood; nil below the text.
  var place: Place?

  /// The claim that was left, else the nearest of the same section or story; nil for none of that story.
  func index(in claims: [Claim]) -> Int? {
    let own = claims.indices.filter { claims[$0].story == story }
    return own.first { claims[$0].place == place }
      ?? own.first { place != nil && claims[$0].place.block.section == place?.block.section }
      ?? own.first
  }
}

extension StoryState {
  /// Where the reader is, told to the screen that comes next.
  var departure: Departure {
    guard let chosen = citations.chosen, case .text(.block(let block), _) = chosen,
      case .citation(let citation)? = target(of: chosen)
    else {
      return Departure(story: detail.row.id, place: cursor.place)
    }
    return Departure(story: detail.row.id, place: Place(block, offset: citation.place))
  }
}
