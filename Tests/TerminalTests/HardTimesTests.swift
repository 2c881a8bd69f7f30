#if os(Linux)
  import Canvas
  import Glibc
  import Testing
  import TmuxSupport

  /// The built reader while its terminal is slow, stuck, odd in size, or noisy.
  @Suite("Hard times for the reader")
  struct HardTimesTests {
    private let home: TemporaryPlace
    private let stories: String

    init() throws {
      home = try TemporaryPlace()
      stories = try BuiltReader.stories(in: home)
    }

    private func reader(size: Size? = Size(columns: 80, rows: 24)) throws -> GlassSession {
      let session = try #require(BuiltReader.session([stories], home: home, size: size))
      if size?.columns ?? 80 >= 40 {
        #expect(session.wait { $0.lines.contains { $0.hasPrefix("› • A port loses") } })
        session.settle(milliseconds: 100)
      }
      return session
    }

    // MARK: Sizes

    @Test(
      "No size ends it: it shows what it can, and all of it once there is room",
      arguments: [(1, 1), (2, 2), (1, 500), (500, 1), (20, 5), (200, 500), (0, 0)])
    func sizes(columns: Int, rows: Int) throws {
      let session = try reader(size: columns == 0 ? nil : Size(columns: columns, rows: rows))
      #expect(session.pty.listen { !$0.output.isEmpty })
      session.settle(milliseconds: 100)
      for key in ["j", "\r", "]", "\r", "/", "x", "\u{1B}", "?", "h", "h", "g"] {
        session.pty.type(key)
        // An escape together with the next key would be another one.
        session.settle(milliseconds: key == "\u{1B}" ? 150 : 30)
      }
      session.resize(to: Size(columns: 80, rows: 24))
      // Whether it was read on the way is up to which stories were there by the first key.
      #expect(
        session.wait { $0.lines.contains { $0.hasPrefix("› ") && $0.dropFirst(4).hasPrefix("A port loses") } },
        "\(session.glass.text)")
      session.pty.type("Q")
      #expect(session.pty.waitForEnd() == 0)
    }

    @Test("A storm of sizes while stories come in is drawn no faster than one looks, and ends with a fresh screen")
    func storm() throws {
      for number in 0..<1500 {
        try home.write("2026-01-01 \(number).txt", "Story \(number)\n\nIt is told. (wire.example.org)")
      }
      let session = try #require(BuiltReader.session([stories], home: home))
      #expect(session.wait { $0.text.contains("A port loses") })
      session.look()
      let before = session.glass.clearings
      let start = ContinuousClock.now
      for turn in 0..<2000 {
        session.pty.resize(columns: UInt16(40 + turn % 40), rows: UInt16(12 + turn % 12))
        kill(session.pty.process, SIGWINCH)
        session.pty.listen(seconds: 0.001) { _ in false }
      }
      let time = ContinuousClock.now - start
      session.resize(to: Size(columns: 90, rows: 20))
      #expect(session.wait(seconds: 60) { $0.lines[0].contains("1521") && !$0.text.contains("reading") })
      session.settle(milliseconds: 100)
      #expect(Double(session.glass.clearings - before) <= time / .milliseconds(16) + 3)
      let fresh = try #require(BuiltReader.session([stories], home: home, size: Size(columns: 90, rows: 20)))
      #expect(fresh.wait(seconds: 60) { $0.lines == session.glass.lines }, "\(session.glass.text)\n\(fresh.glass.text)")
    }

    // MARK: Output

    @Test("On a slow line, frames that nobody could see are not sent")
    func slowLine() throws {
      let session = try reader()
      let before = session.pty.output.count
      for turn in 0..<800 {
        session.pty.type(turn % 2 == 0 ? "3" : "1")
        session.pty.listenSlowly(bytesPerSecond: 960, seconds: 0.002)
      }
      session.pty.type("1G")
      #expect(session.wait { $0.cursorLine.contains("The ferry number 1 ") })
      // As much as a terminal's buffer holds, and what was read meanwhile; all frames would be several times that.
      #expect(session.pty.output.count - before < 150_000)
    }

    @Test("An output that does not wait is made to, so that no time is spent on trying again, and left as it was")
    func nonBlocking() throws {
      let flags = "dd if=/dev/null oflag=nonblock count=0 2>/dev/null; grep flags /proc/self/fdinfo/1"
      let script = "\(flags); \"$0\" \"$1\"; grep flags /proc/self/fdinfo/1; exec sleep 20"
      let session = try #require(
        GlassSession(["sh", "-c", script, BuiltReader.path, stories], environment: ["HOME": home.path]))
      #expect(session.wait(for: "A port loses"))
      let reader = readText("/proc/\(session.pty.process)/task/\(session.pty.process)/children")
      let process = try #require(Int32(reader.split(separator: " ").first ?? ""))
      for turn in 0..<600 {
        session.pty.type(turn % 2 == 0 ? "3" : "1")
        usleep(1000)
      }
      let before = PtySession.processorTime(of: process)
      usleep(1_000_000)
      #expect(PtySession.processorTime(of: process) - before < 20)
      session.settle()
      session.pty.type("Q")
      let isBack = session.wait { glass in
        let found = glass.lines.filter { $0.hasPrefix("flags:") }
        return found.count == 2 && found[0] == found[1] && !glass.isAlternate
      }
      #expect(isBack, "\(session.glass.text)")
    }

    // MARK: Input

    @Test("A sequence that comes byte by byte is one key")
    func splitKeys() throws {
      let session = try reader()
      for byte in Array("\u{1B}[B\u{1B}[B\u{1B}OA".utf8) {
        session.pty.send([byte])
        usleep(2000)
      }
      #expect(session.wait { $0.cursorLine.contains("The ferry number 20 ") })
    }

    @Test("What no key is, is no command")
    func junk() throws {
      let session = try reader()
      let lines = session.glass.lines
      let junk = [
        "\u{1B}[?62;4;22c", "\u{1B}[24;80R", "\u{1B}[0n", "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\",
        "\u{1B}]10;rgb:0/0/0\u{7}",
        "\u{1B}P>|qj(1)\u{1B}\\", "\u{1B}[M qj", "\u{1B}[I", "\u{1B}[O", "\u{1B}[?2026;2$y", "\u{1B}[12;34;56q",
        "\u{1B}[>q", "\u{1B}_Gq\u{1B}\\",
      ]
      for text in junk {
        session.pty.send(Array(text.utf8))
        session.pty.listen(seconds: 0.03) { _ in false }
      }
      // Letters with their eighth bit set, as a meta key sends them where it is of that age.
      for bytes in [[0xF1], [0xEA], [0x9B, 0x31, 0x71], [0xFF], [0xC3]] as [[UInt8]] {
        session.pty.send(bytes)
        session.pty.listen(seconds: 0.2) { _ in false }
      }
      session.settle()
      #expect(session.glass.lines == lines)
      session.pty.type("j")
      #expect(session.wait { $0.cursorLine.contains("The ferry number 20 ") })
    }

    @Test("An answer that comes late and in pieces is no command")
    func lateAnswer() throws {
      let session = try reader()
      let lines = session.glass.lines
      for byte in Array("\u{1B}[?62;1;4c\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\".utf8) {
        session.pty.send([byte])
        usleep(5000)
      }
      session.settle()
      #expect(session.glass.lines == lines)
    }

    @Test("Pasted text is one edit, whatever stands in it, and is nothing where nothing is written")
    func paste() throws {
      let session = try reader()
      let lines = session.glass.lines
      let text = String(repeating: "qQ\u{1B}:quit\r\u{1B}[A\u{4}x ", count: 9000)
      session.pty.send(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8))
      session.settle()
      // The foot may say that nothing can be pasted here.
      #expect(session.glass.lines.dropLast() == lines.dropLast())
      session.pty.type("/")
      session.settle(milliseconds: 50)
      session.pty.send(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8))
      session.settle()
      #expect(session.pty.waitForEnd(seconds: 0) == nil)
      session.pty.type("\u{15}")
      session.settle()
      session.pty.type("port\r")
      #expect(session.wait { $0.lines[0].contains("port") && $0.text.contains("A port loses") })
    }

    @Test("A flood of keys that says nothing of being pasted is taken in, and the last one counts")
    func flood() throws {
      let session = try reader()
      #expect(session.pty.send(Array(String(repeating: "jjjkk", count: 32_000).utf8)))
      session.pty.type("G")
      #expect(session.wait { $0.cursorLine.contains("The ferry number 1 ") })
      session.pty.type("gj")
      #expect(session.wait { $0.cursorLine.contains("The ferry number 20 ") })
    }

    // MARK: A long time

    @Test("After thousands of keys and a hundred sizes it holds no more than before")
    func endurance() throws {
      let session = try reader()
      var random = Repeatable(state: 7)
      func press(_ count: Int) {
        for turn in 0..<count {
          session.pty.type(
            ["j", "k", "\r", "h", "]", "1", "2", "3", "G", "g", "?", "h", "1"].randomElement(using: &random) ?? "j")
          if turn % 25 == 0 { session.pty.resize(columns: UInt16(40 + turn % 60), rows: UInt16(10 + turn % 30)) }
          if turn % 8 == 0 { session.pty.listen(seconds: 0.004) { _ in false } }
          if turn % 50 == 0 { session.pty.type("1") }
        }
        session.settle(milliseconds: 100)
      }
      press(1500)
      try #require(session.pty.waitForEnd(seconds: 0) == nil)
      let (pages, descriptors) = (session.pty.residentPages, session.pty.descriptors)
      press(1500)
      try #require(session.pty.waitForEnd(seconds: 0) == nil)
      #expect(session.pty.descriptors == descriptors)
      // A page is 4 KiB.
      #expect(session.pty.residentPages - pages < 512)
    }
  }

  /// The same numbers at every run.
  private struct Repeatable: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }
#endif
