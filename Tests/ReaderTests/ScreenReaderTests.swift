import Canvas
import Reader
import Scenes
import Testing

/// A screen reader speaks the line that the terminal's cursor stands on. So each key has to bring the cursor to what it is
/// about.
@Suite("Read by the line of the cursor")
struct ScreenReaderTests {
  private func line(_ driver: Driver) -> String {
    driver.canvas.cursor.map { driver.canvas.lines[$0.row] } ?? ""
  }

  @Test("Down the index, each key speaks the next headline, and whether it is unread")
  func index() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    var spoken: [String] = [line(driver)]
    for _ in 0..<5 {
      driver.press("j")
      spoken.append(line(driver))
    }
    #expect(Set(spoken).count == 6)
    #expect(spoken.allSatisfy { $0.hasPrefix("›") && $0.contains(" q ") })
    driver.press("g u")
    #expect(line(driver) != spoken[0])
  }

  @Test("In a story, each key speaks the line it leads to: a question with its fold, an answer, a citation's line")
  func story() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("<enter> ]")
    #expect(line(driver).contains("▸"))
    driver.press("<enter>")
    #expect(line(driver).contains("▾"))
    driver.press("j")
    #expect(!line(driver).contains("▾"))
    driver.press("<tab>")
    #expect(line(driver).contains("["))
    driver.press("<enter>")
    #expect(!line(driver).isEmpty)
    driver.press("h h")
    #expect(line(driver).contains(" q "))
  }

  @Test("A prompt speaks what is typed")
  func prompt() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("/")
    driver.type("ferry")
    #expect(line(driver) == "/ferry")
  }

  @Test("Wherever keys lead, the cursor stands on a line that says something")
  func everywhere() {
    for seed: UInt64 in 1...4 {
      for (number, step) in Walk(size: Size(columns: 80, rows: 24), seed: seed).steps.enumerated() {
        let spoken = step.canvas.cursor.map { step.canvas.lines[$0.row] } ?? ""
        #expect(spoken.contains { $0.isLetter || $0.isNumber }, "step \(number) of walk \(seed), after \(step.key)")
      }
    }
  }

  @Test("Nothing is said by colour alone: with the colours taken away, what differed still differs")
  func withoutColour() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    func plain() -> [String] { driver.canvas.lines }
    let unread = plain()
    driver.press("u")
    #expect(plain() != unread)
    let unstarred = plain()
    driver.press("s")
    #expect(plain() != unstarred)
    driver.press("j <enter> ]")
    let closed = line(driver)
    driver.press("<enter> G [ zM g ]")
    #expect(line(driver) != closed)
  }
}
