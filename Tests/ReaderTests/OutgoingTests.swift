import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// Stories that leave the reader: into a command, or into files.
struct OutgoingTests {
  @Test("A command gets the story as text, as courant show prints it, and its line as it was typed")
  func pipe() {
    var driver = Driver(size: .usual).opened("<enter> |")
    driver.type("lpr -P 'hall'; date")
    driver.press("<enter>")
    guard case .pipe(let text, "lpr -P 'hall'; date")? = driver.effects.first else {
      return #expect(Bool(false), "nothing was piped")
    }
    #expect(text.hasPrefix("A model maker may now sell on every cloud\n") && text.contains("[1] blogs.example.com"))
    driver.send(.told("lpr ended with 1"))
    #expect(driver.foot == "lpr ended with 1")
  }

  @Test("On the index it is the row under the cursor, or all that are selected, one after another")
  func rows() {
    var driver = Driver(size: .usual).opened("j |")
    driver.type("wc")
    driver.press("<enter>")
    guard case .pipe(let one, "wc")? = driver.effects.first else { return #expect(Bool(false), "nothing was piped") }
    #expect(one.hasPrefix("Sleeper trains come back") && !one.contains("\n---\n"))
    driver.press("v v | <up> <enter>")
    guard case .pipe(let two, "wc")? = driver.effects.first else { return #expect(Bool(false), "nothing was piped") }
    #expect(two.ranges(of: "\n---\n\n").count == 1)
    #expect(two.contains("Sleeper trains come back") && two.contains("The county that weighs its rubbish"))
  }

  @Test("A blank line, or one that is called off, pipes nothing", arguments: ["<enter>", "<space> <enter>", "<esc>"])
  func nothing(keys: String) {
    let driver = Driver(size: .usual).opened("<enter> | " + keys)
    driver.expectEffects([])
  }

  @Test("A story is written under the name that export would give it, in the format of its ending")
  func write() throws {
    var driver = Driver(size: .usual).opened("<enter> w")
    let name = "2026-04-28-a-model-maker-may-now-sell-on-every-cloud-s100.md"
    #expect(driver.foot == "write to: " + name)
    driver.press("<enter>")
    guard case .write(let details, name, replacing: false)? = driver.effects.first else {
      return #expect(Bool(false), "nothing was written")
    }
    #expect(details.map(\.row.id) == [StoryID("s100")])
    driver.send(.told("written: \(name)"))
    #expect(driver.foot == "written: \(name)")
  }

  @Test(
    "By its name, an export writes the story, or those that are selected, into a folder", arguments: ["out", "out/"])
  func export(folder: String) {
    var driver = Driver(size: .usual).opened("<enter> :")
    driver.type("export \(folder)")
    driver.press("<enter>")
    guard case .write(let details, "out/", replacing: false)? = driver.effects.first else {
      return #expect(Bool(false), "nothing was written")
    }
    #expect(details.map(\.row.id) == [StoryID("s100")])
    driver.press("h v v :")
    driver.type("export")
    driver.press("<enter>")
    #expect(driver.foot == "export to:" && driver.shows("a folder for 2 stories"))
    driver.type("out")
    driver.press("<enter>")
    #expect(driver.writes == ["out/"])
    driver.send(.notWritten("out/", because: "“out/a.md” is there and says something else", isTaken: true))
    driver.press("<enter>")
    #expect(driver.writes == ["out/, replacing"])
  }

  @Test("Of more selected stories than are loaded none goes out, and how all do is said", arguments: ["|", "w"])
  func tooMany(key: String) {
    let stories = (0..<900).map { Story(headline: "Story \($0)", published: Moment(seconds: Int64(-$0 * 86_400))) }
    var driver = Driver(size: .usual, catalog: FakeCatalog(stories))
    driver.press("V", key)
    #expect(driver.state.prompt == nil && driver.foot.contains("courant export DIR"))
  }

  @Test("A name that is taken is asked for again, and replaced only where the same is given at once")
  func taken() {
    var driver = Driver(size: .usual).opened("<enter> w ^u")
    driver.type("a.md")
    driver.press("<enter>")
    let sentence = "“a.md” is there and says something else; Enter again replaces it, Esc leaves it"
    driver.send(.notWritten("a.md", because: sentence, isTaken: true))
    #expect(driver.foot == "write to: a.md")
    #expect(driver.lines.count { $0.contains("Enter again replaces it") } == 1)
    driver.press("<enter>")
    #expect(driver.writes == ["a.md, replacing"])
    driver.send(.notWritten("a.md", because: sentence, isTaken: true))
    driver.type("x")
    driver.press("<enter>")
    #expect(driver.writes == ["a.mdx"])
    driver.send(.notWritten("a.md", because: sentence, isTaken: true))
    driver.press("<esc> w ^u")
    driver.type("a.md")
    driver.press("<enter>")
    #expect(driver.writes == ["a.md"])
  }

  @Test("A name that cannot be one is given back to be mended")
  func mended() {
    var driver = Driver(size: .usual).opened("<enter> w ^u")
    driver.type("a.doc")
    driver.press("<enter>")
    driver.send(.notWritten("a.doc", because: "the name of a file has to end in .md, .txt or .json", isTaken: false))
    #expect(driver.foot == "write to: a.doc" && driver.shows("has to end in"))
    driver.press("<enter>")
    #expect(driver.writes == ["a.doc"])
  }

  @Test("Selected stories go into a folder together, with what the user set on them")
  func folder() {
    var driver = Driver(size: .usual).opened("s v v w")
    #expect(driver.foot == "write to:" && driver.shows("a folder for 2 stories"))
    driver.type("out")
    driver.press("<enter>")
    guard case .write(let details, "out", replacing: false)? = driver.effects.first else {
      return #expect(Bool(false), "nothing was written")
    }
    #expect(details.map(\.row.id.text) == ["s100", "s101"] && details[0].row.isStarred)
  }

  @Test("An earlier version is what is written while it is shown")
  func version() {
    var catalog = FakeCatalog()
    catalog.revise(StoryID("s100"), changes: StoryChanges()) { $0.headline = "Reworded" }
    var driver = Driver(size: .usual, catalog: catalog).opened("<enter> < |")
    driver.type("cat")
    driver.press("<enter>")
    guard case .pipe(let text, _)? = driver.effects.first else { return #expect(Bool(false), "nothing was piped") }
    #expect(text.hasPrefix("A model maker"))
  }

  @Test("Where no story is chosen, and of a mere beginning, it says so", arguments: ["|", "w"])
  func refused(key: String) {
    var driver = Driver(size: .usual, catalog: FakeCatalog([Story]())).opened(key)
    #expect(driver.foot == "there is no story here")
    driver = Driver(size: .usual, on: .beginning(Library.detail(of: Library.stories[0]))).opened(key)
    #expect(driver.foot == "the rest of this story is being read")
  }
}

extension Driver {
  /// Where stories were to be written since the last key.
  fileprivate var writes: [String] {
    effects.compactMap { effect in
      guard case .write(_, let name, let replacing) = effect else { return nil }
      return name + (replacing ? ", replacing" : "")
    }
  }
}
