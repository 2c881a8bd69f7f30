import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

@Suite("A story whose rest is still being read")
struct StoryBeginningTests {
  private static let remark = "the rest of this story is being read"
  private let catalog = FakeCatalog()

  private var whole: StoryDetail {
    get throws {
      guard case .story(let detail?) = catalog.answer(to: .story(StoryID("s100"))) else { throw Missing() }
      return detail
    }
  }

  private struct Missing: Error {}

  /// A reader on the beginning of the first story, up to some section.
  private func driver(sections: Int = 2) throws -> Driver {
    var detail = try whole
    detail.row.id = StoryID("")
    detail.story.sections.removeSubrange(sections...)
    var driver = Driver(size: .usual, catalog: FakeCatalog([]), on: .beginning(detail))
    driver.send(.reading(Progress(stories: 0)))
    return driver
  }

  @Test("It is shown at once, and says in the place of counts that more is to come")
  func shown() throws {
    let driver = try driver()
    #expect(driver.lines[0].contains(try whole.story.headline.prefix(40)))
    #expect(driver.lines[1].hasSuffix("· \(Self.remark)"))
    #expect(driver.foot.hasSuffix("reading"))
  }

  @Test("The whole takes its place around the line that is read, with the same folds, and counts as read")
  func replaced() throws {
    var driver = try driver()
    driver.press("] <enter> j")
    let (line, row) = (driver.cursorLine, driver.canvas.cursor?.row)
    driver.replaceCatalog(catalog)
    driver.send(.whole(try whole))
    #expect(driver.effects == [.markRead(StoryID("s100"))])
    driver.send(.reading(Progress(stories: 1, total: 1, isDone: true)))
    #expect(driver.cursorLine == line)
    #expect(driver.canvas.cursor?.row == row)
    #expect(driver.lines[1].hasSuffix("5 questions"))
    #expect(!driver.shows(Self.remark))
  }

  @Test("What needs the catalog has to wait, and says so", arguments: ["s", "u", "t", "a", "<tab> <enter>", "r"])
  func waits(_ keys: String) throws {
    var driver = try driver()
    driver.press(keys)
    #expect(driver.foot == Self.remark)
    driver.expectEffects([])
    driver.send(.whole(try whole))
    #expect(!driver.shows(Self.remark))
  }

  @Test("No place in a mere beginning is kept")
  func place() throws {
    var driver = try driver()
    driver.press("] <enter> j")
    #expect(driver.catalog.bookmark(of: StoryID("")) == nil)
    driver.replaceCatalog(catalog)
    driver.send(.whole(try whole))
    driver.press("j")
    #expect(driver.catalog.bookmark(of: StoryID("s100")) != nil)
  }

  @Test("Letters beside citations are still theirs when the whole comes between")
  func letters() throws {
    var driver = try driver()
    driver.replaceCatalog(catalog)
    driver.press("F")
    driver.send(.whole(try whole))
    driver.press("a")
    #expect(driver.shows("claims"))
  }

  @Test("Where the rest cannot be read, the beginning stays and says so")
  func failed() throws {
    var driver = try driver()
    driver.send(.reading(Progress(stories: 0, failures: 1, total: 1, isDone: true)))
    #expect(driver.lines[1].hasSuffix("the rest of this story could not be read"))
    #expect(driver.foot == "1 file could not be read")
  }

  @Test("It comes while another screen is shown, and stands below it")
  func elsewhere() throws {
    var driver = try driver()
    driver.press("?")
    driver.send(.whole(try whole))
    driver.press("h")
    #expect(driver.lines[1].hasSuffix("5 questions"))
  }
}
