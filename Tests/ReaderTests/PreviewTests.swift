import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// The page beside the list, on a wide terminal.
struct PreviewTests {
  private static let wide = Size(columns: 160, rows: 40)

  private func driver(_ size: Size = wide) -> Driver { Driver(size: size) }

  private func page(_ driver: Driver) -> String {
    driver.lines.map { String($0.dropFirst(160 / 3 + 1)) }.joined(separator: "\n")
  }

  @Test("Once the keys rest, the page shows the story under the cursor, and nothing is marked")
  func shows() {
    var driver = driver()
    driver.press("j j")
    #expect(driver.state.awaitsRest)
    #expect(!page(driver).contains("The county that weighs its rubbish"))
    driver.send(.rested)
    #expect(page(driver).contains("The county that weighs its rubbish"))
    #expect(!driver.state.awaitsRest)
    driver.expectEffects([])
    #expect(driver.cursorLine.contains("The county"))
  }

  @Test("While keys come, the page stays as it is, and an answer for a row that was left is not shown")
  func keysComing() {
    var driver = driver()
    driver.send(.rested)
    let before = page(driver)
    driver.press("j j j")
    #expect(page(driver) == before)
    driver.isHolding = true
    driver.send(.rested)
    driver.press("j")
    driver.release()
    #expect(page(driver) == before)
    driver.press("k")
    #expect(driver.state.awaitsRest)
  }

  @Test("Enter and the key for the other side go into what is shown")
  func goesIn() {
    for key in ["<enter>", "<tab>"] {
      var driver = driver()
      driver.press("<enter> h j j")
      driver.send(.rested)
      driver.press(key)
      #expect(driver.state.history.current.story?.detail.story.headline.contains("The county") == true)
      #expect(!driver.state.awaitsRest)
    }
  }

  @Test("What was read stays beside the list until another row is gone to, and comes back with its row")
  func lastRead() {
    var driver = driver()
    driver.press("<enter> ] ] h")
    let read = page(driver)
    #expect(!driver.state.awaitsRest)
    driver.press("j")
    driver.send(.rested)
    #expect(page(driver) != read)
    driver.press("k")
    driver.send(.rested)
    #expect(page(driver) == read)
  }

  @Test("A narrow terminal, a prompt and a story that is read wait for no rest")
  func never() {
    #expect(!driver(Size(columns: 100, rows: 30)).state.awaitsRest)
    var driver = driver()
    driver.press("/")
    #expect(!driver.state.awaitsRest)
    driver.press("<esc> <enter>")
    #expect(!driver.state.awaitsRest)
  }

  @Test("A question's story is shown at the question")
  func question() {
    var driver = driver()
    driver.press("2")
    driver.send(.rested)
    let asked = driver.state.history.current.content as? QuestionsState
    let wording = asked?.current?.wording ?? "none"
    #expect(page(driver).contains("▸ \(wording)") || page(driver).contains("▾ \(wording)"))
  }

  @Test("Marks that are set in the list are seen on the page")
  func marks() {
    var driver = driver()
    driver.press("j j")
    driver.send(.rested)
    #expect(page(driver).split(separator: "\n")[0].contains("*"))
    driver.press("s")
    #expect(!page(driver).split(separator: "\n")[0].contains("*"))
  }
}
