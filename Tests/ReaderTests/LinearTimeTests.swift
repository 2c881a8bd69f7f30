import Briefing
import Canvas
import Samples
import Scenes
import Testing

@testable import Reader

/// A story of twice the size opens, and answers its keys, in about twice the time, whatever it has many of.
@Suite(.serialized) struct `Linear time` {
  enum Shape: String, CaseIterable {
    case citations, sources, paragraphs, bullets, sections, questionsAlike, notes, words, setAside, links, items, code,
      table

    /// A story with so many of them.
    func detail(_ count: Int) -> StoryDetail {
      var detail = StoryDetail(
        row: Row(id: StoryID("a1b2"), headline: "Port", date: Moment(seconds: 0), questions: 0, sources: 0),
        story: Story(headline: "Port", lede: [Block(text: "It rains.")]))
      let numbers = 0..<count
      switch self {
      case .citations, .sources:
        let text = numbers.map { "Rain \($0)." }.joined(separator: " ")
        detail.story.lede[0].text = text
        detail.story.lede[0].citations = numbers.map { number in
          Citation(
            place: text.utf8.count * number / count, host: self == .citations ? "a.example" : "a\(number).example",
            url: "https://a.example/\(number)")
        }
      case .paragraphs: detail.story.lede = numbers.map { Block(text: "Rain \($0).") }
      case .bullets: detail.story.summary = numbers.map { "Rain \($0)" }
      case .sections, .notes, .questionsAlike:
        detail.story.sections = numbers.map { number in
          let cites = [Citation(place: 5, host: "a\(number).example")]
          return Section(
            heading: self == .questionsAlike ? "Why?" : "Why \(number)?",
            blocks: [Block(text: "Rain.", citations: cites)])
        }
        if self == .notes {
          detail.notes = numbers.map { Note(section: $0, text: "Note \($0)", date: Moment(seconds: 0)) }
        }
      case .words: detail.story.lede[0].text = String(repeating: "rain ", count: count * 10)
      case .links:
        detail.story.lede[0].text = String(repeating: "rain ", count: count)
        detail.story.lede[0].spans = numbers.map {
          Block.Span($0 * 5..<$0 * 5 + 4, .link(url: "https://a.example/\($0)"))
        }
      case .items:
        detail.story.lede = numbers.map { number in
          Block(text: "Rain \(number).", containers: [.quote, .item(Block.Item(list: 0, number: number))])
        }
      case .code:
        detail.story.lede = [Block(text: String(repeating: "rain\t1\n", count: count * 10), kind: .code(language: nil))]
      case .table: detail.story.lede = [Block(text: String(repeating: "rain\t1\n", count: count * 10), kind: .table)]
      case .setAside:
        detail.setAside = numbers.map { SetAside(place: $0..<$0, text: "Rain \($0)", reason: .footer) }
      }
      return detail
    }
  }

  @Test(.enabled(if: Thorough.isWanted), .timeLimit(.minutes(20)), arguments: Shape.allCases)
  func `is what opening a story and walking through it takes`(shape: Shape) {
    let (half, whole) = (shape.detail(1000), shape.detail(2000))
    var ratio = Double.infinity
    // Of several runs, the one that was disturbed least.
    for _ in 0..<6 where ratio > 2.5 { ratio = min(ratio, seconds(whole) / max(seconds(half), 0.002)) }
    #expect(ratio <= 3)
  }

  private func seconds(_ detail: StoryDetail) -> Double {
    let size = Size(columns: 80, rows: 24)
    return processorSeconds {
      var driver = Driver(size: size, on: .story(detail))
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
  }
}
