extension Story {
  /// A piece of a story that has a place of its own (headline, bullet, heading or block), with what stands in it.
  public struct Leaf: Hashable, Sendable {
    /// Where it stands.
    public var place: Place.Block
    /// The heading that it stands under, or is; nil before the first section.
    public var heading: String?
    /// Its words, without citation marks.
    public var text: String
    /// What of the text rests on sources; empty for what is no block of the body.
    public var citations: [Citation]
  }

  /// Every leaf in reading order. Made anew each time, in one pass over the story.
  public var leaves: [Leaf] {
    var leaves = [Leaf(place: .headline, text: headline, citations: [])]
    leaves += summary.enumerated().map { Leaf(place: .bullet($0), text: $1, citations: []) }
    leaves += lede.enumerated().map { Leaf(place: .lede($0), text: $1.text, citations: $1.citations) }
    for (number, section) in sections.enumerated() {
      let heading = section.heading
      leaves.append(Leaf(place: .heading(section: number), heading: heading, text: heading, citations: []))
      leaves += section.blocks.enumerated().map {
        Leaf(
          place: .paragraph(section: number, index: $0), heading: heading, text: $1.text, citations: $1.citations)
      }
    }
    return leaves
  }
}
