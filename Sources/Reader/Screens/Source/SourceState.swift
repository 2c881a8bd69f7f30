import Briefing
import Canvas

/// One source, with the claims that rest on it: asked for in parts, the next one before the cursor comes to its end.
///
/// Rows are made only for the claims in view, around the one that the cursor stands on.
struct SourceState: Hashable, Sendable {
  /// About how many claims are asked for at once.
  static let part = 200

  let host: String
  /// How much rests on it in all; nil if nothing does.
  private(set) var source: Source?
  /// The claims, as the catalog gave them: newest story first, then in reading order.
  private(set) var claims: [Claim]
  /// Whether there are no claims after these.
  private(set) var isComplete: Bool
  var isAsking = false
  /// The claim that the reader came from.
  let left: Int?
  /// The claims that are shown, as indices.
  var shown: [Int]
  /// Which of those the cursor stands on.
  var cursor = 0
  /// The row below the head where the cursor's claim begins.
  var row = 0
  /// What the claims were narrowed to.
  var pattern: TextPattern?
  var words = ""

  /// A source whose first claims the catalog gave, with the cursor on the claim that the reader came from.
  init(
    host: String, source: Source?, claims: [Claim], isComplete: Bool = true, leaving departure: Departure? = nil,
    in frame: Frame
  ) {
    self.host = host
    self.source = source
    self.claims = claims
    self.isComplete = isComplete
    left = departure?.index(in: claims)
    shown = Array(claims.indices)
    cursor = left ?? 0
    row = frame.rows / 3
    settle(in: frame)
  }

  /// The claim under the cursor; nil where none is shown.
  var claim: Claim? {
    shown[safe: cursor].map { claims[$0] }
  }

  /// Adds the next part of the claims.
  mutating func append(_ more: [Claim], of source: Source?, isComplete: Bool) {
    let first = claims.count
    claims += more
    shown += claims.indices[first...].filter(holdsWords)
    self.source = source
    self.isComplete = isComplete
  }

  /// Whether a claim has what the claims are narrowed to, in its sentence, its question or its headline.
  func holdsWords(_ index: Int) -> Bool {
    guard let pattern else { return true }
    let claim = claims[index]
    return [claim.sentence, claim.heading ?? "", claim.headline].contains { pattern.firstMatch(in: $0) != nil }
  }
}

extension Destination {
  /// A source with all its claims.
  static func source(host: String) -> Destination { Destination(SourceRoute(host: host)) }
}

private struct SourceRoute: Route {
  let host: String

  /// The first claims of the source, as far as those of the story that the reader comes from.
  func request(from state: State) -> Request {
    .claims(host: host, reaching: state.history.current.story?.detail.row.date, limit: SourceState.part)
  }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .claims(let claims, let source, let isComplete) = answer else { return [] }
    return state.push(
      SourceState(
        host: host, source: source, claims: claims, isComplete: isComplete,
        leaving: state.history.current.story?.departure, in: state.pageFrame))
  }
}

/// Where a reader leaves a story to look at a source.
struct Departure: Hashable, Sendable {
  var story: StoryID
  /// The citation that was followed, or else where the cursor stood; nil below the text.
  var place: Place?

  /// The claim that was left, else the nearest of the same section or story; nil for none of that story.
  func index(in claims: [Claim]) -> Int? {
    let own = claims.indices.filter { claims[$0].story == story }
    return own.first { claims[$0].place == place }
      ?? own.first { place != nil && claims[$0].place.block.section == place?.block.section }
      ?? own.first
  }
}

extension StoryState {
  /// Where the reader is, told to the screen that comes next.
  var departure: Departure {
    guard let chosen = citations.chosen, case .text(.block(let block), _) = chosen,
      case .citation(let citation)? = target(of: chosen)
    else {
      return Departure(story: detail.row.id, place: cursor.place)
    }
    return Departure(story: detail.row.id, place: Place(block, offset: citation.place))
  }
}
