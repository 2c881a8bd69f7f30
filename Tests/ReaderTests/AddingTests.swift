import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// Adding from inside: what is pasted, and files by their path.
struct AddingTests {
  private func driver(passing: String? = nil) -> Driver {
    Driver(size: Size(columns: 80, rows: 24), passing: passing)
  }

  private let two = Findings(headlines: ["Rice prices fall", "Ports strike ends"], stories: 2)

  /// A driver that was asked whether to add two stories.
  private func asked() -> Driver {
    var driver = driver()
    driver.send(.pasted("Rice prices fall\r\rPorts strike ends"))
    driver.expectEffects([.examine("Rice prices fall\r\rPorts strike ends", number: 1)])
    driver.send(.examined(two, number: 1, because: ""))
    return driver
  }

  private func added(_ ids: StoryID...) -> AddedStories {
    var added = AddedStories()
    (added.ids, added.new) = (ids, ids.count)
    return added
  }

  @Test("What is pasted is asked about, with what was found, and Enter adds it")
  func question() {
    var driver = asked()
    #expect(driver.foot == "2 stories in one text: “Rice prices fall” and 1 more · Enter adds, Esc not")
    driver.send(.resized(Size(columns: 100, rows: 30)))
    #expect(driver.foot == "2 stories in one text: “Rice prices fall”, “Ports strike ends” · Enter adds, Esc not")
    driver.send(.resized(Size(columns: 80, rows: 24)))
    driver.press("<enter>")
    driver.expectEffects([.addExamined(number: 1)])
    driver.send(.added(added(StoryID("s105"), StoryID("s106"))))
    #expect(driver.foot == "2 stories added · U takes them back")
    #expect(driver.cursorLine.contains("A short note, number 1"))
    driver.press("U")
    driver.expectEffects([.undo(isSure: false)])
  }

  @Test("The question stays until it is answered, whatever else is pressed, and every key that goes back says no")
  func answers() {
    for key in ["<esc>", "h", "q", "<backspace>"] {
      var driver = asked()
      let before = driver.canvas
      driver.press("j s D zR <tab>")
      driver.expectEffects([])
      driver.send(.mouse(Mouse(.press, at: Point(column: 5, row: 5))))
      #expect(driver.canvas == before)
      driver.press(key)
      driver.expectEffects([.forgetExamined])
      #expect(driver.foot == "nothing was added")
      driver.press("<enter>")
      #expect(driver.shows("1 of 16"))
    }
    var driver = asked()
    driver.press("Q")
    driver.expectEffects([.quit])
  }

  @Test("Keys pressed before the answer is there wait for the question; one that goes back calls it off")
  func waiting() {
    var driver = driver()
    driver.send(.pasted("one"))
    driver.press("<enter>")
    driver.expectEffects([])
    driver.send(.examined(Findings(headlines: ["One"], stories: 1), number: 1, because: ""))
    driver.expectEffects([.addExamined(number: 1)])
    driver.send(.added(added(StoryID("s100"))))
    driver.send(.pasted("two"))
    driver.press("<esc>")
    driver.send(.examined(two, number: 2, because: ""))
    #expect(driver.foot.contains("help"))
    driver.press("j")
    #expect(driver.cursorLine.contains("Sleeper trains"))
  }

  @Test("Only the text that was pasted last is asked about")
  func anew() {
    var driver = asked()
    driver.send(.pasted("more"))
    driver.expectEffects([.examine("more", number: 2)])
    driver.send(.examined(two, number: 1, because: ""))
    driver.send(.examined(Findings(headlines: ["More"], stories: 1), number: 2, because: ""))
    #expect(driver.foot == "1 story found: “More” · Enter adds, Esc not")
  }

  @Test("In a story the same is asked, and the story stays")
  func inStory() {
    var driver = driver()
    driver.press("<enter> ] <enter> f")
    driver.send(.pasted("Rice prices fall"))
    driver.send(.examined(two, number: 1, because: ""))
    #expect(driver.foot.hasPrefix("2 stories in one text"))
    driver.press("<enter>")
    driver.send(.added(added(StoryID("s105"))))
    #expect(driver.foot == "1 story added · U takes it back" && driver.shows("1 of 16"))
  }

  @Test("Why nothing is added is said, and nothing is asked")
  func refusals() {
    var driver = driver()
    driver.send(.pasted("https://example.org/a"))
    driver.send(.examined(nil, number: 1, because: "an address: pages are not fetched yet"))
    #expect(driver.foot == "an address: pages are not fetched yet")
    driver.press("j")
    #expect(driver.foot.contains("help"))
    var passing = self.driver(passing: "these end with the program")
    passing.send(.pasted("Rice prices fall"))
    passing.expectEffects([])
    #expect(passing.shows("these stories are only being read"))
    passing.press(":")
    passing.type("add ~/stories")
    passing.press("<enter>")
    passing.expectEffects([])
    #expect(passing.shows("these stories are only being read"))
  }

  @Test("While stories are being added nothing is taken back, and the foot says how far it is")
  func underway() {
    var driver = driver()
    driver.press(":")
    driver.type("add ~/a folder")
    driver.press("<enter>")
    driver.expectEffects([.add(path: "~/a folder")])
    driver.send(.adding(Progress(stories: 384, total: 5000)))
    #expect(driver.foot.hasSuffix("adding, 384 of 5000"))
    driver.press("U")
    driver.expectEffects([])
    driver.send(.pasted("more"))
    driver.expectEffects([])
    driver.send(.notAdded("there is no file or folder “a folder”"))
    #expect(driver.foot == "there is no file or folder “a folder”")
    driver.press("U")
    driver.expectEffects([.undo(isSure: false)])
  }

  @Test("What became of each is told; what was there already is nothing to take back")
  func outcomes() {
    var added = AddedStories()
    added.known = 1
    #expect(added.sentence(undo: "U") == "1 was there already")
    (added.new, added.versions, added.removed, added.failed) = (3, 1, 2, 1)
    added.failure = "“x” is empty"
    #expect(
      added.sentence(undo: "U")
        == "3 stories added, 1 is a newer version, 1 was there already, 2 were removed and stay away, “x” is empty"
        + " · U takes them back")
    #expect(AddedStories().sentence(undo: "U") == "nothing was added")
  }

  @Test("A newer version that lost much is told, with the key that brings the longer one back")
  func shortened() {
    var added = AddedStories()
    added.versions = 1
    added.shortened = [Shortening(of: StoryID("s100"), headline: "Rice", before: 300, after: 200)].compactMap(\.self)
    #expect(
      added.sentence(undo: "U")
        == "1 is a newer version, shorter by a third than before · U brings the longer one back")
    added.new = 2
    #expect(added.sentence(undo: "U").hasSuffix("shorter by a third than before · U takes them back"))
  }

  @Test("Many stories are counted, and long headlines cut")
  func manyFound() {
    let long = String(repeating: "harbour ", count: 20)
    let findings = Findings(headlines: [long, "B", "C"], stories: 1_200)
    #expect(findings.sentence(columns: 200).contains("harbour…”, “B”, “C” and 1\u{A0}197 more · Enter adds"))
    #expect(findings.sentence(columns: 40).hasSuffix("harbour…” and 1\u{A0}199 more · Enter adds, Esc not"))
  }

  @Test("The question says what the stories are to those that are there")
  func standing() {
    var one = Findings(headlines: ["Rice prices fall"], stories: 1)
    one.versions = 1
    #expect(
      one.sentence(columns: 80)
        == "1 story found: “Rice prices fall”, a newer version of what is there · Enter adds, Esc not")
    one.existing = "Rice prices rise"
    #expect(one.sentence(columns: 200).contains("fall”, a newer version of “Rice prices rise” · Enter adds"))
    (one.versions, one.known) = (0, 1)
    #expect(one.sentence(columns: 80).contains("fall”, which is there already · Enter"))
    (one.known, one.removed) = (0, 1)
    #expect(one.sentence(columns: 80).contains("fall”, which you removed: it stays away · Enter"))
    var many = two
    (many.versions, many.known) = (1, 1)
    #expect(many.sentence(columns: 200).contains("ends”; 1 is a newer version, 1 is there already · Enter"))
  }

  @Test("A path is completed from what lies in its folder, folder by folder")
  func paths() {
    var driver = driver()
    driver.press(":")
    driver.type("add ~/st")
    driver.expectEffects([])
    #expect(driver.requests.isEmpty)
    driver.press("<backspace>")
    driver.send(
      .listed(
        folder: "~/",
        [
          FolderEntry(name: ".hidden", isFolder: true), FolderEntry(name: "stories", isFolder: true),
          FolderEntry(name: "strike.txt", isFolder: false), FolderEntry(name: "my storm.md", isFolder: false),
        ]))
    #expect(driver.lastRow == "stories/  strike.txt")
    driver.press("<backspace>")
    driver.type("rm")
    #expect(driver.lastRow == "my storm.md")
    driver.press("<backspace> <backspace>")
    driver.type("sto")
    driver.press("<tab>")
    #expect(driver.foot == ":add ~/stories/")
    driver.expectEffects([.list(folder: "~/stories/")])
    driver.send(.listed(folder: "~/stories/", [FolderEntry(name: "port.txt", isFolder: false)]))
    driver.press("<tab> <enter>")
    driver.expectEffects([.add(path: "~/stories/port.txt")])
  }

  @Test("Of names that differ by small and large letters, those that begin as typed are meant")
  func caseOfNames() {
    var driver = driver()
    driver.press(":")
    driver.type("add ~/se")
    driver.send(
      .listed(
        folder: "~/", [FolderEntry(name: "SECURITY.md", isFolder: false), FolderEntry(name: "seeds", isFolder: true)]))
    driver.press("<tab>")
    #expect(driver.foot == ":add ~/seeds/")
    driver.press("^u")
    driver.type("add ~/SEC")
    driver.press("<tab>")
    #expect(driver.foot == ":add ~/SECURITY.md")
  }

  @Test("Tab that comes before the folder was read completes the path once it is")
  func earlyTab() {
    var driver = driver()
    driver.press(":")
    driver.type("add ~/st")
    driver.press("<tab>")
    #expect(driver.foot == ":add ~/st")
    driver.send(.listed(folder: "~/", [FolderEntry(name: "strike.txt", isFolder: false)]))
    #expect(driver.foot == ":add ~/strike.txt")
    driver.type("x/y")
    driver.press("<tab>")
    driver.type("z")
    driver.send(.listed(folder: "~/strike.txtx/", [FolderEntry(name: "yzq", isFolder: false)]))
    #expect(driver.foot == ":add ~/strike.txtx/yz")
  }
}
