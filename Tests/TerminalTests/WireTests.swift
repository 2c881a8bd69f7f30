#if os(Linux)
  import Glibc
  import Testing
  import TmuxSupport

  @Suite("On the wire")
  struct WireTests {
    private let painter = BuiltProgram.path("scene-painter")

    private func log(
      _ columns: UInt16 = 80, _ rows: UInt16 = 24, term: String? = "xterm-256color", environment: [String: String] = [:]
    ) throws -> PtySession {
      let session = try #require(
        PtySession([painter, "log"], columns: columns, rows: rows, term: term, environment: environment))
      return session
    }

    @Test("While nothing happens, nothing is sent and the process does not wake")
    func idle() throws {
      let session = try log()
      #expect(session.listen(for: "log"))
      session.type("aW")
      #expect(session.listen(for: "woken"))
      session.listen(seconds: 0.3) { _ in false }
      session.forgetOutput()
      let wakings = session.wakings
      session.listen(seconds: 1.5) { _ in false }
      #expect(session.output.isEmpty)
      #expect(session.wakings == wakings)
    }

    @Test("Hostile text sends nothing but itself made harmless")
    func hostile() throws {
      let place = try TemporaryPlace()
      let file = try place.write(
        "lines",
        """
        \u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{7} \u{1B}]52;c;cXE=\u{1B}\\ \u{1B}Pq\u{1B}\\ \u{1B}c \u{9B}31m \u{9D}x\u{9C} \u{E}\u{F}
        a\u{202E}b\u{2066}c\u{200B}d\u{200E}e\u{FEFF}f\u{2028}g\u{E0041}h\u{FFF9}i\u{E000}j\u{7F}k\u{8}l\rm\tn\0o\u{85}p end
        """)
      let session = try #require(PtySession([painter, "text", file]))
      #expect(session.listen(for: "end"))
      #expect(Stream(session.output).forbidden.isEmpty)
    }

    @Test("Text that runs from the right is sent as it is stored, and nothing that turns its neighbours")
    func stored() throws {
      let line = "לפי הדו״ח [1] 2026-04-28, وفق التقرير [2] \u{2019}26"
      let place = try TemporaryPlace()
      let file = try place.write("lines", line + "\nא\u{200F}ב\u{61C}ג\u{2067}ד\u{2069} end")
      let session = try #require(PtySession([painter, "text", file]))
      #expect(session.listen(for: "end"))
      #expect(session.wrote(line))
      for turning in ["\u{200E}", "\u{200F}", "\u{61C}", "\u{202B}", "\u{2067}", "\u{2068}", "\u{2069}"] {
        #expect(!session.wrote(turning))
      }
    }

    @Test("The terminal's going ends the program at once", arguments: [false, true])
    func hangUp(isIgnored: Bool) throws {
      let words = isIgnored ? ["sh", "-c", "trap '' HUP; exec \"$0\" log", painter] : [painter, "log"]
      let session = try #require(PtySession(words))
      #expect(session.listen(for: "log"))
      session.hangUp()
      #expect(session.waitForEnd(seconds: 2) == 3)
    }

    @Test("A terminal that takes no output holds up neither keys nor leaving")
    func slow() throws {
      let session = try log()
      #expect(session.listen(for: "log"))
      for _ in 0..<400 {
        session.type("R")
        usleep(1000)
      }
      let size = session.residentPages
      for _ in 0..<400 {
        session.type("R")
        usleep(1000)
      }
      #expect(session.residentPages - size < 512)
      // It may find it in the middle of a frame that nobody takes.
      kill(session.process, SIGTERM)
      #expect(session.waitForEnd(isListening: false) == 128 + SIGTERM)
    }

    @Test("A program too busy to be asked twice ends on the second request, the terminal given back")
    func impatience() throws {
      let session = try log()
      #expect(session.listen(for: "log"))
      session.type("S")
      usleep(100_000)
      session.forgetOutput()
      session.type("\u{3}")
      usleep(600_000)
      session.type("\u{3}")
      #expect(session.waitForEnd(seconds: 0.5) == 128 + SIGINT)
      #expect(session.wrote("\u{1B}[?1049l"))
      #expect(session.wrote("\u{1B}[?2004l"))
    }

    @Test("An interrupt in a text that is pasted ends nothing, and one that is pressed does")
    func pastedInterrupt() throws {
      let session = try log(200)
      #expect(session.listen(for: "log"))
      session.type("\u{1B}[200~one\u{3}two\u{1B}[201~")
      #expect(session.listen(for: "onetwo"))
      session.type("\u{1B}[200~" + String(repeating: "three\u{3}", count: 500))
      session.listen(seconds: 0.8) { _ in false }
      session.type("\u{3}\u{1B}[201~")
      #expect(session.listen(for: "threethree"))
      session.listen(seconds: 0.3) { _ in false }
      session.type("\u{3}")
      #expect(session.waitForEnd(seconds: 1) == 128 + SIGINT)
    }

    @Test("A paste that never ends holds up no interrupt for longer than a second")
    func endlessPaste() throws {
      let session = try log()
      #expect(session.listen(for: "log"))
      session.type("\u{1B}[200~one")
      session.listen(seconds: 1.2) { _ in false }
      session.type("\u{3}")
      #expect(session.waitForEnd(seconds: 1) == 128 + SIGINT)
    }

    @Test("A request that is passed on twice at once is one, and is heard")
    func requestTwice() throws {
      let session = try log()
      #expect(session.listen(for: "log"))
      session.type("S")
      usleep(100_000)
      for _ in 0..<3 { kill(session.process, SIGTERM) }
      session.listen(seconds: 1) { _ in false }
      #expect(session.waitForEnd(seconds: 0) == nil, "it did not wait to be heard")
      #expect(session.waitForEnd() == 128 + SIGTERM)
    }

    @Test("A program that does not hear the first request ends two seconds after it, the terminal given back")
    func unheard() throws {
      let session = try log()
      #expect(session.listen(for: "log"))
      session.type("L")
      usleep(100_000)
      session.type("\u{3}")
      #expect(session.waitForEnd(seconds: 4) == 128 + SIGINT)
      #expect(session.wrote("\u{1B}[?1049l"))
      #expect(session.modes == session.modesBefore)
    }

    @Test("Where there is no shell to go to, suspending goes on at once")
    func suspendAlone() throws {
      let session = try log()
      #expect(session.listen(for: "log"))
      session.type("Zb")
      #expect(session.listen(for: "scalar(\"b\")"))
    }

    @Test("What did not change is not sent again")
    func cost() throws {
      let session = try log()
      #expect(session.listen(for: "log"))
      session.listen(seconds: 0.2) { _ in false }
      session.forgetOutput()
      session.type("W")
      #expect(session.listen(for: "woken"))
      session.listen(seconds: 0.2) { _ in false }
      // Two lines of the log, and where they stand.
      #expect(session.output.count < 80)
    }

    @Test("Text is copied through the terminal where there is no tmux")
    func copy() throws {
      let session = try log()
      #expect(session.listen(for: "log"))
      session.type("Y")
      #expect(session.listen(for: "\u{1B}]52;c;Y29waWVkIHRleHQ=\u{7}"))
    }

    @Test("An unknown size is the description's, and a flood of sizes ends with the last")
    func sizes() throws {
      let session = try log(0, 0)
      #expect(session.listen(for: "80x24"))
      session.forgetOutput()
      for turn in 0..<3000 {
        session.resize(columns: UInt16(20 + turn % 50), rows: 24)
        kill(session.process, SIGWINCH)
        session.listen(seconds: 0) { _ in false }
      }
      session.resize(columns: 123, rows: 45)
      #expect(session.listen(for: "123x45"))
    }

    @Test("A size that no screen has is no reason not to begin")
    func hugeSize() throws {
      #expect(try log(65535, 20).listen(for: "2000x20"))
    }

    @Test("A terminal that cannot move its cursor is refused", arguments: [nil, "dumb", "no-such-terminal", ""])
    func unusable(term: String?) throws {
      let session = try log(term: term)
      #expect(session.listen(for: "no terminal: unusable(term: \"\(term ?? "")\")"))
      #expect(!session.output.contains(0x1B))
    }

    @Test(
      "Text is written as UTF-8 where the locale says nothing else", arguments: ["C", "POSIX", "de_XX.ISO-8859-1", ""])
    func locales(locale: String) throws {
      let place = try TemporaryPlace()
      let file = try place.write("lines", "a … 漢 end")
      let session = try #require(PtySession([painter, "text", file], environment: ["LC_ALL": locale]))
      #expect(session.listen(for: "a … 漢 end"))
    }

    @Test("COLORTERM brings 256 colours to a terminal whose name has 8", arguments: [nil, "truecolor"])
    func colours(colorterm: String?) throws {
      let session = try log(term: "xterm", environment: colorterm.map { ["COLORTERM": $0] } ?? [:])
      #expect(session.listen(for: "log"))
      #expect(session.wrote("\u{1B}[38;5;31m") == (colorterm != nil))
    }

    @Test("NO_COLOR is honoured")
    func noColor() throws {
      let session = try log(environment: ["NO_COLOR": "1"])
      #expect(session.listen(for: "log"))
      #expect(!session.wrote("\u{1B}[3"))
      #expect(!session.wrote("[38;5"))
    }
  }
#endif
