import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// What users choose of how the reader looks.
struct ReaderSettingsTests {
  @Test("No line of a story is longer than the measure", arguments: [20, 40, 60])
  func measure(columns: Int) {
    var settings = ReaderSettings()
    settings.measure = columns
    var driver = Driver(size: .init(columns: 120, rows: 40), settings: settings)
    driver.press("<enter> zR")
    let lines = driver.lines.dropFirst(4).dropLast(2).filter { !$0.isEmpty }
    let starts = lines.compactMap { line in
      line.firstIndex { $0.isLetter }.map { line.distance(from: line.startIndex, to: $0) }
    }
    let start = starts.min() ?? 0
    #expect(lines.allSatisfy { Width.of($0) <= start + columns + 1 })
    #expect(lines.contains { Width.of($0) > start + columns - 15 })
  }

  @Test("List and page stand side by side from the columns on that the user names, or never")
  func panes() {
    func isWide(_ columns: Int, _ panes: Int?) -> Bool {
      var settings = ReaderSettings()
      settings.panes = panes
      return Driver(size: .init(columns: columns, rows: 30), settings: settings).lines[5].contains("│")
    }
    #expect(isWide(140, 140) && !isWide(139, 140))
    #expect(isWide(100, 100) && isWide(60, 60))
    #expect(!isWide(200, nil))
  }

  @Test("Days are written as the user likes, in lists and on pages", arguments: DateStyle.allCases)
  func dates(style: DateStyle) {
    var settings = ReaderSettings()
    settings.dates = style
    var driver = Driver(size: .init(columns: 80, rows: 24), settings: settings)
    let iso = style == .iso
    #expect(driver.cursorLine.hasSuffix(iso ? "2026-04-28" : "28 Apr"))
    driver.press("<enter>")
    #expect(driver.shows(iso ? " 2026-04-28 " : " 28 April 2026 "))
    driver.press("h 3")
    #expect(driver.lines.contains { $0.contains("–") && $0.contains("2026-") } == iso)
  }

  @Test("However narrow the measure, drawing is whole", arguments: [20, 21, 30, 1000])
  func total(measure: Int) {
    var settings = ReaderSettings()
    settings.measure = measure
    settings.dates = .iso
    settings.panes = 60
    for columns in [1, 5, 20, 47, 48, 60, 76, 200] {
      var driver = Driver(size: .init(columns: columns, rows: 24), settings: settings)
      driver.press("<enter> zR G h 3 <enter> h 4 /")
      #expect(driver.canvas.size.columns == columns)
    }
  }
}
