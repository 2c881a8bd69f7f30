import Briefing
import Canvas
import Reader

/// How long keys take in a story of very many sections: `swift run -c release bench-reader [SECTIONS]` (100 000).
///
/// Each key is taken in and its screen drawn, as the loop does; printed are the middle and the longest time of a key.
@main
enum BenchReader {
  private static let clock = ContinuousClock()
  private static let size = Size(columns: 120, rows: 40)

  static func main() {
    let sections = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
    var state = reader(of: sections)
    time("next question", "]", &state)
    time("line down", "j", &state)
    time("fold and unfold", "zaza", &state)
    time("open all folds", "zR", &state)
    time("line down", "j", &state)
    time("page down", " ", &state)
    time("last line and back", "Gg", &state)
    time("close all folds", "zM", &state)
    time("mark", "s", &state)
  }

  private static func reader(of sections: Int) -> State {
    let story = Story(
      headline: "A long day", summary: [], lede: [Block(text: "It was long.")],
      sections: (0..<sections).map { number in
        Section(
          heading: "What happened in hour \(number)?", blocks: [Block(text: "Nothing did, \(number) times.")])
      })
    let row = Row(
      id: StoryID("a1b2"), headline: story.headline, date: Moment(seconds: 0), questions: sections, sources: 0)
    var state = State(size: size)
    let detail = StoryDetail(row: row, story: story)
    let opening = clock.measure { _ = state.start(on: .story(detail)) }
    print("\(sections) sections, opened in \(microseconds(opening)) µs")
    return state
  }

  /// Types the keys a hundred times over.
  private static func time(_ what: String, _ keys: String, _ state: inout State) {
    var times: [Duration] = []
    for key in String(repeating: keys, count: 100).unicodeScalars {
      times.append(
        clock.measure {
          _ = state.receive(.keyPressed(.scalar(key)))
          var canvas = Canvas(size: size)
          state.draw(on: &canvas)
        })
    }
    times.sort()
    print("\(what): \(microseconds(times[times.count / 2])) µs, at most \(microseconds(times[times.count - 1])) µs")
  }

  private static func microseconds(_ time: Duration) -> Int {
    Int(time / .microseconds(1))
  }
}
