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
    let asking = questionHeadings
    for section in sections.indices { story.sections[section].isQuestion = asking.contains(section) }
    return story
  }

  /// How many headings ask something.
  public var questionCount: Int { sections.count(where: \.isQuestion) }

  /// Looks behind closing quotes, brackets and spaces.
  private static func endsInQuestionMark(_ heading: String) -> Bool {
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
