#if os(Linux)
  import Canvas
  import Testing
  import TmuxSupport

  /// The built reader on all terminals and in all locales: from the index into a story, and out again.
  @Suite("Every terminal")
  struct EveryTerminalTests {
    private static let common = ["xterm-256color", "xterm", "tmux-256color", "screen", "linux", "vt100", "vt220"]
    private static let relatives = ["xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm"]
    private static let rare = [
      "screen-256color", "tmux", "vt102", "rxvt-unicode", "rxvt", "Eterm", "xterm-mono", "ansi",
    ]
    private static let strange = ["vt52", "cons25", "wsvt25", "mach", "sun", "pcansi", "hurd", "cygwin"]

    private static let models =
      common.map { TerminalModel($0) } + relatives.map { TerminalModel($0, as: "xterm-256color") }
      + [
        TerminalModel("xterm-direct", as: "xterm-256color", isDirect: true),
        TerminalModel("tmux-direct", as: "tmux-256color", isDirect: true),
      ]
    private static let others = rare.map { TerminalModel($0) } + strange.map { TerminalModel($0, isStandard: false) }

    @Test(
      "The screen is drawn with what the terminal understands, and given back", arguments: models, Surroundings.testable
    )
    func drawn(model: TerminalModel, surroundings: Surroundings) throws {
      try expectWalk(model, surroundings)
    }

    @Test("So it is on terminals that are hardly met any more", arguments: others)
    func hardlyMet(model: TerminalModel) throws {
      try expectWalk(model, .plain)
    }

    private func expectWalk(_ model: TerminalModel, _ surroundings: Surroundings) throws {
      let reference = try #require(Self.references[surroundings] ?? nil)
      let walk = try #require(Walk(model, surroundings))
      for (key, screen) in zip(Walk.keys, reference.screens) {
        walk.press(key)
        guard model.isStandard else {
          walk.session.settle()
          continue
        }
        let isShown = walk.session.wait { $0.lines == screen }
        #expect(
          isShown,
          "after \(key.debugDescription):\n\(walk.session.glass.text)\nis not\n\(screen.joined(separator: "\n"))")
      }
      walk.session.pty.type("Q")
      #expect(walk.session.pty.waitForEnd() == 0)
      walk.session.look()
      #expect(walk.session.notGivenBack.isEmpty)
      try expectUnderstood(walk, model, surroundings)
    }

    private func expectUnderstood(_ walk: Walk, _ model: TerminalModel, _ surroundings: Surroundings) throws {
      let description = try #require(model.description(isColourful: surroundings == .rich))
      let vocabulary = Vocabulary(description: description, encoding: surroundings.encoding)
      let strange = vocabulary.notUnderstood(in: walk.session.pty.output)
      #expect(strange.isEmpty, "\(description.name) does not understand \(strange.prefix(5))")
      if model.isStandard { #expect(walk.session.glass.unknown.isEmpty) }
      let colors = walk.session.glass.colors
      #expect(colors.allSatisfy { $0 < description.colors })
      #expect(!model.isStandard || colors.isEmpty == (description.colors == 0 || surroundings == .poor))
    }

    @Test(
      "What commands print on a terminal of another character set is in it, and in UTF-8 elsewhere",
      .enabled(if: Latin1.folder != nil))
    func printed() throws {
      let place = try TemporaryPlace()
      let story = try place.write(
        "story.txt", "Le canal reprend du service\n\nL\u{2019}\u{E9}t\u{E9} \u{2026} \u{6F22} fini.\n")
      let command = "\"$program\" show \(story); \"$program\" show nothing; \"$program\" show \(story) | cat"
      let environment = Latin1.environment.merging(["program": BuiltReader.path, "HOME": place.path]) { $1 }
      let session = try #require(PtySession(["sh", "-c", command], environment: environment))
      #expect(session.waitForEnd() == 0)
      let lines = session.output.split(separator: 0x0A).map { Array($0.filter { $0 != 0x0D }) }
      let latin1 = Array("L'".utf8) + [0xE9, 0x74, 0xE9] + Array(" . ?? fini.".utf8)
      #expect(lines.contains(latin1))
      let talk = lines.first { $0.starts(with: "courant: ".utf8) } ?? []
      #expect(String(decoding: talk, as: UTF8.self).contains("\"nothing\""))
      #expect(lines.contains(Array("L\u{2019}\u{E9}t\u{E9} \u{2026} \u{6F22} fini.".utf8)))
    }

    @Test("A description of direct colours alone is drawn on in colours that it has")
    func directAlone() throws {
      let place = try TemporaryPlace()
      let source = try place.write(
        "odd.ti",
        """
        odd-direct|a terminal of direct colours,
        \tRGB, colors#0x1000000, pairs#0x10000, use=xterm+odd, use=xterm-256color,
        xterm+odd|colours by their red green and blue,
        \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,
        \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,
        """)
      try #require(Run.toEnd(["tic", "-x", "-o", place.path + "/terminfo", source])?.status == 0)
      let home = try TemporaryPlace()
      let session = try #require(
        BuiltReader.session(
          [try BuiltReader.stories(in: home)], home: home, term: "odd-direct",
          environment: ["TERMINFO": place.path + "/terminfo"]))
      #expect(session.wait(for: "A port loses"))
      session.settle()
      #expect(!session.glass.colors.isEmpty)
      #expect(session.glass.unknown.isEmpty)
    }

    @Test(
      "A terminal of eight bits gets no byte of UTF-8, and no question mark where its set has the letter",
      .enabled(if: Latin1.folder != nil, "\(Latin1.whyNot)"))
    func eightBits() throws {
      let screens = try #require(Self.references[.eightBits] ?? nil).screens
      let index = screens[0].joined(separator: "\n")
      #expect(index.contains("> * A port loses three cranes"))
      #expect(index.contains("The ferry number 20 über den Fluß"))
      let story = screens[3].joined(separator: "\n")
      #expect(story.contains("+ Why sell them now?"))
      #expect(story.contains("* One day is gained - \"so far\"."))
      #expect(story.contains("Das Schiff läßt sich Zeit, ????"))
    }

    @Test("No terminal is asked anything: one that never answers has its first picture as soon as any")
    func asksNothing() throws {
      let output = try #require(Self.references[.plain] ?? nil).output
      let text = String(decoding: output, as: UTF8.self)
      for question in [
        #"\e\[[0-9;>=]*[cn]"#, #"\e\[\?[0-9;]*n"#, #"\$p"#, #"\e\][0-9;]*\?"#, #"\eP"#, #"\eZ"#, #"\x05"#,
      ] {
        #expect(try !text.contains(Regex(question)), "\(question)")
      }
    }

    // MARK: The walk

    /// What the screens should be, in each of the surroundings.
    private static let references: [Surroundings: (screens: [[String]], output: [UInt8])?] =
      Dictionary(uniqueKeysWithValues: Surroundings.allCases.map { ($0, reference(in: $0)) })

    private static func reference(in surroundings: Surroundings) -> (screens: [[String]], output: [UInt8])? {
      guard let walk = Walk(TerminalModel("xterm-256color"), surroundings) else { return nil }
      let screens = Walk.keys.map { key in
        walk.press(key)
        if key.isEmpty { walk.session.wait(for: "A port loses") }
        walk.session.settle(milliseconds: 300)
        return walk.session.glass.lines
      }
      return (screens, walk.session.pty.output)
    }

    /// The reader on a terminal, with its own stories.
    private struct Walk {
      static let keys = ["", "j", "k", "\r", "]", "\r"]
      let session: GlassSession
      private let home: TemporaryPlace

      init?(_ model: TerminalModel, _ surroundings: Surroundings) {
        guard let home = try? TemporaryPlace(), let stories = try? BuiltReader.stories(in: home),
          let session = BuiltReader.session(
            [stories], home: home, term: model.term, environment: surroundings.environment,
            encoding: surroundings.encoding)
        else { return nil }
        (self.home, self.session) = (home, session)
      }

      func press(_ key: String) {
        if !key.isEmpty { session.pty.type(key) }
      }
    }
  }
#endif
