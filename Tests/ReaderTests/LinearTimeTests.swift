import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// A story of twice the size opens, and answers its keys, in about twice the time, whatever it has many of.
@Suite(.serialized) struct `Linear time` {
  enum Shape: String, CaseIterable {
    case citations, sources, paragraphs, bullets, sections, questionsAlike, notes, words, setAside, links, items, code,
      table

    /// A story with so many of them.
    func entry(_ count: Int) -> Entry {
      var entry = Entry(
        row: Row(id: StoryID("a1b2"), headline: "Port", date: Moment(seconds: 0), questions: 0, sources: 0),
        story: Story(headline: "Port", lede: [Block(text: "It rains.")]))
      let numbers = 0..<count
      switch self {
      case .citations, .sources:
        let text = numbers.map { "Rain \($0)." }.joined(separator: " ")
        entry.story.lede[0].text = text
        entry.story.lede[0].citations = numbers.map { number in
          Citation(
            place: text.utf8.count * number / count, host: self == .citations ? "a.example" : "a\(number).example",
            url: "https://a.example/\(number)")
        }
      case .paragraphs: entry.story.lede = numbers.map { Block(text: "Rain \($0).") }
      case .bullets: entry.story.summary = numbers.map { "Rain \($0)" }
      case .sections, .notes, .questionsAlike:
        entry.story.sections = numbers.map { number in
          let cites = [Citation(place: 5, host: "a\(number).example")]
          return Section(
            heading: self == .questionsAlike ? "Why?" : "Why \(number)?",
            blocks: [Block(text: "Rain.", citations: cites)])
        }
        if self == .notes {
          entry.notes = numbers.map { Note(section: $0, text: "Note \($0)", date: Moment(seconds: 0)) }
        }
      case .words: entry.story.lede[0].text = String(repeating: "rain ", count: count * 10)
      case .links:
        entry.story.lede[0].text = String(repeating: "rain ", count: count)
        entry.story.lede[0].spans = numbers.map {
          Block.Span($0 * 5..<$0 * 5 + 4, .link(url: "https://a.example/\($0)"))
        }
      case .items:
        entry.story.lede = numbers.map { number in
          Block(text: "Rain \(number).", containers: [.quote, .item(Block.Item(list: 0, number: number))])
        }
      case .code:
        entry.story.lede = [Block(text: String(repeating: "rain\t1\n", count: count * 10), kind: .code(language: nil))]
      case .table: entry.story.lede = [Block(text: String(repeating: "rain\t1\n", count: count * 10), kind: .table)]
      case .setAside:
        entry.setAside = numbers.map { SetAside(place: $0..<$0, text: "Rain \($0)", reason: .footer) }
      }
      return entry
    }
  }

  @Test(.timeLimit(.minutes(20)), arguments: Shape.allCases)
  func `is what opening a story and walking through it takes`(shape: Shape) {
    let (half, whole) = (shape.entry(1000), shape.entry(2000))
    var ratio = Double.infinity
    // Of several runs, the one that was disturbed least.
    for _ in 0..<6 where ratio > 2.5 { ratio = min(ratio, seconds(whole) / max(seconds(half), 0.002)) }
    #expect(ratio <= 3)
  }

  private func seconds(_ entry: Entry) -> Double {
    let size = Size(columns: 80, rows: 24)
    let time = ContinuousClock().measure {
      var driver = Driver(size: size, on: .story(entry))
      func show() {
        var canvas = Canvas(size: driver.state.size)
        driver.state.draw(on: &canvas)
      }
      for keys in [
        "zR", "G", "g", "<space>", "<tab>", "<backtab>", "]", "zM", "zR", "f", "<esc>", "i", "h", "G", "y", "s",
      ] {
        driver.press(keys)
        show()
      }
      driver.press("/")
      driver.type("rain")
      driver.press("<enter>", "n", "N", "<esc>")
      show()
      driver.send(.resized(Size(columns: 60, rows: 20)))
      show()
    }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}
