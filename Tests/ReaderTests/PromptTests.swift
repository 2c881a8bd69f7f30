import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// The lines that are typed at the foot.
struct PromptTests {
  private func driver() -> Driver { Driver(size: Size(columns: 80, rows: 24)) }

  @Test("The line is edited with the keys that every prompt has")
  func editing() {
    var driver = driver()
    driver.press("/")
    driver.type("one two three")
    driver.press("^w")
    #expect(driver.foot == "/one two")
    driver.press("<left> <left> <backspace> <home> <delete> <end>")
    driver.type("!")
    #expect(driver.state.prompt?.line.text == "ne to !")
    driver.press("^u")
    #expect(driver.foot == "/")
    driver.press("<backspace>")
    #expect(driver.foot.contains("help"))
  }

  @Test("A paste goes into a prompt as one piece, its controls made visible; elsewhere it does nothing")
  func pasting() {
    var driver = driver()
    driver.send(.pasted("q\u{1B}[31m:quit\n"))
    driver.expectEffects([])
    #expect(driver.foot.hasPrefix("pasted text"))
    driver.press("/")
    driver.send(.pasted("a\u{1B}b\nc"))
    driver.expectEffects([])
    #expect(driver.foot == "/a^[b c")
    driver.send(.pasted(String(repeating: "long ", count: 100_000)))
    #expect(driver.state.prompt?.line.text.count == LineEditor.limit)
  }

  @Test("A full line takes no more, and of wide letters shows as many as fit before the cursor")
  func fullLine() {
    var driver = driver()
    driver.press("/")
    driver.send(.pasted(String(repeating: "漢", count: LineEditor.limit - 1)))
    driver.type("xyz")
    #expect(driver.state.prompt?.line.text.count == LineEditor.limit)
    #expect(driver.foot == "/" + String(repeating: "漢", count: 38) + "x")
    #expect(driver.canvas.cursor?.column == 78)
  }

  @Test("A mark typed after a letter joins it")
  func marks() {
    var line = LineEditor("e")
    line.insert("\u{301}")
    #expect(line.text.count == 1 && line.cursor == 1)
    line.deleteBackward()
    #expect(line.isEmpty)
  }

  @Test("Earlier lines come back, and then the one that was being typed")
  func earlierLines() {
    var driver = driver()
    for words in ["first", "second"] {
      driver.press("/")
      driver.type(words)
      driver.press("<enter>")
    }
    driver.press("/")
    driver.type("dra")
    driver.press("<up>")
    #expect(driver.foot == "/second")
    driver.press("<up> <up>")
    #expect(driver.foot == "/first")
    driver.press("<down> <down>")
    #expect(driver.foot == "/dra")
  }

  @Test("Narrowing shows with each letter, and calling it off brings back the cursor")
  func narrowing() {
    var driver = driver()
    driver.press("2 j j j")
    let before = driver.canvas
    driver.press("/")
    driver.type("wron")
    #expect(driver.shows("“wron” 1 question"))
    driver.press("<esc>")
    #expect(driver.canvas == before)
    driver.press("/")
    driver.type("wron")
    driver.press("<enter> <enter>")
    #expect(driver.shows("How a port lost three cranes"))
    driver.press("h")
    #expect(driver.shows("“wron” 1 question"))
    driver.press("h")
    #expect(driver.shows("12 questions"))
  }

  @Test("A command is done by its name, by the start of it, or by its key")
  func commands() {
    for name in ["next-story", "next-s", "J"] {
      var driver = driver()
      driver.press("<enter> :")
      driver.type(name)
      driver.press("<enter>")
      #expect(driver.shows("2 of 16"), "\(name)")
    }
  }

  @Test("A name that fits several commands, or none, is said to")
  func unclear() {
    var driver = driver()
    driver.press(":")
    driver.type("next")
    driver.press("<enter>")
    #expect(driver.foot == "“next” may be next-citation, next-match, next-question, next-story")
    driver.press(":")
    driver.type("frobnicate")
    driver.press("<enter>")
    #expect(driver.foot == "there is no command “frobnicate”")
  }

  @Test("An end of a line that does not fit is cut at the front, so that the cursor is seen")
  func longLine() {
    var driver = Driver(size: Size(columns: 20, rows: 8))
    driver.press("/")
    driver.type("a line that is longer than the screen is wide")
    #expect(driver.foot.hasSuffix("wide"))
    #expect(driver.canvas.cursor == Point(column: 19, row: 7))
  }

  @Test("A message that is longer than the screen is wide is shown whole")
  func longMessage() {
    var driver = Driver(size: Size(columns: 40, rows: 12))
    let address = "https://blogs.example.com/a/very/long/path/that/does/not/fit?on=one&line=at-all"
    driver.send(.told(address))
    #expect(driver.lines.suffix(3).joined().filter { $0 != " " }.contains(address))
  }
}

/// Searching all stories, and the help.
struct SearchTests {
  private func search(_ words: String, rows: Int = 24) -> Driver {
    var driver = Driver(size: Size(columns: 80, rows: rows))
    driver.press("/")
    driver.type(words)
    driver.press("<enter>")
    return driver
  }

  @Test("Enter goes to the place of the hit, with its words highlighted")
  func enter() {
    var driver = search("moat")
    driver.press("j <enter>")
    #expect(driver.shows("1 of 16"))
    #expect(driver.cursorLine.contains("The market is open"))
    let canvas = driver.canvas
    let highlights = (0..<80).filter { canvas[$0, canvas.cursor?.row ?? 0]?.style.role == .match }
    #expect(highlights.count == 4)
  }

  @Test("Next match walks the hits of all stories; back leads to the list, on the hit that was shown last")
  func walking() {
    var driver = search("nothing")
    let first = driver.cursorLine
    driver.press("<enter>")
    #expect(driver.shows("How a port lost"))
    driver.press("n")
    #expect(driver.shows("A short note, number 1"))
    driver.press("n n")
    #expect(driver.shows("A short note, number 2"))
    driver.press("N N")
    #expect(driver.shows("A short note, number 1"))
    driver.press("N N")
    #expect(driver.foot == "this is the first match")
    driver.press("h")
    #expect(driver.cursorLine == first)
  }

  @Test("A search that finds nothing says so, and stays")
  func nothing() {
    let driver = search("xyzzy")
    #expect(driver.foot == "nothing found for “xyzzy”")
    #expect(driver.shows("16 · 5 unread"))
  }

  @Test("A search from the results takes their place")
  func anew() {
    var driver = search("moat")
    driver.press("/")
    driver.type("launch")
    driver.press("<enter>")
    #expect(driver.shows("“launch”"))
    driver.press("h")
    #expect(driver.shows("16 · 5 unread"))
  }

  @Test("The first screen asks for little; the rest comes as one scrolls")
  func parts() {
    let stories = (0..<300).map { Story(headline: "Ferry \($0)", published: Moment(seconds: Int64(-$0 * 86_400))) }
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog(stories))
    driver.press("/")
    driver.type("ferry")
    driver.press("<enter>")
    #expect(driver.requests.count == 1 && driver.shows("24 matches and more"))
    for _ in 0..<100 { driver.press("j") }
    #expect(driver.cursorLine.contains("Ferry 100"))
    driver.press("G G G G G G")
    #expect(driver.shows("300 matches") && driver.cursorLine.contains("Ferry 299"))
  }

  @Test("The best matches come first on request, and the newest again")
  func best() {
    var driver = search("moat")
    driver.press("S")
    #expect(driver.requests == [.search(Search("moat", order: .best), after: nil, limit: SearchState.best)])
    #expect(driver.shows("matches · best first") && driver.foot.contains("newest first"))
    driver.press("S")
    #expect(!driver.shows("· best first"))
    driver.press("h")
    #expect(driver.shows("16 · 5 unread"))
  }

  @Test("A search without words lists the stories that it finds")
  func wordless() {
    let driver = search("is:starred")
    #expect(driver.shows("“is:starred” 2 · 1 unread") && driver.cursorLine.contains("Sleeper trains"))
  }

  @Test("While stories are still being taken in, the foot and each search say so")
  func lag() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.send(.searchable(lag: 1_200))
    #expect(driver.foot.hasSuffix("taking in, 1\u{A0}200 left"))
    driver.press("/")
    driver.type("moat")
    driver.press("<enter>")
    #expect(driver.foot == "1\u{A0}200 stories are still being taken in" && driver.shows("“moat”"))
    driver.press("/")
    driver.type("xyzzy")
    driver.press("<enter>")
    #expect(driver.foot == "nothing found for “xyzzy”; 1\u{A0}200 stories are still being taken in")
    driver.send(.searchable(lag: 0))
    driver.press("h")
    #expect(!driver.foot.contains("taking in"))
  }

  @Test("Enter in the help does the command, where the help was asked for")
  func helpDoes() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("<enter> ? /")
    driver.type("read the next story")
    driver.press("<enter> <enter>")
    #expect(driver.shows("2 of 16"))
  }

  @Test("Growing narrow and wide again, the help keeps its cursor on the same command")
  func helpResized() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("? j j j")
    let line = driver.cursorLine
    driver.send(.resized(Size(columns: 40, rows: 12)))
    #expect(driver.cursorLine.hasSuffix("queries"))
    driver.send(.resized(Size(columns: 80, rows: 24)))
    #expect(driver.cursorLine == line)
  }

  @Test("The help tells the keys of the screen first, finds by word, and lets go of the words before it goes")
  func help() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("<enter> ?")
    #expect(driver.shows("Here") && driver.shows("Go to the next question."))
    driver.press("/")
    driver.type("citation letters")
    #expect(driver.shows("hint") && !driver.shows("Go to the next question."))
    driver.press("<enter> h")
    #expect(driver.shows("Go to the next question."))
    driver.press("h")
    #expect(driver.shows("1 of 16"))
  }
}
