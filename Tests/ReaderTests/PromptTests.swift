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

  @Test("The first line of a paste goes into a prompt as one piece, its controls made visible")
  func pasting() {
    var driver = driver()
    driver.press("/")
    driver.send(.pasted("\r\n  \r\na\u{1B}b\nc"))
    driver.expectEffects([])
    #expect(driver.foot == "/a^[b" && driver.shows("the first of 2 lines; a prompt has room for no more"))
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

  @Test("What stands behind a command's name goes where the line of its prompt would")
  func arguments() {
    var driver = driver()
    func command(_ line: String) {
      driver.press(":")
      driver.type(line)
      driver.press("<enter>")
    }
    command("limit is:starred")
    #expect(driver.shows("“is:starred” 2"))
    command("tag  sleeper rails ")
    #expect(driver.state.index?.row?.tags.sorted() == ["rails", "sleeper"])
    command("t -rails")
    #expect(driver.state.index?.row?.tags == ["sleeper"])
    command("keep-query the stars")
    #expect(driver.foot == "“the stars” is kept among the queries · U takes it back")
    command("lim")
    #expect(driver.foot == "limit to: is:starred")
    driver.press("^u <enter>")
    command("sort headline")
    #expect(driver.foot == "sorted by headline" && driver.state.listing.order == .headline)
    command("pipe wc -l")
    #expect(driver.effects.contains { if case .pipe(_, "wc -l") = $0 { true } else { false } })
    command("write a.md")
    #expect(driver.effects.contains { if case .write(_, "a.md", replacing: false) = $0 { true } else { false } })
    command("search moat")
    #expect(driver.shows("“moat”"))
    command("sort best")
    #expect(driver.shows("matches · best first"))
  }

  @Test("What makes no sense behind a command's name is said, and nothing is done")
  func strangeArguments() {
    var driver = driver()
    for (line, said) in [
      ("quit now", "quit takes nothing behind its name"),
      ("sort best", "stories are sorted newest, oldest, by headline or by publisher, not “best”"),
      ("note words", "notes are written in a story"),
      ("frobnicate now", "there is no command “frobnicate”; ? shows them all"),
      ("hedline x", "there is no command “hedline”; did you mean headline?"),
      ("star", "there is no command “star”; did you mean toggle-star?"),
    ] {
      driver.press(":")
      driver.type(line)
      driver.press("<enter>")
      driver.expectEffects([])
      #expect(driver.foot == said)
    }
  }

  @Test("Lines are remembered where they were given: behind a name, for its own prompt too")
  func historyOfArguments() {
    var driver = driver()
    driver.press(":")
    driver.type("limit is:unread")
    driver.press("<enter> \\ ^u <up>")
    #expect(driver.foot == "limit to: is:unread")
    driver.press("<esc> : <up>")
    #expect(driver.foot == ":limit is:unread")
  }

  @Test("A name that fits several commands, or none, is said to")
  func unclear() {
    var driver = driver()
    driver.press(":")
    driver.type("next")
    driver.press("<enter>")
    #expect(driver.shows("“next” may be next-citation, next-match, next-question, next-story, next-"))
    driver.press(":")
    driver.type("frobnicate")
    driver.press("<enter>")
    #expect(driver.foot == "there is no command “frobnicate”; ? shows them all")
  }

  @Test("An end of a line that does not fit is cut at the front, so that the cursor is seen")
  func longLine() {
    var driver = Driver(size: Size(columns: 20, rows: 8))
    driver.press("/")
    driver.type("a line that is longer than the screen is wide")
    #expect(driver.foot.hasSuffix("wide"))
    #expect(driver.canvas.cursor == Point(column: 19, row: 6))
  }

  @Test("A message that is longer than the screen is wide is shown whole")
  func longMessage() {
    var driver = Driver(size: Size(columns: 40, rows: 12))
    let address = "https://blogs.example.com/a/very/long/path/that/does/not/fit?on=one&line=at-all"
    driver.send(.told(address))
    #expect(driver.lines.suffix(3).joined().filter { $0 != " " }.contains(address))
  }
}

/// What is offered under the line.
struct OfferTests {
  private func driver() -> Driver {
    var catalog = FakeCatalog()
    for (tag, story) in [("energy", "s100"), ("energy", "s101"), ("deep-energy", "s100"), ("ports", "s101")] {
      catalog.apply(.mark([StoryID(story)], .tagged(tag, true)))
    }
    return Driver(size: Size(columns: 80, rows: 24), catalog: catalog)
  }

  @Test("A query is offered its fields, and a field what it takes, with how many stories have it")
  func query() {
    var driver = driver()
    driver.press("\\")
    #expect(driver.lastRow.hasPrefix("is:  tag:  source:") && driver.lastRow.hasSuffix("? explains"))
    driver.type("crane -i")
    #expect(driver.lastRow == "is:")
    driver.press("<tab>")
    #expect(driver.foot == "limit to: crane -is:" && driver.lastRow.hasPrefix("unread  read  starred"))
    driver.type("r")
    #expect(driver.lastRow.hasPrefix("read  removed  unread  starred"))
    driver.press("^w")
    driver.type("tag:en")
    #expect(driver.lastRow == "energy 2  deep-energy 1")
    driver.press("<tab>")
    #expect(driver.foot == "limit to: crane tag:energy")
  }

  @Test("Tab takes one thing after another, Shift-Tab the one before, and what was typed comes round again")
  func turning() {
    var driver = driver()
    driver.press("/")
    driver.type("is:re")
    var seen: [String] = []
    for _ in 0..<6 {
      driver.press("<tab>")
      seen.append(driver.foot)
    }
    #expect(seen == ["/is:read", "/is:removed", "/is:unread", "/is:starred", "/is:re", "/is:read"])
    driver.press("<backtab>")
    #expect(driver.foot == "/is:re")
    driver.press("<backtab>")
    #expect(driver.foot == "/is:starred" && driver.lastRow == "read  removed  unread  starred")
    driver.type(" ")
    #expect(driver.lastRow.hasPrefix("is:  tag:"))
  }

  @Test("What stands behind the cursor stays there")
  func inside() {
    var driver = driver()
    driver.press("\\")
    driver.type("is:st crane")
    driver.press("<left> <left> <left> <left> <left> <left> <tab>")
    #expect(driver.foot == "limit to: is:starred crane")
    driver.type("!")
    #expect(driver.foot == "limit to: is:starred! crane")
  }

  @Test("Hosts are asked for as they are typed, and the same is not asked for twice")
  func hosts() {
    var driver = driver()
    driver.press("\\")
    driver.type("source:wire")
    #expect(driver.requests == [.offered(.hosts, matching: "wire", limit: 40)])
    #expect(driver.lastRow.hasPrefix("wire.example.org"))
    driver.press("<left> <right>")
    #expect(driver.requests.count == 1)
    driver.press("<right>")
    #expect(driver.requests.isEmpty)
  }

  @Test("Publishers are offered, in quotes where they have several words, also once a quote is typed")
  func publishers() {
    var stories = Library.stories
    for (index, name) in [(0, "Port News"), (3, "port news"), (4, "Scout"), (6, "Postal Review")] {
      stories[index].publisher = name
    }
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog(stories))
    driver.press("\\")
    driver.type("crane publisher:po")
    #expect(driver.lastRow == "\"Port News\" 2  \"Postal Review\" 1")
    driver.press("<tab>")
    #expect(driver.foot == "limit to: crane publisher:\"Port News\"")
    driver.press("^u")
    driver.type("publisher:\"posta")
    #expect(driver.requests == [.offered(.publishers, matching: "posta", limit: 40)])
    driver.press("<tab>")
    #expect(driver.foot == "limit to: publisher:\"Postal Review\"")
    driver.press("^u")
    driver.type("publisher:sc")
    driver.press("<tab>")
    #expect(driver.foot == "limit to: publisher:Scout")
    driver.press("^u")
    driver.type("crane \"po")
    #expect(driver.requests.isEmpty)
  }

  @Test("What looks like a field and is none is said while it is typed, and when it is searched")
  func remarks() {
    var driver = driver()
    driver.press("/")
    driver.type("iss:unread")
    #expect(driver.lastRow == "there is no field “iss:”; it is sought as words, or did you mean is:")
    driver.press("^u")
    driver.type("is:reed nothing")
    #expect(driver.lastRow.hasPrefix("no story is “reed”, so that is sought as words; is: takes unread, read"))
    driver.press("^u")
    driver.type("moat OR iss:x")
    driver.press("<enter>")
    #expect(
      driver.foot == "there is no field “iss:”; it is sought as words, or did you mean is:"
        && driver.shows("“moat OR iss:x”"))
    driver.press("h \\")
    driver.type("before:soon")
    driver.press("<enter>")
    #expect(driver.shows("“soon” is no date, so that is sought as words"))
  }

  @Test("A question mark at the start of a word explains the language, while the line stays")
  func explaining() {
    var driver = driver()
    driver.press("\\")
    driver.type("crane ?")
    #expect(driver.shows("What a query says") && driver.shows("cites this host") && driver.foot == "limit to: crane")
    driver.type("is:unread")
    #expect(driver.shows("cites this host"))
    driver.press("<esc>")
    #expect(!driver.shows("cites this host") && driver.foot == "limit to: crane is:unread")
    driver.type("why?")
    #expect(driver.foot == "limit to: crane is:unreadwhy?")
    driver.press("<esc>")
    #expect(driver.state.prompt == nil)
  }

  @Test("A command is found by any part of its name, and behind it what it takes is offered")
  func commands() {
    var driver = driver()
    driver.press(":")
    driver.type("match")
    #expect(driver.lastRow == "next-match  previous-match")
    driver.press("^u")
    driver.type("lim")
    driver.press("<tab>")
    #expect(driver.state.prompt?.line.text == "limit ")
    driver.type("is:unr")
    driver.press("<tab>")
    #expect(driver.foot == ":limit is:unread")
    driver.press("^u")
    driver.type("tag e")
    #expect(driver.lastRow == "energy 2  deep-energy 1")
    driver.press("^u")
    driver.type("sort o")
    driver.press("<tab> <enter>")
    #expect(driver.foot == "oldest first")
  }

  @Test("Words for which nothing is known offer nothing, and where they narrow a list they are no query")
  func nothing() {
    var driver = driver()
    driver.press("2 /")
    driver.type("iss:x")
    #expect(driver.lastRow == "/iss:x")
    driver.press("<tab>")
    #expect(driver.foot == "/iss:x")
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

  @Test("A search from a limited index stays within the limit, says so, and is widened and narrowed again by a key")
  func searchWithinLimit() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("\\")
    driver.type("is:starred")
    driver.press("<enter>", "/")
    #expect(driver.shows("searches the stories of “is:starred”"))
    driver.type("bin")
    driver.press("<enter>")
    #expect(
      driver.shows("“bin” within “is:starred”") && driver.shows("1 match") && driver.foot.contains("\\ search all"))
    driver.press("/")
    driver.type("moat")
    driver.press("<enter>")
    #expect(driver.foot == "nothing found for “moat” within “is:starred” · \\ searches all")
    driver.press("\\")
    #expect(driver.shows("“bin” ") && !driver.shows("within “is:starred”"))
    driver.press("\\")
    #expect(driver.shows("“bin” within “is:starred”"))
    driver.press("h")
    #expect(driver.shows("“is:starred” 2 · 1 unread"))
    driver.press("/")
    driver.type("moat")
    driver.press("<enter>")
    #expect(driver.foot == "nothing found for “moat” within “is:starred” · h lifts that limit")
    driver.press("h", "/")
    driver.type("moat")
    driver.press("<enter>")
    #expect(driver.shows("“moat” ") && !driver.shows("within"))
    driver.press("\\")
    #expect(driver.foot == "this searches all stories already")
  }

  @Test("What looks like a field and is none is said, and sought as words", arguments: ["\\", "/"])
  func doubts(key: String) {
    var driver = Driver(size: Size(columns: 100, rows: 24))
    for (typed, said) in [
      ("iss:unread", "there is no field “iss:”"), ("after:foo", "“foo” is no date"),
      ("is:purple", "no story is “purple”"),
    ] {
      driver.press(key)
      driver.press("^u")
      driver.type(typed)
      driver.press("<enter>")
      #expect(driver.shows(said), "\(typed)")
    }
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
    #expect(driver.foot.hasSuffix("making searchable, 1\u{A0}200 left"))
    driver.press("/")
    driver.type("moat")
    driver.press("<enter>")
    #expect(driver.foot == "1\u{A0}200 stories cannot be searched yet" && driver.shows("“moat”"))
    driver.press("/")
    driver.type("xyzzy")
    driver.press("<enter>")
    #expect(driver.foot == "nothing found for “xyzzy”; 1\u{A0}200 stories cannot be searched yet")
    driver.send(.searchable(lag: 0))
    driver.press("h")
    #expect(!driver.foot.contains("searchable"))
  }

  @Test("Enter in the help does the command, where the help was asked for")
  func helpDoes() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("<enter> ? /")
    driver.type("read the next story of")
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
