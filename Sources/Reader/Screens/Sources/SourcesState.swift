import Briefing
import Canvas

/// The sources of all stories, by how much rests on them.
struct SourcesState: RootList, NarrowingList {
  static let tab = Tabs.Tab.sources

  var items = NarrowedItems<Source, Source>()

  var scopes: [Scope] { [.sources, .tabs] }
  var hints: [Hint] {
    [Hint(.enter, "claims"), Hint(.search, "narrow"), Hint(.browse, "open site"), Hint(.help, "help")]
  }

  func request(matching words: String, limit: Int) -> Request? { .sources(matching: words, limit: limit) }

  func items(in answer: Answer) -> [Source]? {
    if case .sources(let sources) = answer { sources } else { nil }
  }

  func lines(of items: [Source]) -> [Source] { items }

  func isSame(_ source: Source, _ other: Source) -> Bool { source.host == other.host }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let host = currentLine?.host else { return [] }
    return switch command {
    case .enter: [.go(.source(host: host))]
    case .copy: [.effect(.copy(host))]
    case .browse: [.open("https://\(host)/")]
    default: []
    }
  }
}

extension SourcesState {
  func draw(_ source: Source, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    var right = frame.columns - 1
    if frame.columns >= Self.columnsForDates {
      let isRoomy = frame.columns >= Self.columnsForYears
      let (first, last) = (
        source.firstSeen.dayLabel(in: frame, isRoomy: isRoomy), source.lastSeen.dayLabel(in: frame, isRoomy: isRoomy)
      )
      let start = canvas.write(last, endingAt: right, row, in: frame, style: Style(.faint))
      if first != last {
        canvas.write("\(first) –", endingAt: min(start - 1, right - 7), row, in: frame, style: Style(.faint))
      }
      right -= frame.dates.columns(isRoomy: isRoomy) * 2 + 3
    }
    let stories = counted(source.stories, "story  ", "stories")
    let claims = counted(source.claims, "claim ", "claims")
    if frame.columns >= Self.columnsForStories {
      canvas.write(stories, endingAt: right, row, in: frame, style: Style(.faint))
      right -= Self.countColumns
    }
    if frame.columns >= Self.columnsForClaims {
      right = canvas.write(claims, endingAt: right, row, in: frame, style: Style(.faint)) - 2
    }
    canvas.write(source.host, at: Self.margin, row, in: frame, limit: right - Self.margin)
  }

  private static let columnsForDates = 76
  private static let columnsForYears = 84
  private static let columnsForStories = 54
  private static let columnsForClaims = 36
  private static let countColumns = 14
}
