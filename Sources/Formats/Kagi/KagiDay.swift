import Briefing

/// A category of Kagi News on one day: a file of `clusters` (earlier `stories`), each of which is a story.
///
/// Every field may be missing, and most of them are; what is not known by name is a section called as its key. A file that is
/// cut gives the stories before the cut.
struct KagiDay: StorySeries {
  private let bytes: [UInt8]
  private let clusters: [Range<Int>]
  /// Where the articles of the whole file are listed apart from the stories.
  private let published: Moment?
  /// What the file is about, such as `World`.
  let category: String?

  /// - Throws: `noEntries` where there is no whole story.
  init(_ bytes: [UInt8]) throws(FormatError) {
    let outline = JSONOutline(of: bytes)
    let list = outline.value("clusters") ?? outline.value("stories")
    self.bytes = bytes
    clusters = list.map { JSONOutline.elements(of: bytes, in: $0) } ?? []
    published = outline.value("timestamp").flatMap { Self.moment(of: Array(bytes[$0])) }
    category = outline.value("category").flatMap { try? JSONScanner.value(of: Array(bytes[$0])) }
      .flatMap(JSONFields.text).map { Gate.words(of: $0) }
    if clusters.isEmpty { throw .noEntries }
  }

  var count: Int { clusters.count }

  /// - Throws: `broken` or `tooLarge`.
  func story(_ index: Int) throws(FormatError) -> StoryFile.Story { try entry(index).story }

  /// A story, and what it is called in its category: by its day, and by the first article that it rests on, since what it is
  /// called may be worded anew within the day.
  func entry(_ index: Int) throws(FormatError) -> (story: StoryFile.Story, guid: String) {
    let original = Array(bytes[clusters[index]])
    guard original.count <= StoryFile.largestJSON else { throw .tooLarge }
    guard case .object(let members) = try JSONScanner.value(of: original) else { throw .broken }
    let fields = JSONFields(members: members)
    var story = KagiStory(fields).story
    guard !story.headline.isEmpty else { throw .noHeadline }
    story.published = published
    let day = published.map { String($0.iso8601.prefix(10)) } ?? ""
    let name = fields.objects("articles").lazy.compactMap { $0.text("link") }.first ?? story.headline
    return (StoryFile.Story(reading: Reading(story: story), original: original), "\(day) \(name)")
  }

  /// Seconds since 1970, or a date in words.
  private static func moment(of value: [UInt8]) -> Moment? {
    switch try? JSONScanner.value(of: value) {
    case .integer(let seconds): Moment(dated: Int64(seconds))
    case .string(let text): Int64(text).flatMap(Moment.init(dated:)) ?? Moment(iso8601: text)
    default: nil
    }
  }
}
