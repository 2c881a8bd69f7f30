import Briefing

/// A story as the lookup takes it: its words in the columns of the index, and how often it cites whom.
struct IndexedStory: Sendable {
  let number: Int64
  let place: BundlePlace
  var date: Moment
  var words: IndexedWords
  /// How many claims rest on each host.
  var claims: [String: Int]

  /// Nil if what is stored of it makes no sense.
  /// - Parameter headline: the user's own.
  init?(_ stored: StoredStory, at place: BundlePlace, headline: String? = nil) {
    guard var story = ReadingDecoder.decode(stored.reading, original: stored.original)?.story else { return nil }
    if let headline { story.headline = headline }
    number = stored.number
    self.place = place
    date = Moment(seconds: stored.date)
    words = IndexedWords(of: story)
    var claims: [String: Int] = [:]
    for paragraph in story.lede { Self.count(paragraph, in: &claims) }
    for section in story.sections {
      for paragraph in section.blocks { Self.count(paragraph, in: &claims) }
    }
    self.claims = claims
  }

  /// The same as a page that is kept: no source rests on it, and nothing but `is:page` leads to its words.
  var ofKept: IndexedStory {
    var story = self
    (story.words, story.claims) = (words.ofKept, [:])
    return story
  }

  private static func count(_ paragraph: Block, in claims: inout [String: Int]) {
    for citation in paragraph.citations { claims[citation.host, default: 0] += 1 }
  }
}

/// The words of a story as the index of words takes them: its questions apart from the rest (headings that ask nothing are of the rest), its
/// keys, and who publishes it.
///
/// Every piece ends with a sign that no story has, so that no phrase is found across two pieces.
struct IndexedWords: Sendable {
  private(set) var headings = ""
  private(set) var body = ""
  private(set) var keys: String
  private(set) var publisher = ""
  /// All words of a page that is kept, which are apart from those of stories, so that no search for these meets them.
  private(set) var page = ""

  private static let end = " \u{E000} "

  init(of story: Story) {
    keys = Keys.all(of: story)
    Self.add(story.headline, to: &body)
    for bullet in story.summary { Self.add(bullet, to: &body) }
    for paragraph in story.blocks { Self.add(paragraph.text, to: &body) }
    for section in story.sections {
      if section.isQuestion { Self.add(section.heading, to: &headings) } else { Self.add(section.heading, to: &body) }
    }
    if let name = story.publisher { Self.add(name, to: &publisher) }
    headings = Self.withoutNul(headings)
    publisher = Self.withoutNul(publisher)
    body = Self.withoutNul(body)
  }

  /// The words of the same story as a page that is kept.
  var ofKept: IndexedWords {
    var words = self
    (words.headings, words.body, words.keys, words.publisher) = ("", "", "", "")
    words.page = body + headings + publisher
    return words
  }

  private static func add(_ text: String, to column: inout String) {
    column += WordText.of(text)
    column += end
  }

  /// SQLite takes a text to end at a NUL: a space stands for it.
  private static func withoutNul(_ text: String) -> String {
    var text = text
    let hasNul = text.withUTF8 { $0.contains(0) }
    return hasNul ? String(decoding: text.utf8.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self) : text
  }
}
