import Briefing

/// A piece of the story screen that is laid out on its own.
enum StoryPart: Hashable, Sendable {
  /// Words of the story itself.
  case block(Place.Block)
  /// The user's note on a section, under its heading; nil for the one on the whole story, under the headline.
  case note(section: Int?)
  case sourcesTitle
  /// The n-th source of the story, counted from 0.
  case source(Int)
  case title(Appendix)
  /// The n-th piece of what stands below the story.
  case item(Appendix, Int)

  /// The section that folding shows or hides the part with; nil outside of sections.
  var section: Int? {
    switch self {
    case .block(let block): block.section
    case .note(let section): section
    case .sourcesTitle, .source, .title, .item: nil
    }
  }

  /// What the part belongs to below the story.
  var appendix: Appendix? {
    switch self {
    case .title(let appendix), .item(let appendix, _): appendix
    case .block, .note, .sourcesTitle, .source: nil
    }
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

  /// The place in the story, for a note that of its heading; nil on what stands below the story.
  var place: Place? {
    switch part {
    case .block(let block): Place(block, offset: offset)
    case .note(let section): Place(section.map { .heading(section: $0) } ?? .headline)
    case .sourcesTitle, .source, .title, .item: nil
    }
  }
}

extension Story {
  /// The block of the body at a place; nil for a headline, a bullet or a heading, and where there is none.
  func block(_ place: Place.Block) -> Block? {
    switch place {
    case .headline, .bullet, .heading: nil
    case .lede(let index): lede[safe: index]
    case .paragraph(let section, let index): sections[safe: section]?.blocks[safe: index]
    }
  }
}
