/// The clues to a boundary that are no words: shapes, marks, lengths, repetitions.
///
/// Each is a small table with a named weight for each combination of what it looks at. A candidate takes one weight out
/// of each table.
enum Clue: Int, CaseIterable {
  /// The shape before, the mark before, the shape after.
  case edge
  /// How the heading is written, the shape after, the shape after that.
  case start
  /// How the heading is written, how many words it has, the shape after.
  case extent
  /// The run's script, how many words the heading has.
  case words
  /// The run's script, how many letters it has.
  case letters
  /// The shape after, the mark behind that word.
  case opener
  /// The shapes of the second and third words after.
  case course
  /// The run's script, how far it is to the end of the sentence.
  case sentence
  /// How the first words after repeat the heading's, the shape after.
  case repetition
  /// What is still open at the end of the heading, the mark before.
  case open
  /// How many commas and colons the heading holds before its last word.
  case commas, colons
  /// How many ends of sentences and questions it holds there, and whether it is the whole run.
  case sentences, questions
  /// How many capitals the heading holds behind a small letter, the shape after.
  case capitals
  /// The run's script, how many letters the next word has.
  case next
  /// Whether the body opens with a question, and the mark before.
  case asking
  /// Whether the body opens with a question, of how many words, and the shape after.
  case question
  /// Whether the heading opens with a question word, whether the body does, and where the question mark stands.
  case interrogative
  /// How many words a heading has that is a question.
  case extentAsking
  /// The heading's last shape but one, its last, and the shape after.
  case trail
  /// How the story writes headings, how this one is written, the shape after.
  case manner
  /// How the story writes headings, how many odd capitals the body's next words have, the nature of its first.
  case bodyCase
  /// How the story writes headings, how many odd capitals and how many small words the heading has.
  case headingCase
  /// How the story writes headings, how many capitals in a row end the heading, and how many open the body.
  case capitalRun
  /// The nature of the heading's last word, of the body's first and second.
  case natures
  /// How the story has the heading's last word and the body's first, and the nature of that.
  case sights
  /// Whether the story has the words on both sides of the gap side by side, and the body's first two.
  case cohesion
  /// How many of the body's first words repeat a stem of the heading's, and how long that is.
  case echo

  /// How many values each of its axes has.
  var axes: (Int, Int, Int) {
    let shapes = Shape.count
    let stops = Stop.count
    let scripts = Script.count
    return switch self {
    case .edge: (shapes, stops, shapes)
    case .start: (Style.allCases.count, shapes, shapes)
    case .extent: (Style.allCases.count, 8, shapes)
    case .words: (1, scripts, 28)
    case .letters: (1, scripts, 16)
    case .opener: (1, shapes, stops)
    case .course: (1, shapes, shapes)
    case .sentence: (1, scripts, 8)
    case .repetition: (1, 6, shapes)
    case .open: (1, Open.allCases.count, stops)
    case .commas, .colons: (1, 1, 4)
    case .sentences, .questions: (1, 2, 4)
    case .capitals: (1, 4, shapes)
    case .next: (1, scripts, 16)
    case .asking: (1, 3, stops)
    case .question: (3, 5, shapes)
    case .interrogative: (2, 2, 4)
    case .extentAsking: (1, 1, 16)
    case .trail: (shapes, shapes, shapes)
    case .manner: (Vote.allCases.count, Style.allCases.count, shapes)
    case .bodyCase: (Vote.allCases.count, 4, Nature.allCases.count)
    case .headingCase: (Vote.allCases.count, 4, 4)
    case .capitalRun: (Vote.allCases.count, 4, 4)
    case .natures: (Nature.allCases.count, Nature.allCases.count, Nature.allCases.count)
    case .sights: (Sight.allCases.count, Sight.allCases.count, Nature.allCases.count)
    case .cohesion: (1, 3, 3)
    case .echo: (1, 5, 6)
    }
  }

  var size: Int { axes.0 * axes.1 * axes.2 }
}

/// How a heading is written.
enum Style: UInt8, CaseIterable {
  case oneWord, plain, sentence, title, mixed, capitals, small, caseless

  static var count: Int { 8 }
}

/// Counts that grow while the candidates are walked from left to right.
struct Course {
  var letters = 0
  var commas = 0
  var colons = 0
  var sentences = 0
  var questions = 0
  private var capitals = 0
  private var smalls = 0
  private var shouts = 0
  private var lateCapitals = 0
  private var firstShape = Shape.end
  private var words = 0

  /// Takes the next word into the heading.
  mutating func append(_ word: Word) {
    if words == 0 { firstShape = word.shape }
    letters += Int(word.length)
    if words > 0 { count(word) }
    words += 1
  }

  /// Takes the mark of a word that turned out not to be the last.
  mutating func pass(_ stop: Stop) {
    switch stop {
    case .comma, .semicolon: commas += 1
    case .colon, .dash: colons += 1
    case .period, .exclamation, .citation: sentences += 1
    case .question: questions += 1
    default: break
    }
  }

  private mutating func count(_ word: Word) {
    switch word.shape {
    case .capital, .mixed:
      capitals += 1
      if smalls > 0 { lateCapitals += 1 }
    case .caps:
      shouts += 1
    case .lower: if word.length > 3 { smalls += 1 }
    default: break
    }
  }

  var lateCapitalCount: Int { lateCapitals }

  var style: Style {
    switch firstShape {
    case .caseless, .hangul, .dense, .clause: return .caseless
    default: break
    }
    if words == 1 { return .oneWord }
    if firstShape == .lower { return .small }
    if shouts > 0, shouts == words - 1, firstShape == .caps { return .capitals }
    if capitals == 0 { return smalls == 0 ? .plain : .sentence }
    return smalls == 0 ? .title : .mixed
  }
}
