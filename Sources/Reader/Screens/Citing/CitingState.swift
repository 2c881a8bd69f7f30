import Briefing
import Canvas

/// The stories that cite a page, each with the sentences that rest on it.
struct CitingState: NarrowingList {
  static let isNarrowedHere = true

  enum Line: Hashable, Sendable {
    case story(headline: String, date: Moment)
    case claim(Claim)
    case blank
  }

  /// What the page is called.
  let headline: String
  var items = NarrowedItems<Claim, Line>()

  init(of headline: String, claims: [Claim], in frame: Frame) {
    self.headline = headline
    hold(claims)
    go(to: 0, in: frame)
  }

  func request(matching words: String, limit: Int) -> Request? { nil }
  func items(in answer: Answer) -> [Claim]? { nil }
  func texts(of claim: Claim) -> [String] { [claim.headline, claim.sentence] }

  func lines(of claims: [Claim]) -> [Line] {
    claims.enumerated().flatMap { index, claim -> [Line] in
      guard index == 0 || claims[index - 1].story != claim.story else { return [.claim(claim)] }
      return (index > 0 ? [.blank] : []) + [.story(headline: claim.headline, date: claim.date), .claim(claim)]
    }
  }

  func isSelectable(_ line: Line) -> Bool {
    if case .claim = line { true } else { false }
  }

  /// The claim under the cursor; nil where none is shown.
  var current: Claim? {
    if case .claim(let claim)? = currentLine { claim } else { nil }
  }
}

extension Destination {
  /// Who cites the page at an address.
  static func citing(url: String, headline: String) -> Destination {
    Destination(CitingRoute(url: url, headline: headline))
  }
}

private struct CitingRoute: Route {
  let url: String
  let headline: String

  func request(from state: State) -> Request { .citing(url: url) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .claims(let claims, _, _) = answer else { return [] }
    guard !claims.isEmpty else { return state.say("no story here cites this page") }
    return state.push(CitingState(of: headline, claims: claims, in: state.pageFrame))
  }
}

extension CitingState {
  var scopes: [Scope] { [.citing, .tabs] }

  var hints: [Hint] {
    [Hint(.enter, "go there"), Hint(.back, "back"), Hint(.search, "narrow"), Hint(.copy, "copy"), Hint(.help, "help")]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    fit(to: frame)
    return []
  }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let claim = current else { return [] }
    return switch command {
    case .enter, .follow: [.go(.story(claim.story, at: claim.place))]
    case .copy: [.effect(.copy(claim.sentence))]
    case .browse: [.go(.ownPage(of: claim.story))]
    default: []
    }
  }
}

extension CitingState {
  var emptySentence: String? { "No claim has “\(words)”." }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    let stories = Set(items.shown.map(\.story)).count
    canvas.drawHead("Citing: \(headline)", fact: counted(stories, "story", "stories"), of: words, in: frame)
  }

  func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    let right = frame.columns - 1
    switch line {
    case .story(let headline, let date):
      let day = date.dayLabel(in: frame)
      let start = canvas.write(day, endingAt: right, row, in: frame, after: frame.columns / 2, style: Style(.faint))
      canvas.write(headline, at: 2, row, in: frame, style: Style(.heading, bold: true), limit: max(1, start - 4))
    case .claim(let claim):
      canvas.write(claim.sentence, at: 4, row, in: frame, limit: max(1, right - 4))
    case .blank: break
    }
  }
}
