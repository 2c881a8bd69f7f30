import Briefing
import Canvas

/// The feeds that a page names, of which one is to be followed.
struct FeedChoices: NarrowingList {
  static let isNarrowedHere = true
  static let margin = 5

  /// One of them, with its number.
  struct Line: Hashable, Sendable {
    var number: Int
    var choice: FeedChoice
  }

  /// What the user typed.
  let text: String
  var items = NarrowedItems<Line, Line>()

  init(_ choices: [FeedChoice], of text: String) {
    self.text = text
    hold(choices.enumerated().map { Line(number: $0 + 1, choice: $1) })
  }

  func request(matching words: String, limit: Int) -> Request? { nil }
  func items(in answer: Answer) -> [Line]? { nil }
  func texts(of line: Line) -> [String] { [line.choice.title, line.choice.url] }
  func lines(of items: [Line]) -> [Line] { items }
}

extension FeedChoices {
  var scopes: [Scope] { [.choices] }

  var hints: [Hint] {
    [Hint(.enter, "follow"), Hint(.back, "none"), Hint(.search, "narrow"), Hint(.copy, "copy"), Hint(.help, "help")]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    fit(to: frame)
    return []
  }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    if move(command, in: frame) { return viewChanged(in: frame) }
    guard let number, command == .follow || command == .enter else { return act(command, in: frame) }
    guard let line = items.all.first(where: { $0.number == number }) else {
      return [.say("there is no \(number): the last is \(items.all.count)")]
    }
    return follow(line)
  }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let line = currentLine else { return [] }
    return switch command {
    case .enter, .follow: follow(line)
    case .copy: [.effect(.copy(line.choice.url))]
    default: []
    }
  }

  private func follow(_ line: Line) -> [Step] { [.back, .effect(.follow(text, choice: line.number))] }
}

extension FeedChoices {
  var emptySentence: String? { "No feed here has “\(words)”." }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    let host = (try? WebAddress(text))?.host.shown ?? text
    canvas.drawHead("Which one of \(host)?", fact: counted(items.shown.count, "feed", "feeds"), of: words, in: frame)
  }

  func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    let right = frame.columns - 1
    canvas.write("\(line.number)", endingAt: Self.margin - 1, row, in: frame, after: 0, style: Style(.citation))
    let choice = line.choice
    guard !choice.title.isEmpty else {
      canvas.write(choice.url, at: Self.margin, row, in: frame, limit: max(1, right - Self.margin))
      return
    }
    let width = canvas.write(choice.title, at: Self.margin, row, in: frame, limit: max(1, right - Self.margin))
    let start = Self.margin + width + 2
    guard frame.columns >= Self.columnsForAddress, start < right - Self.columnsOfAddress else { return }
    canvas.write(choice.url, at: start, row, in: frame, style: Style(.faint), limit: right - start)
  }

  private static let columnsForAddress = 56
  private static let columnsOfAddress = 16
}
