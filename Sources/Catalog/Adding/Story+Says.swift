import Briefing

extension Story {
  /// Whether both have the same words and sources: what the fingerprint is made of.
  func says(_ other: Story) -> Bool {
    headline.says(other.headline)
      && summary.count == other.summary.count && zip(summary, other.summary).allSatisfy { $0.says($1) }
      && lede.says(other.lede) && sections.count == other.sections.count
      && zip(sections, other.sections).allSatisfy {
        $0.heading.says($1.heading) && $0.blocks.says($1.blocks)
      }
  }
}

extension [Block] {
  fileprivate func says(_ other: [Block]) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy { left, right in
        left.text.says(right.text)
          && left.citations.map(\.address) == right.citations.map(\.address)
      }
  }
}

extension String {
  fileprivate func says(_ other: String) -> Bool { self == other || withPlainSpaces == other.withPlainSpaces }
}
