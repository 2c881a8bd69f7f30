import Briefing

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
