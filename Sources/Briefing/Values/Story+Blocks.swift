extension Story {
  /// A block of a story with what stands in it.
  public struct Block: Hashable, Sendable {
    /// Where it stands.
    public var place: Place.Block
    /// The heading that it stands under, or is; nil before the first section.
    public var heading: String?
    /// Its words, without citation marks.
    public var text: String
    /// What of the text rests on sources; empty for what is no paragraph.
    public var citations: [Citation]
  }

  /// Every block in reading order. Made anew each time, in one pass over the story.
  public var blocks: [Block] {
    var blocks = [Block(place: .headline, text: headline, citations: [])]
    blocks += summary.enumerated().map { Block(place: .bullet($0), text: $1, citations: []) }
    blocks += lede.enumerated().map { Block(place: .lede($0), text: $1.text, citations: $1.citations) }
    for (number, section) in sections.enumerated() {
      let heading = section.heading
      blocks.append(Block(place: .heading(section: number), heading: heading, text: heading, citations: []))
      blocks += section.paragraphs.enumerated().map {
        Block(
          place: .paragraph(section: number, index: $0), heading: heading, text: $1.text, citations: $1.citations)
      }
    }
    return blocks
  }
}
