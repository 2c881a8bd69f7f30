import Briefing

/// Sets what was found under its story and its question, each of which is named once.
struct Groups {
  private let days = Days.printed
  private var story: StoryID?
  private var section: Int?

  mutating func lines(for hit: Hit) -> [String] {
    headings(hit.story, hit.date, hit.headline, hit.place, hit.heading) + ["    " + hit.marked]
  }

  mutating func lines(for claim: Claim) -> [String] {
    headings(claim.story, claim.date, claim.headline, claim.place, claim.heading) + ["    " + claim.sentence]
  }

  private mutating func headings(
    _ id: StoryID, _ date: Moment, _ headline: String, _ place: Place, _ heading: String?
  ) -> [String] {
    let isSameStory = id == story
    let isSameSection = isSameStory && place.block.section == section
    (story, section) = (id, place.block.section)
    let first = isSameStory ? [] : ["\(id)  \(days.label(date))  \(headline)"]
    guard !isSameSection, let heading else { return first }
    return first + ["  " + heading]
  }
}
