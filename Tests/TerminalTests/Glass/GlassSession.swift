#if os(Linux)
  import Canvas
  import TmuxSupport

  /// A program on a terminal that is looked at: what it sends, and what that shows.
  final class GlassSession {
    let pty: PtySession
    private(set) var glass: Glass
    private var seen = 0

    /// Starts a program on a terminal of this size, 80 by 24 unless another is given; nil is one that is not told.
    init?(
      _ words: [String], size: Size? = Size(columns: 80, rows: 24), term: String? = "xterm-256color",
      environment: [String: String] = [:], encoding: Encoding = .utf8
    ) {
      let session = PtySession(
        words, columns: UInt16(size?.columns ?? 0), rows: UInt16(size?.rows ?? 0), term: term, environment: environment)
      guard let session else { return nil }
      pty = session
      glass = Glass(size: size ?? Size(columns: 80, rows: 24), encoding: encoding)
    }

    /// Waits until the screen is as it should be; false when it does not get there in time.
    @discardableResult
    func wait(seconds: Double = 15, until condition: (Glass) -> Bool) -> Bool {
      look()
      var holds = condition(glass)
      return holds
        || pty.listen(seconds: seconds) { _ in
          if look() { holds = condition(glass) }
          return holds
        }
    }

    /// Waits until a text stands somewhere on the screen.
    @discardableResult
    func wait(for text: String, seconds: Double = 15) -> Bool {
      wait(seconds: seconds) { $0.text.contains(text) }
    }

    /// Waits until nothing was sent for a while.
    func settle(milliseconds: Int = 200) {
      var count = pty.output.count
      var end = ContinuousClock.now + .milliseconds(milliseconds)
      pty.listen(seconds: 20) { pty in
        if pty.output.count != count {
          (count, end) = (pty.output.count, .now + .milliseconds(milliseconds))
        }
        return .now >= end
      }
      look()
    }

    func resize(to size: Size) {
      look()
      glass.resize(to: size)
      pty.resize(columns: UInt16(size.columns), rows: UInt16(size.rows))
    }

    /// Takes in what has come; false if nothing has.
    @discardableResult
    func look() -> Bool {
      guard seen < pty.output.count else { return false }
      glass.take(pty.output[seen...])
      seen = pty.output.count
      return true
    }

    /// What of the terminal is not as it was; nothing if all is.
    var notGivenBack: [String] {
      look()
      let faults = [
        (pty.modes != pty.modesBefore, "modes"), (glass.isAlternate, "alternate screen"),
        (!glass.showsCursor, "cursor"), (glass.marksPaste, "marked paste"), (!glass.isPlain, "attributes"),
        (glass.modes[2026] == true, "held back"),
        (glass.modes.contains { $0.value && (1000...1015).contains($0.key) }, "mouse"),
      ]
      return faults.filter(\.0).map(\.1)
    }
  }

  /// The reader in these tests: the built program, with a home of its own.
  enum BuiltReader {
    static let path = BuiltProgram.path("courant")

    /// Starts it on some paths, or on the catalog of a home.
    static func session(
      _ arguments: [String], home: TemporaryPlace, size: Size? = Size(columns: 80, rows: 24),
      term: String? = "xterm-256color", environment: [String: String] = [:], encoding: Encoding = .utf8
    ) -> GlassSession? {
      GlassSession(
        [path] + arguments, size: size, term: term,
        environment: ["HOME": home.path, "TZ": "UTC"].merging(environment) { $1 }, encoding: encoding)
    }

    /// Writes stories that share a question and a source, with letters of several scripts, and names their folder.
    static func stories(in place: TemporaryPlace) throws -> String {
      try place.write(
        "2026-04-28-port.txt",
        """
        A port loses three cranes

        - Three cranes leave. - One day is gained — “so far”.

        Das Schiff läßt sich Zeit, 漢字 and नमस्ते too. (wire.example.org) ### Why sell them now? They had stood idle since \
        the spring, and idle cranes are paid for by the day. (harbour.example.com) ### Who bought them? A scrap dealer from \
        up the river, who had to bring his own crane. (wire.example.org) ### What is gained? A day. (harbour.example.com)
        """)
      for number in 1...20 {
        try place.write(
          "2026-03-\(number + 10)-ferry.txt",
          "The ferry number \(number) über den Fluß\n\nIt sails at noon. (harbour.example.com) ### Why sell them now? No one knows. (wire.example.org)"
        )
      }
      return place.path
    }
  }
#endif
