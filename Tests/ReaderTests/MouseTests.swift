import Canvas
import Reader
import Scenes
import Testing

@Suite("The mouse")
struct MouseTests {
  private func row(of text: String, in driver: Driver) throws -> Int {
    try #require(driver.canvas.lines.firstIndex { $0.contains(text) })
  }

  private func press(_ driver: inout Driver, column: Int, row: Int) {
    driver.send(.mouse(Mouse(.press, at: Point(column: column, row: row))))
  }

  @Test("A press moves the cursor to a row, and one on that row opens it")
  func rows() throws {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    let headlines = driver.canvas.lines
    press(&driver, column: 20, row: 6)
    #expect(driver.canvas.cursor == Point(column: 0, row: 6))
    #expect(driver.canvas.lines[0] == headlines[0])
    press(&driver, column: 20, row: 6)
    let words = headlines[6].dropFirst(4).prefix(12)
    #expect(driver.canvas.lines[0].contains(words))
  }

  @Test("A press on the name of a list shows it, and one below the last row changes nothing")
  func tabs() throws {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    press(&driver, column: 13, row: 0)
    #expect(driver.canvas[13, 0]?.style.isUnderlined == true)
    #expect(driver.canvas[1, 0]?.style.isUnderlined == false)
    let shown = driver.canvas
    press(&driver, column: 3, row: 23)
    #expect(driver.canvas == shown)
  }

  @Test("A press on a citation follows it")
  func citations() throws {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("<enter>")
    let link = try #require(driver.canvas.links.first)
    press(&driver, column: link.columns.lowerBound + 1, row: link.row)
    #expect(driver.canvas.lines[0].contains("claim"))
  }

  @Test("The wheel moves what is shown by three rows, and the cursor only where it would leave the view")
  func wheel() throws {
    var driver = Driver(size: Size(columns: 80, rows: 12))
    let second = driver.canvas.lines[4]
    driver.press("j j j j")
    let cursor = try #require(driver.canvas.cursor)
    driver.send(.mouse(Mouse(.wheelDown, at: Point(column: 3, row: 3))))
    #expect(driver.canvas.lines[1] == second)
    #expect(driver.canvas.cursor == Point(column: 0, row: cursor.row - 3))
    driver.send(.mouse(Mouse(.wheelDown, at: Point(column: 3, row: 3))))
    #expect(driver.canvas.cursor?.row == 1)
    driver.send(.mouse(Mouse(.wheelUp, at: Point(column: 3, row: 3))))
    driver.send(.mouse(Mouse(.wheelUp, at: Point(column: 3, row: 3))))
    #expect(driver.canvas.lines[4] == second)
  }

  @Test("Side by side, a press on the other side goes there")
  func sides() {
    var driver = Driver(size: Size(columns: 150, rows: 30))
    driver.press("<enter>")
    #expect((driver.canvas.cursor?.column ?? 0) > 50)
    press(&driver, column: 5, row: 5)
    #expect(driver.canvas.cursor?.column == 0)
    press(&driver, column: 90, row: 5)
    #expect((driver.canvas.cursor?.column ?? 0) > 50)
  }

  @Test("While something is typed, the mouse does nothing")
  func prompt() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("/")
    let shown = driver.canvas
    press(&driver, column: 20, row: 6)
    #expect(driver.canvas == shown)
  }
}
