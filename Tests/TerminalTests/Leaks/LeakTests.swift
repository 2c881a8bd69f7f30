#if os(Linux)
  import Canvas
  import Testing
  import TmuxSupport

  /// Each run is done twice, with the payloads and with the letters that are to be seen in their place, and both must
  /// write the same bytes on the terminal but for what `Written` names. So no letter beside a payload is lost, and nothing
  /// is sent that the letters would not have sent. What the hostile side writes must be understood by the terminal's own
  /// description, and have no scalar in it that hides, turns or is no character.
  @Suite("Nothing leaks")
  struct LeakTests {
    @Test("What comes through any channel is written as letters by every command", arguments: LeakChannel.allCases)
    func commands(channel: LeakChannel) throws {
      let runs = try Side.allCases.map { side in
        let place = try LeakPlace(side)
        return try (place, run(channel.commands(at: place), at: place))
      }
      for (place, written) in runs {
        let strange = written.strange
        #expect(strange.isEmpty, "\(place.side): \(strange.prefix(5))")
      }
      let difference = channel.isComparable ? Written.difference(runs[0].1, runs[1].1) : nil
      #expect(difference == nil, "\(difference ?? "")")
    }

    private func run(_ commands: [String], at place: LeakPlace) throws -> Written {
      let lines = ["cd '\(place.path)'", "courant() { \"$program\" \"$@\"; }"]
      let numbered = commands.enumerated().map { "echo \"== \($0)\"\n\($1)\necho \"-- $?\"" }
      try place.write("script", Array(((lines + numbered).joined(separator: "\n") + "\n").utf8))
      let session = try #require(
        PtySession(
          ["sh", place.path + "/script"],
          environment: ["program": BuiltReader.path, "HOME": place.path + "/home", "TZ": "UTC"]))
      #expect(session.waitForEnd(seconds: 120) == 0)
      return Written(session.output, at: place.path)
    }

    @Test(
      "The reader draws a payload with the very bytes that its letters are drawn with",
      arguments: ["stories", "exported", "- <all.txt"])
    func screens(input: String) throws {
      let sides = try open(input, size: Size(columns: 100, rows: 50))
      #expect(waitUntilRead(sides.map(\.1)))
      for key in input.hasPrefix("-") ? Self.storyKeys : Self.indexKeys {
        let difference = step(key, sides.map(\.1))
        #expect(difference == nil, "after \(key.debugDescription): \(difference ?? "")")
      }
      quit(sides)
    }

    /// Waits until both have read all: what still comes in would come above the cursor. Neither says that it has begun before it
    /// has, so the figures at the head have to be the same, and to stay so for a while.
    private func waitUntilRead(_ sessions: [GlassSession]) -> Bool {
      var last: [Substring] = []
      for _ in 0..<200 {
        for session in sessions { session.settle(milliseconds: 300) }
        let texts = sessions.map(\.glass.text)
        let heads = texts.map { $0.prefix { $0 != "\n" }.suffix(24) }
        let isRead = texts.allSatisfy { $0.contains("ead") && !$0.contains("reading") }
        if isRead, heads[0] == heads[1], heads == last { return true }
        last = heads
      }
      return false
    }

    @Test("What is pasted into a prompt, and said of it at the foot, is drawn as its letters are")
    func prompts() throws {
      let sides = try open("2026-04-28-one.txt", size: Size(columns: 200, rows: 10))
      for (_, session) in sides { #expect(session.wait { $0.text.contains("cranes") }) }
      for payloads in Self.pasted.chunked(8) {
        // What was typed once comes again with Up, and what was searched for is named at the foot.
        for keys in ["", "/\u{10}", "\u{15}", "\u{1B}"] {
          let words = sides.map { keys.isEmpty ? "/\u{1B}[200~\(Self.words(payloads, $0.0.side))\u{1B}[201~\r" : keys }
          let difference = step(words, sides.map(\.1))
          #expect(difference == nil, "\(payloads.map(\.shown)): \(difference ?? "")")
          let isShown = sides[0].1.glass.text.contains(" and wa")
          #expect(isShown || !keys.hasSuffix("\u{10}"), "nothing was pasted")
        }
      }
      quit(sides)
    }

    /// Of each kind some; the end of a paste ends it, and the terminal keeps the bytes that stop and start it to itself.
    private static let pasted = Payload.all.enumerated().filter { number, payload in
      guard let text = payload.text, text.utf8.count < 24 else { return false }
      return number % 4 == 0 && !text.contains("201~")
        && !text.utf8.contains { [0x03, 0x0A, 0x0D, 0x11, 0x13, 0x16].contains($0) }
    }.map(\.element)

    private static func words(_ payloads: some Sequence<Payload>, _ side: Side) -> String {
      String(decoding: side.words(payloads), as: UTF8.self)
    }

    @Test("What is copied to the clipboard is the letters alone")
    func copies() throws {
      let copies = try open("all.txt", size: Size(columns: 100, rows: 50)).map { _, session in
        #expect(session.wait { $0.text.contains("head of all") })
        session.pty.type("zRG")
        session.settle(milliseconds: 200)
        for _ in 0..<60 { session.pty.type("ky") }
        session.settle(milliseconds: 300)
        session.pty.type("Q")
        #expect(session.pty.waitForEnd() == 0)
        return String(decoding: session.pty.output, as: UTF8.self).matches(of: /\u{1B}\]52;c;([A-Za-z0-9+\/=]*)/).map {
          String($0.1)
        }
      }
      #expect(copies[0].count > 40)
      #expect(copies[0] == copies[1])
    }

    /// The reader on the same input of each side.
    private func open(_ input: String, size: Size) throws -> [(LeakPlace, GlassSession)] {
      try Side.allCases.map { side in
        let place = try LeakPlace(side)
        let session = try #require(
          GlassSession(
            ["sh", "-c", "cd '\(place.path)' && exec \"$program\" \(input)"], size: size,
            environment: ["program": BuiltReader.path, "HOME": place.path + "/home", "TZ": "UTC"]))
        return (place, session)
      }
    }

    /// Ends the readers, and looks at all that they wrote.
    private func quit(_ sides: [(LeakPlace, GlassSession)]) {
      for (place, session) in sides {
        session.pty.type("Q")
        #expect(session.pty.waitForEnd() == 0)
        let strange = Written(session.pty.output, at: place.path).strange
        #expect(strange.isEmpty, "\(place.side): \(strange.prefix(5))")
      }
    }

    // The cursor stays on the story that was there first, which is another from run to run.
    private static let indexKeys = ["g", " ", " ", "2", " ", "3", "\r", " ", "h", "1", "g", "/answer\r", " ", "?"]
    private static let storyKeys = ["", "]", "\r", "]", "\r", "?"]

    /// Presses a key on both, and gives what differs in what a redraw sends then; nil once both have sent the same.
    private func step(_ key: String, _ sessions: [GlassSession]) -> String? {
      step(sessions.map { _ in key }, sessions)
    }

    /// Where two redraws that show the same begin to differ.
    private static func difference(_ redraws: [[UInt8]]) -> String {
      let start = zip(redraws[0], redraws[1]).prefix { $0 == $1 }.count
      let parts = redraws.map { String(decoding: $0.dropFirst(max(0, start - 40)).prefix(80), as: UTF8.self) }
      return "\(redraws.map(\.count)) bytes: \(parts.map(\.debugDescription).joined(separator: " and "))"
    }

    /// A redraw in which each way of the cursor is a sign, whatever it goes: ncurses takes a line feed or an address for the same
    /// way, by what the terminal line was set to when it looked. Where the cursor comes to stand is compared by the lines.
    private static func withoutWays(_ redraw: [UInt8]) -> String {
      String(decoding: redraw, as: UTF8.self).replacing(/(?:\u{1B}\[[0-9;]*[A-DGHd]|[\n\r\u{08}])+/, with: "\u{2192}")
    }

    /// The same with keys of its own for each.
    private func step(_ keys: [String], _ sessions: [GlassSession]) -> String? {
      for (key, session) in zip(keys, sessions) { session.pty.type(key) }
      for session in sessions { session.settle(milliseconds: 100) }
      var redraws: [[UInt8]] = []
      for _ in 0..<5 {
        redraws = sessions.map { session in
          let start = session.pty.output.count
          session.pty.type("\u{C}")
          session.pty.listen(seconds: 5) { $0.output.count > start }
          session.settle(milliseconds: 80)
          return Array(session.pty.output[start...])
        }
        let isSame = sessions[0].glass.lines == sessions[1].glass.lines
        if isSame, Self.withoutWays(redraws[0]) == Self.withoutWays(redraws[1]) { return nil }
      }
      let lines = zip(sessions[0].glass.lines, sessions[1].glass.lines).first { $0.0 != $0.1 }
      return lines.map { "\($0.0.debugDescription) and \($0.1.debugDescription)" } ?? Self.difference(redraws)
    }
  }
#endif
