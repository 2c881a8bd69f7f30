/// A cited news briefing, as a reader would understand it.
///
/// A story is a value: it holds the words and where they are cited, and nothing about the file it came from, how it is
/// drawn, or whether it was read.
public struct Story: Hashable, Sendable {
  /// One line, without citation marks. Empty only if the input had no words at all.
  public var headline: String
  /// The bullets under the headline, each one line without its dash.
  public var summary: [String]
  /// The blocks before the first heading.
  public var lede: [Block]
  public var sections: [Section]
  /// Who made the briefing, where the text says so.
  public var publisher: String?
  /// Who wrote it, where the text says so.
  public var authors: [String]
  /// The address of the story itself, only if the text gives it whole.
  public var url: String?
  /// When it was published, only if the text gives it.
  public var published: Moment?

  public init(
    headline: String, summary: [String] = [], lede: [Block] = [], sections: [Section] = [],
    publisher: String? = nil, authors: [String] = [], url: String? = nil, published: Moment? = nil
  ) {
    self.headline = headline
    self.summary = summary
    self.lede = lede
    self.sections = sections
    self.publisher = publisher
    self.authors = authors
    self.url = url
    self.published = published
  }

  /// The distinct hosts that the story cites, in order of first appearance. Costs one pass over the citations.
  public var sources: [String] {
    var cited = CitedHosts(lede)
    for section in sections { for block in section.blocks { cited.add(block.citations) } }
    return cited.hosts
  }

  /// Every block of the body in reading order, those of the lede first.
  public var blocks: [Block] {
    lede + sections.flatMap(\.blocks)
  }
}

/// A heading and the blocks under it; most headings of a briefing are questions.
public struct Section: Hashable, Sendable {
  /// One line, as the story words it, its question mark included.
  public var heading: String
  /// How deep the heading lies: 1 to 6, of which 2 is a heading right below the headline.
  public var level: Int
  /// Whether the heading asks something that the blocks answer (see `Story.questionHeadings`).
  public var isQuestion: Bool
  public var blocks: [Block]

  /// The level of a heading where nothing says otherwise.
  public static let usualLevel = 2

  public init(heading: String, level: Int = Self.usualLevel, isQuestion: Bool = true, blocks: [Block] = []) {
    self.heading = heading
    self.level = level
    self.isQuestion = isQuestion
    self.blocks = blocks
  }
}

extension Story {
  /// The sections whose headings ask something, by their numbers.
  ///
  /// A heading asks if it ends in a question mark of any script, or if at least half of the story's headings do: so
  /// `Bottom line` of a briefing is one of its questions, and `Methods` of an article is none.
  public var questionHeadings: Set<Int> {
    let asking = sections.indices.filter { Self.endsInQuestionMark(sections[$0].heading) }
    return asking.count * 2 >= sections.count ? Set(sections.indices) : Set(asking)
  }

  /// The same story, each section knowing whether its heading asks something.
  public func withQuestionsMarked() -> Story {
    var story = self
    story.markQuestions()
    return story
  }

  /// Lets each section know whether its heading asks something.
  mutating func markQuestions() {
    var asking = 0
    for section in sections.indices {
      sections[section].isQuestion = Self.endsInQuestionMark(sections[section].heading)
      if sections[section].isQuestion { asking += 1 }
    }
    guard asking * 2 >= sections.count else { return }
    for section in sections.indices { sections[section].isQuestion = true }
  }

  /// How many headings ask something.
  public var questionCount: Int { sections.count(where: \.isQuestion) }

  /// Looks behind closing quotes, brackets and spaces.
  private static func endsInQuestionMark(_ heading: String) -> Bool {
    // Most headings end in a mark or letter of ASCII, which tells at once.
    if let last = heading.utf8.last, last < 0x80, !" \"')]}".utf8.contains(last) { return last == UInt8(ascii: "?") }
    let last = heading.unicodeScalars.last { scalar in
      switch scalar.properties.generalCategory {
      case .closePunctuation, .finalPunctuation, .spaceSeparator: false
      default: scalar != "\"" && scalar != "'"
      }
    }
    return last.map(questionMarks.contains) ?? false
  }

  /// Latin, Greek, Arabic, full-width, Armenian, Ethiopic, Limbu, Coptic, Vai, Bamum, and the doubled ones.
  private static let questionMarks: Set<Unicode.Scalar> = [
    "?", "\u{37E}", "\u{61F}", "\u{FF1F}", "\u{55E}", "\u{1367}", "\u{1945}", "\u{2CFA}", "\u{2CFB}", "\u{A60F}",
    "\u{A6F7}", "\u{2047}", "\u{2048}", "\u{2049}", "\u{203D}", "\u{FE56}",
  ]
}
