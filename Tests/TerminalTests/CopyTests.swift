#if os(Linux)
  import Testing
  import TmuxSupport

  @testable import Terminal

  @Suite("Copying on the wire")
  struct CopyTests {
    /// What came of pressing a key of the painter's, as it was sent.
    private func sent(_ key: String, term: String = "xterm-256color", environment: [String: String] = [:]) throws
      -> String
    {
      let session = try #require(
        PtySession([BuiltProgram.path("scene-painter"), "log"], term: term, environment: environment))
      #expect(session.listen(for: "log"))
      session.type(key)
      #expect(session.listen { $0.wrote("sent") || $0.wrote("tooLong") || $0.wrote("failed") })
      return String(decoding: session.output, as: UTF8.self)
    }

    private func words(of text: String) -> [Substring] {
      text.matches(of: /\e\]52;c;([A-Za-z0-9+\/=]*)\x07/).map(\.output.1)
    }

    @Test("One letter, and as much as can be, are one sequence of base64")
    func sizes() throws {
      #expect(try words(of: sent("1")) == ["eA=="])
      let longest = try words(of: sent("7"))
      #expect(longest.count == 1)
      #expect(longest.first?.count == (Terminal.longestCopy + 2) / 3 * 4)
    }

    @Test("One letter more is refused, and nothing of it sent")
    func tooLong() throws {
      let output = try sent("8")
      #expect(output.contains("tooLong(limit: 74994)"))
      #expect(!output.contains("]52;"))
    }

    @Test("A terminal that would print the sequence is not sent it", arguments: ["vt100", "linux"])
    func simple(term: String) throws {
      let output = try sent("Y", term: term)
      #expect(output.contains("failed"))
      #expect(!output.contains("]52;"))
    }

    @Test(
      "A tmux that hangs holds the reader up for a second, and the terminal gets the text instead",
      arguments: ["exec sleep 1000", "cat >/dev/null; exec sleep 1000", "kill -STOP $$", "exit 1"])
    func hangingServer(script: String) throws {
      let place = try TemporaryPlace()
      try place.write("tmux", "#!/bin/sh\n\(script)\n", isProgram: true)
      let session = try #require(
        PtySession(
          [BuiltProgram.path("scene-painter"), "log"],
          environment: ["TMUX": "/nowhere,1,0", "PATH": "\(place.path):/usr/bin:/bin"]))
      #expect(session.listen(for: "log"))
      let start = ContinuousClock.now
      session.type("Y")
      #expect(session.listen(seconds: 20) { $0.wrote("]52;c;") && $0.wrote("sent") })
      #expect(ContinuousClock.now - start < .seconds(4))
      session.type("x")
      #expect(session.listen(for: "scalar(\"x\")"))
      let children = "/proc/\(session.process)/task/\(session.process)/children"
      #expect(session.listen { _ in readText(children).isEmpty })
    }

    @Test("Within screen, the sequence is handed on in strings that every version of it takes")
    func screen() throws {
      let output = try sent("7", term: "screen", environment: ["STY": "1.pts"])
      let strings = output.matches(of: /\eP([^\e]*(?:\e[^\\][^\e]*)*)\e\\/).map(\.output.1)
      #expect(strings.allSatisfy { $0.utf8.count <= 252 })
      #expect(words(of: strings.joined()).first?.count == (Terminal.longestCopy + 2) / 3 * 4)
    }
  }
#endif
