import Canvas
import Testing

@testable import Reader

/// One line of text with words highlighted.
struct HighlightedTextTests {
  private func line(_ text: String, _ words: String, columns: Int) -> (text: String, highlights: String) {
    var highlights: [Range<Int>] = []
    for range in text.ranges(of: words) {
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      highlights.append(start..<(start + words.utf8.count))
    }
    var canvas = Canvas(size: Size(columns: columns + 1, rows: 1))
    HighlightedText(text, highlights: highlights).draw(at: 0, 0, on: &canvas, in: Frame(rect: Rect(canvas.size)))
    let marked = canvas.row(0).filter { $0.style.role == .match }.map(\.text).joined()
    return (canvas.lines[0], marked)
  }

  @Test("A text that fits is shown whole")
  func whole() {
    #expect(line("The licence runs to 2032", "licence", columns: 30) == ("The licence runs to 2032", "licence"))
  }

  @Test("A text that is too long is cut at a word")
  func cut() {
    let shown = line("The licence runs to the end of the year 2032", "licence", columns: 24)
    #expect(shown == ("The licence runs to the…", "licence"))
  }

  @Test("A word far on is brought into sight, with as many words before it as there is room for")
  func farOn() {
    let text = "One two three four five six seven eight nine ten eleven twelve"
    #expect(line(text, "twelve", columns: 30) == ("…seven eight nine ten eleven twelve".cutFront(to: 30), "twelve"))
    #expect(line(text, "seven", columns: 30).highlights == "seven")
  }

  @Test("A highlighted word that is cut is highlighted as far as it shows; offsets outside the text highlight nothing")
  func odd() {
    #expect(line("incomprehensibilities", "incomprehensibilities", columns: 9).highlights == "incompre")
    var canvas = Canvas(size: Size(columns: 20, rows: 1))
    HighlightedText("short", highlights: [3..<90, 1..<2]).draw(
      at: 0, 0, on: &canvas, in: Frame(rect: Rect(canvas.size)))
    #expect(canvas.lines[0] == "short")
  }
}

extension String {
  /// The text with words taken off its front until it fits behind `…`.
  fileprivate func cutFront(to columns: Int) -> String {
    var words = dropFirst().split(separator: " ")
    while words.joined(separator: " ").count + 1 > columns { words.removeFirst() }
    return "…" + words.joined(separator: " ")
  }
}
