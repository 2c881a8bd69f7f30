import Briefing

/// A piece of the story screen that is laid out on its own.
enum StoryPart: Hashable, Sendable {
  /// Words of the story itself.
  case block(Place.Block)
  case sourcesTitle
  /// The n-th source of the story, counted from 0.
  case source(Int)
  case asideTitle
  /// The n-th piece that the parser set aside.
  case aside(Int)

  /// The section that folding shows or hides the part with; nil outside of sections.
  var section: Int? {
    if case .block(let block) = self { block.section } else { nil }
  }
}

/// A position on the story screen that survives folding, resizing and wrapping.
struct StorySpot: Hashable, Sendable {
  var part: StoryPart
  /// A UTF-8 offset into the part's text.
  var offset: Int

  init(_ part: StoryPart, offset: Int = 0) {
    self.part = part
    self.offset = offset
  }

  init(_ place: Place) {
    self.init(.block(place.block), offset: place.offset)
  }

  /// The place in the story; nil on what stands below it.
  var place: Place? {
    if case .block(let block) = part { Place(block, offset: offset) } else { nil }
  }
}
