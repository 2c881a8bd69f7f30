#if os(Linux)
  import Glibc
  import Testing
  import TmuxSupport

  /// The built reader where the system gives less than it needs.
  @Suite("The reader where the system gives little", .timeLimit(.minutes(20)))
  struct ScarcityTests {
    private let home: TemporaryPlace
    private let stories: String

    init() throws {
      home = try TemporaryPlace()
      stories = try BuiltReader.stories(in: home)
    }

    /// It ended with a sentence and the code for trying again, on a terminal that is as it was.
    private func expectTold(_ session: GlassSession, _ word: String) {
      #expect(session.pty.waitForEnd(seconds: 20) == 75, "\(session.glass.text)")
      #expect(session.notGivenBack.isEmpty)
      #expect(session.glass.text.contains("courant: ") && session.glass.text.contains(word), "\(session.glass.text)")
    }

    @Test("With few descriptors it says so, and the terminal is as it was", arguments: 4...20)
    func descriptors(limit: Int) throws {
      for paths in [[stories], [stories + "/2026-04-28-port.txt"], []] {
        let session = try #require(
          GlassSession(
            ["sh", "-c", "ulimit -n \(limit); exec \"$0\" \"$@\"", BuiltReader.path] + paths,
            environment: ["HOME": home.path]))
        expectTold(session, "this process may open")
      }
    }

    @Test(
      "With few threads it says so, and the terminal is as it was; with all it needs it opens",
      .enabled(if: Starving.library != nil, "\(Starving.whyNot)"), arguments: [true, false])
    func threads(isCatalog: Bool) throws {
      let library = try #require(Starving.library)
      if isCatalog {
        let adding = try #require(GlassSession([BuiltReader.path, "add", stories], environment: ["HOME": home.path]))
        #expect(adding.pty.waitForEnd(seconds: 20) == 0)
      }
      var opened: [Bool] = []
      for threads in 0...12 {
        let session = try #require(
          BuiltReader.session(
            isCatalog ? [] : [stories], home: home,
            environment: ["LD_PRELOAD": library, "STARVE_THREADS": "\(threads)"]))
        let isOpen = { session.glass.isAlternate && session.glass.text.contains("A port loses") }
        let isDecided = session.pty.listen(seconds: 20) { pty in
          session.look()
          return isOpen() || pty.waitForEnd(seconds: 0.01) != nil
        }
        #expect(isDecided, "\(threads): \(session.glass.text)")
        opened.append(isOpen())
        if isOpen() {
          session.pty.type("Q")
          #expect(session.pty.waitForEnd(seconds: 20) == 0)
          #expect(session.notGivenBack.isEmpty)
        } else {
          expectTold(session, "the system has no thread")
        }
      }
      #expect(opened.first == false && opened.last == true)
    }
  }
#endif
