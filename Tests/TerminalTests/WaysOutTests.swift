#if os(Linux)
  import Canvas
  import Glibc
  import Testing
  import TmuxSupport

  @Suite("Every way out of the reader")
  struct WaysOutTests {
    private let home: TemporaryPlace
    private let stories: String

    init() throws {
      home = try TemporaryPlace()
      stories = try BuiltReader.stories(in: home)
    }

    private func reader(_ keys: String = "", term: String = "xterm-256color") throws -> GlassSession {
      let session = try #require(BuiltReader.session([stories], home: home, term: term))
      #expect(session.wait(for: "A port loses"))
      session.pty.type(keys)
      session.settle(milliseconds: 100)
      return session
    }

    @Test(
      "A signal ends it, on whatever screen, and the terminal is as it was",
      arguments: [
        (SIGTERM, ""), (SIGTERM, "\r"), (SIGTERM, "/po"), (SIGINT, "3"), (SIGHUP, "?"), (SIGQUIT, ""), (SIGSEGV, "\r"),
        (SIGABRT, ""), (SIGUSR1, ":"), (SIGXCPU, ""),
      ])
    func signal(signal: Int32, keys: String) throws {
      let session = try reader(keys)
      kill(session.pty.process, signal)
      #expect(session.pty.waitForEnd(seconds: 3) == 128 + signal)
      #expect(session.notGivenBack.isEmpty)
    }

    @Test(
      "Whatever signal is sent, it goes on or the terminal is as it was",
      arguments: (1...64).filter { ![SIGKILL, SIGSTOP].contains($0) })
    func anySignal(signal: Int32) throws {
      let session = try reader("\r")
      kill(session.pty.process, signal)
      session.pty.type("h")
      let isDecided = session.pty.listen(seconds: 20) { pty in
        session.look()
        return pty.waitForEnd(seconds: 0.01) != nil || session.glass.cursorLine.contains("A port loses")
      }
      #expect(isDecided, "\(session.glass.text)")
      guard session.pty.waitForEnd(seconds: 0.01) != nil else { return }
      #expect(session.notGivenBack.isEmpty)
    }

    @Test(
      "Terminals without a second screen get their modes, cursor and attributes back", arguments: ["vt100", "linux"])
    func simple(term: String) throws {
      let session = try reader("\r", term: term)
      kill(session.pty.process, SIGTERM)
      #expect(session.pty.waitForEnd(seconds: 3) == 128 + SIGTERM)
      #expect(session.notGivenBack.isEmpty)
    }

    @Test("A terminal that takes nothing any more holds up no one who asks it to end once")
    func stuck() throws {
      let session = try reader()
      for turn in 0..<600 {
        session.pty.type(turn % 2 == 0 ? "G" : "g")
        usleep(1000)
      }
      kill(session.pty.process, SIGTERM)
      #expect(session.pty.waitForEnd(seconds: 4, isListening: false) == 128 + SIGTERM)
    }

    @Test("A lost terminal ends it within a second")
    func lost() throws {
      let session = try reader("\r")
      session.pty.hangUp()
      #expect(session.pty.waitForEnd(seconds: 1, isListening: false) == 128 + SIGHUP)
    }

    @Test("A browser that does not end holds nobody up", arguments: [SIGTERM, SIGHUP])
    func hangingBrowser(signal: Int32) throws {
      let browser = try home.write(
        "w3m", "#!/bin/sh\ntrap '' INT TERM HUP\necho \"page of $1\"\nsleep 4\n", isProgram: true)
      let session = try #require(
        BuiltReader.session([stories], home: home, environment: ["BROWSER": browser]))
      #expect(session.wait(for: "A port loses"))
      session.pty.type("\r\too")
      #expect(session.wait(for: "page of"))
      kill(session.pty.process, signal)
      #expect(session.pty.waitForEnd(seconds: 2) == 128 + signal)
      #expect(session.notGivenBack.isEmpty)
    }

    @Test("A browser that fails is told at the foot, with its name", arguments: ["surfer", "w3m"])
    func failingBrowser(name: String) throws {
      let browser = try home.write(name, "#!/bin/sh\nexit 3\n", isProgram: true)
      let session = try #require(
        BuiltReader.session([stories], home: home, environment: ["BROWSER": browser]))
      #expect(session.wait(for: "A port loses"))
      session.pty.type("\r\too")
      #expect(session.wait(for: "\(name) ended with 3: shown here instead"), "\(session.glass.text)")
      #expect(session.glass.isAlternate)
      session.pty.type("Q")
      #expect(session.pty.waitForEnd() == 0)
    }

    @Test("Without a terminal to take keys from, the index is printed")
    func noKeys() throws {
      let session = try #require(
        GlassSession(
          ["sh", "-c", "exec setsid -w \"$0\" \"$1\" </dev/null", BuiltReader.path, stories],
          size: Size(columns: 80, rows: 40), environment: ["HOME": home.path]))
      #expect(session.pty.waitForEnd() == 0)
      session.look()
      #expect(session.glass.text.contains("A port loses three cranes"))
      #expect(!session.glass.isAlternate)
    }

    @Test("With the story on standard input, keys come from the terminal")
    func piped() throws {
      let session = try #require(
        GlassSession(
          ["sh", "-c", "exec \"$0\" - <\"$1\"/2026-04-28-port.txt", BuiltReader.path, stories],
          environment: ["HOME": home.path]))
      #expect(session.wait(for: "▸ Why sell them now?"))
      session.pty.type("Q")
      #expect(session.pty.waitForEnd() == 0)
      #expect(session.notGivenBack.isEmpty)
    }

    @Test(
      "A reader that was killed left its terminal; --reset-terminal brings it back",
      arguments: ["xterm-256color", "vt100", "dumb"])
    func reset(term: String) throws {
      let script = "\"$0\" \"$1\"; TERM=\(term) \"$0\" --reset-terminal; echo reset $?; exec sleep 20"
      let session = try #require(
        GlassSession(
          ["sh", "-c", script, BuiltReader.path, stories], term: term == "dumb" ? "vt100" : term,
          environment: ["HOME": home.path]))
      #expect(session.wait(for: "A port loses"))
      session.pty.type("\r")
      session.settle(milliseconds: 100)
      #expect(!session.notGivenBack.isEmpty)
      let reader = readText("/proc/\(session.pty.process)/task/\(session.pty.process)/children")
      kill(try #require(Int32(reader.split(separator: " ").first ?? "")), SIGKILL)
      #expect(session.wait(for: "reset 0"))
      #expect(session.notGivenBack.isEmpty)
    }
  }
#endif
