import Testing
import TmuxSupport

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is made of the bytes that somebody types.
struct TypedLinesTests {
  private func typed(_ parts: String...) -> (text: String, shown: String, isEnd: Bool) {
    var lines = TypedLines(keys: TypedLines.Keys())
    var shown = ""
    for part in parts {
      let isEnd = lines.take(Array(part.utf8)[...])
      shown += String(decoding: lines.takeEcho(), as: UTF8.self)
      if isEnd { return (String(decoding: lines.bytes, as: UTF8.self), shown, true) }
    }
    return (String(decoding: lines.bytes, as: UTF8.self), shown, false)
  }

  @Test(
    "A line of any length is whole, and the key that ends the text does so at the start of a line, or pressed twice")
  func end() {
    let long = String(repeating: "long ", count: 50_000)
    #expect(typed(long + "\n", "\u{4}") == (long + "\n", long + "\n", true))
    #expect(typed("one", "\u{4}").isEnd == false)
    #expect(typed("one", "\u{4}", "\u{4}") == ("one", "one", true))
    #expect(typed("\u{4}") == ("", "", true))
  }

  @Test("Keys take back letters, words and the line, and never a line before")
  func taking() {
    #expect(typed("a\n", "é漢", "\u{7F}", "\u{7F}", "\u{7F}", "\u{7F}b").text == "a\nb")
    #expect(typed("a\n", "one two", "\u{17}").text == "a\none ")
    #expect(typed("a\n", "one two", "\u{15}", "b").text == "a\nb")
    #expect(typed("ab", "\u{7F}").shown == "ab\u{8} \u{8}")
  }

  @Test("In what comes at once no byte takes anything back, and none is sent to the terminal that commands it")
  func pasted() {
    let text = "It sails\u{15} at\u{7F} noon\u{1B}[31m, \u{9B}31m and so on"
    let (kept, shown, _) = typed(text)
    #expect(kept == text && shown == "It sails^U at^? noon^[[31m, 31m and so on")
    #expect(typed("\u{E9}a".unicodeScalars.map(String.init).joined()).shown == "éa")
  }
}

#if os(Linux)
  /// A story typed on a terminal, to the built program.
  @Suite("Typing a story on a terminal")
  struct TypingTests {
    private let home: TemporaryPlace

    init() throws { home = try TemporaryPlace() }

    private func session(_ words: [String]) throws -> PtySession {
      let session = try #require(
        PtySession([BuiltReader.path] + words, environment: ["HOME": home.path, "TZ": "UTC"]))
      #expect(session.listen(for: "end it with Ctrl-D on a line of its own"))
      return session
    }

    @Test("A story of a hundred kilobytes on one line arrives whole, and the terminal is given back")
    func longLine() throws {
      let session = try session(["show", "-", "--json"])
      let text =
        "A port loses cranes\n\n" + String(repeating: "It is told of häfen once more. ", count: 4000) + "The end."
      let isTaken = session.send(Array((text + "\n").utf8))
      #expect(isTaken)
      session.forgetOutput()
      session.type("\u{4}")
      #expect(session.waitForEnd() == 0)
      let shown = String(decoding: session.output, as: UTF8.self)
      // What is shown of the typing may come before it.
      let count = shown.split(separator: "{\"id\"").last.map { String($0).components("told of häfen once more.") }
      #expect(count == 4000 && shown.contains("The end.\""))
      #expect(session.modes == session.modesBefore)
    }

    @Test("However it ends, the terminal is as it was", arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV])
    func signals(signal: Int32) throws {
      for words in [["add", "-"], ["show", "-"]] {
        let session = try session(words)
        session.type("half a story\n")
        #expect(session.listen(for: "half a story"))
        kill(session.process, signal)
        #expect(session.waitForEnd() == 128 + signal)
        #expect(session.modes == session.modesBefore, "\(words)")
      }
    }

    @Test("The key of an interrupt ends it, and nothing is added")
    func interrupt() throws {
      let session = try session(["add", "-"])
      session.type("half a story\n\u{3}")
      #expect(session.waitForEnd() == 130)
      #expect(session.modes == session.modesBefore)
      #expect(home.read(".local/share/courant/catalog.db") == nil)
    }

    @Test("A terminal that takes nothing of what is shown holds up no reading")
    func stuck() throws {
      let session = try session(["show", "-", "--json"])
      let end = ContinuousClock.now + .seconds(10)
      session.type("A story\n\n" + String(repeating: "word ", count: 400) + "\n")
      session.type("The last.\n\u{4}")
      #expect(session.listen(for: "The last.\"") && ContinuousClock.now < end)
    }

    @Test("A story that is typed for the reader is read there")
    func reader() throws {
      let session = try session(["-"])
      session.type("A port loses three cranes\n\nIt is told.\n\u{4}")
      #expect(session.listen(for: "\u{1B}[?1049h"))
      #expect(session.listen(for: "It is told."))
      session.type("Q")
      #expect(session.waitForEnd() == 0)
      #expect(session.modes == session.modesBefore)
    }
  }

  @Suite("Stepping aside while typing", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  struct TypingSuspendTests {
    @Test("Suspended, the shell has its terminal; continued, typing goes on")
    func suspended() throws {
      let place = try TemporaryPlace()
      let screen = try TmuxScreen(
        columns: 80, rows: 12, ["bash", "--norc", "--noprofile", "-i"],
        environment: ["PS1": "$ ", "HOME": place.path, "XDG_DATA_HOME": place.path])
      try screen.wait(for: "$")
      screen.type("cd \(place.path); stty -a >before; clear")
      screen.press("Enter")
      try screen.wait { _ in place.read("before") != nil }
      screen.type("\(BuiltReader.path) show - --text; stty -a >last.part; mv last.part last")
      screen.press("Enter")
      try screen.wait(for: "Ctrl-D")
      screen.type("A port loses cranes")
      screen.press("Enter", "C-z")
      try screen.wait(for: "Stopped")
      screen.type("stty -a >after.part; mv after.part after")
      screen.press("Enter")
      try screen.wait { _ in place.read("after") != nil }
      #expect(place.read("before") == place.read("after"))
      screen.type("fg")
      screen.press("Enter")
      try screen.wait(for: "show - --text", seconds: 10)
      screen.type("It is told after that.")
      screen.press("Enter", "C-d")
      try screen.wait { $0.text.components("It is told after that.") == 2 }
    }
  }

  extension String {
    fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
  }
#endif
