#if os(Linux)
  import Foundation
  import Testing
  import TmuxSupport

  /// What a key costs on the wire. Bytes repeat exactly, so that each bound holds on any machine.
  @Suite("What a key costs", .serialized)
  struct KeyCostTests {
    struct Line: CustomTestStringConvertible {
      var columns: UInt16
      var rows: UInt16
      var term: String

      var testDescription: String { "\(columns)x\(rows) \(term)" }
    }

    static let lines = ["xterm-256color", "tmux-256color"].flatMap { term in
      [Line(columns: 80, rows: 24, term: term), Line(columns: 200, rows: 60, term: term)]
    }

    private let place: TemporaryPlace

    init() throws {
      place = try TemporaryPlace()
      for number in 0..<120 {
        let text = "# \(Self.words(number, 7).prefix(50)) \(number)\n\n\(Self.words(number, 30)). (wire.example.org)\n"
        try place.write("2026-01-01 \(1000 + number).txt", text)
      }
      let sections = (0..<40).map { number in
        let paragraphs = (0..<3).map { "\(Self.words(100 * number + $0, 90)). (blogs.example.com)\n\n" }
        return "### \(Self.words(number, 5))?\n\n" + paragraphs.joined()
      }
      try place.write(
        Self.long, "# The longest one\n\nIt begins. (wire.example.org)\n\n" + sections.joined())
    }

    /// Words in an order of their own, the same for the same seed.
    private static func words(_ seed: Int, _ count: Int) -> String {
      let words = "the county weighs what a household throws away and sends a bill that says so in pounds and pence"
      let list = words.split(separator: " ")
      var number = seed
      let chosen = (0..<count).map { _ in
        number = (number * 1_103_515_245 + 12_345) % (1 << 31)
        return list[number / 7 % list.count]
      }
      return "So " + chosen.joined(separator: " ")
    }

    /// The reader on the list, or on one long story, with all of its questions open or as it opens.
    private func reader(_ line: Line, story: Bool = false, isOpen: Bool = true) throws -> PtySession {
      let session = try #require(
        PtySession(
          [BuiltProgram.path("courant"), place.path + (story ? "/" + Self.long : "")], columns: line.columns,
          rows: line.rows, term: line.term, environment: ["HOME": place.path]))
      #expect(session.listen(for: story ? "longest" : "121"))
      session.settle(seconds: 0.4)
      if story, isOpen { session.press("zR") }
      return session
    }

    private static let long = "2026-02-02 long.txt"

    @Test("A row down the index, and one more where the list scrolls", arguments: lines)
    func rows(line: Line) throws {
      let session = try reader(line)
      #expect(session.cost(of: "j", times: 5).sorted()[2] <= 24)
      session.press(String(repeating: "j", count: Int(line.rows)))
      #expect(session.cost(of: "j", times: 7).sorted()[3] <= 200)
      #expect(session.cost(of: "k", times: 5).sorted()[2] <= 24)
    }

    @Test("A line down in a story, and one more where the text scrolls", arguments: lines)
    func text(line: Line) throws {
      let session = try reader(line, story: true)
      session.press("jj")
      #expect(session.cost(of: "j", times: 5).sorted()[2] <= 24)
      session.press(String(repeating: "j", count: Int(line.rows)))
      let scrolls = session.cost(of: "j", times: Int(line.rows)).sorted()
      #expect(scrolls[scrolls.count / 2] <= 93)
      // Beside the list the page is turned instead: dear once, and no dearer a line.
      #expect(scrolls.reduce(0, +) / scrolls.count <= 93)
    }

    @Test(
      "Pages of a story cost their text, and what it takes to place it, also where answers open as they come",
      arguments: lines[..<2], [true, false])
    func pages(line: Line, isOpen: Bool) throws {
      let pages = isOpen ? 3 : 4
      let text = try textOfPages(pages, line, isOpen: isOpen)
      let placing = line.columns > 100 ? 9 * Int(line.rows) : 150
      var cost = Int.max
      // Without a stop between them, since a reader who stops is sent links: a busy machine may stop by itself.
      for _ in 0..<4 where cost > text + pages * placing {
        let costs = try reader(line, story: true, isOpen: isOpen).cost(of: " ", times: pages)
        cost = min(cost, costs.reduce(0, +))
      }
      #expect(cost <= text + pages * placing)
    }

    /// How many bytes the text of so many pages has, one after another by Space.
    private func textOfPages(_ pages: Int, _ line: Line, isOpen: Bool) throws -> Int {
      let screen = try TmuxScreen(
        columns: Int(line.columns), rows: Int(line.rows), [BuiltProgram.path("courant"), place.path + "/" + Self.long],
        environment: ["HOME": place.path])
      try screen.wait { $0.lines[0].contains("The longest one") }
      if isOpen {
        screen.press("z", "R")
        try screen.wait(for: "▾")
      }
      return try (0..<pages).reduce(0) { sum, _ in
        let before = screen.picture()
        screen.press("Space")
        var page = try screen.wait { $0 != before && $0.text.contains("? help") }
        // What a key does may come in two frames.
        while true {
          Thread.sleep(forTimeInterval: 0.15)
          let next = screen.picture()
          if next == page { break }
          page = next
        }
        let text = page.lines[3..<page.lines.count - 2].map { String($0.split(separator: "│").last ?? "") }
        return sum + text.reduce(0) { $0 + $1.drop { $0 == " " }.utf8.count }
      }
    }

    @Test("Of 200 keys that come at once, the screens between are left out", arguments: lines)
    func held(line: Line) throws {
      let session = try reader(line)
      // One screen of the list, however many there would have been.
      let screen = line.columns > 100 ? 4_000 : 2_000
      #expect(session.cost(of: String(repeating: "j", count: 100), times: 1)[0] <= screen)
    }

    @Test("Beside a wide list the page comes once the keys rest, and after that nothing is sent or woken for")
    func preview() throws {
      let session = try reader(Self.lines[1])
      session.listen(seconds: 1.5) { _ in false }
      session.forgetOutput()
      for _ in 0..<8 {
        session.type("j")
        session.listen(seconds: 0.06) { _ in false }
      }
      #expect(session.output.count <= 8 * 24)
      session.forgetOutput()
      session.listen(seconds: 2) { $0.output.count > 100 }
      #expect(session.output.count > 100)
      session.listen(seconds: 1.5) { _ in false }
      session.forgetOutput()
      let wakings = session.wakingsOfAllThreads
      session.listen(seconds: 3) { _ in false }
      #expect(session.output.isEmpty)
      #expect(session.wakingsOfAllThreads == wakings)
    }

    @Test("An idle reader sends nothing and wakes for nothing, after stories were read in and links laid")
    func idle() throws {
      let session = try reader(Self.lines[0])
      session.press("\r")
      session.listen(seconds: 1.5) { _ in false }
      session.forgetOutput()
      let wakings = session.wakingsOfAllThreads
      session.listen(seconds: 5) { _ in false }
      #expect(session.output.isEmpty)
      #expect(session.wakingsOfAllThreads == wakings)
    }
  }

  extension PtySession {
    /// Listens until nothing has come for a while; shorter than an idle reader waits before it lays links.
    fileprivate func settle(seconds: Double = 0.08) {
      var count = -1
      while count != output.count {
        count = output.count
        listen(seconds: seconds) { _ in false }
      }
    }

    fileprivate func press(_ keys: String) {
      type(keys)
      settle()
    }

    /// The bytes that come of some keys, pressed again and again.
    fileprivate func cost(of keys: String, times: Int) -> [Int] {
      (0..<times).map { _ in
        forgetOutput()
        type(keys)
        listen(seconds: 2) { !$0.output.isEmpty }
        settle()
        return output.count
      }
    }

    fileprivate var wakingsOfAllThreads: Int {
      let folder = "/proc/\(process)/task"
      let tasks = Run.toEnd(["ls", folder])?.output.split(separator: "\n") ?? []
      return tasks.reduce(0) { sum, task in
        let status = readText("\(folder)/\(task)/status").split(separator: "\n")
        let line = status.first { $0.hasPrefix("voluntary_ctxt_switches") }
        return sum + (line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? 0)
      }
    }
  }
#endif
