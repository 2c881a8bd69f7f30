import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

struct SourceTests {
  @Test("Each claim stands under its story and its question, each named once")
  func grouping() {
    let lines = SourceBench(rows: 60).lines
    #expect(lines.count { $0.contains("How a port lost three cranes") } == 1)
    #expect(lines.count { $0.contains("Who pays for the fourth one?") } == 1)
    #expect(lines.count { $0.contains("The opening") } == 1)
    #expect(lines[0].hasSuffix("6 claims · 3 stories"))
    #expect(lines[1].contains("first seen 6 February 2026 · last 28 April 2026"))
  }

  @Test("The cursor begins on the claim that one came from, which is marked")
  func leaving() {
    for claim in SourceSamples.claims {
      let bench = SourceBench(leaving: Departure(story: claim.story, place: claim.place))
      #expect(bench.state.claim == claim)
      #expect(bench.lines.count { $0.contains("‹") } == 1)
    }
  }

  @Test("Coming from a line without a citation, the nearest claim of that section is found, else of that story")
  func leavingNearby() {
    let sections = SourceSamples.claims.map(\.place.block.section)
    #expect(sections == [0, 3, 4, 1, 1, nil])
    let claims = SourceSamples.claims
    func index(_ id: String, _ place: Place?) -> Int? { Departure(story: StoryID(id), place: place).index(in: claims) }
    #expect(index("t7qk", Place(.heading(section: 3))) == 1)
    #expect(index("t7qk", Place(.bullet(0))) == 0)
    #expect(index("t7qk", nil) == 0)
    #expect(index("p2fa", Place(.paragraph(section: 1, index: 0), offset: 90)) == 4)
    #expect(index("none", nil) == nil)
  }

  @Test("Enter goes to the claim in its story")
  func enter() {
    var bench = SourceBench()
    bench.perform(.down, .down, .enter)
    let claim = SourceSamples.claims[2]
    #expect(bench.steps == [.go(.story(claim.story, at: claim.place))])
  }

  @Test("A page on and back passes over no claim", arguments: [4, 8, 12, 23, 50])
  func pages(rows: Int) {
    var bench = SourceBench(SourceSamples.many(60), rows: rows)
    var seen: Set<String> = []
    for _ in 0..<80 {
      seen.formUnion(bench.claimsInView)
      bench.perform(.pageDown)
    }
    #expect(seen == Set((0..<60).map { "Claim \($0)." }), "going on")
    seen = []
    for _ in 0..<80 {
      seen.formUnion(bench.claimsInView)
      bench.perform(.pageUp)
    }
    #expect(seen == Set((0..<60).map { "Claim \($0)." }), "going back")
  }

  @Test("The claim under the cursor is in view to its last line, with its question, where there are rows")
  func inView() {
    var bench = SourceBench(rows: 10)
    for _ in 0..<6 {
      let sentence = bench.state.claim?.sentence ?? ""
      let shown = bench.lines.joined(separator: " ").replacing("  ", with: "")
      #expect(shown.contains(bench.state.claim?.heading ?? "The opening"))
      #expect(shown.contains(sentence.suffix(12)) || shown.contains("…"))
      bench.perform(.down)
    }
  }

  @Test("Narrowing keeps the claims that have the words, wherever; back lifts it, the cursor on the same claim")
  func narrow() {
    var bench = SourceBench()
    _ = bench.state.search(for: "CRANES", in: bench.frame)
    #expect(bench.state.shown == [3, 4])
    bench.perform(.down)
    let claim = bench.state.claim
    #expect(bench.state.callOff(in: bench.frame) == [])
    #expect(bench.state.shown.count == 6)
    #expect(bench.state.claim == claim)
    #expect(bench.state.callOff(in: bench.frame) == nil)
    _ = bench.state.search(for: "zeppelin", in: bench.frame)
    #expect(bench.lines.contains { $0.contains("No claim has “zeppelin”.") })
    bench.perform(.enter, .down, .copy)
    #expect(bench.steps == [.effect(.copy("rail.example.eu"))])
  }

  @Test("A resize leaves the cursor on its claim")
  func resize() {
    var random = SplitMix(state: 3)
    var bench = SourceBench(SourceSamples.many(200))
    for _ in 0..<150 {
      bench.perform([.down, .up, .pageDown, .halfUp, .halfDown].randomElement(using: &random) ?? .down)
      let claim = bench.state.claim
      bench.resize(columns: .random(in: 1...200, using: &random), rows: .random(in: 1...60, using: &random))
      #expect(bench.state.claim == claim)
      #expect(bench.canvas.cursor.map { $0.row < bench.frame.rows && $0.column < bench.frame.columns } == true)
    }
  }

  @Test("A source with very many claims is asked for in parts, while the reader goes on")
  func parts() {
    let claims = SourceSamples.many(700)
    var bench = SourceBench(claims, part: SourceState.part)
    #expect(bench.lines[0].contains("700 claims"))
    bench.perform(.down)
    #expect(bench.steps.isEmpty)
    bench.perform(.last)
    let claim = bench.state.claim
    let isAnswered = bench.answer(from: claims)
    #expect(isAnswered)
    #expect(bench.state.claims.count == 400)
    #expect(bench.state.claim == claim)
    for _ in 0..<3 {
      bench.perform(.last)
      _ = bench.answer(from: claims)
    }
    bench.perform(.last)
    #expect(bench.steps.isEmpty)
    #expect(bench.state.claim == claims.last)
  }

  @Test("Words that stand further on than what was asked for are looked for until they fill the screen, or all is read")
  func narrowInParts() {
    let claims = SourceSamples.many(700)
    var bench = SourceBench(claims, part: SourceState.part)
    bench.steps = bench.state.search(for: "Claim 650.", in: bench.frame)
    #expect(bench.lines.contains { $0.contains("No claim so far has “Claim 650.”.") })
    while bench.answer(from: claims) {}
    #expect(bench.state.claim == claims[650])
    bench.steps = bench.state.search(for: "zeppelin", in: bench.frame)
    #expect(bench.steps == [.say("no claim has “zeppelin”")])
  }

  @Test("Without a claim it says so, and the site can still be opened")
  func empty() {
    var bench = SourceBench([])
    #expect(bench.lines.contains { $0.contains("No claim rests on this source.") })
    for command in Command.allCases { bench.perform(command) }
    bench.perform(.browse)
    #expect(bench.steps.first == .openSite(host: "rail.example.eu"))
  }
}

/// A source screen by itself, driven by commands.
struct SourceBench {
  var state: SourceState
  var frame: Frame
  var steps: [Step] = []

  /// Shows the first `part` claims of those that the source has.
  init(
    _ claims: [Claim] = SourceSamples.claims, part: Int = .max, rows: Int = 23, leaving departure: Departure? = nil
  ) {
    frame = Frame(rect: Rect(column: 0, row: 0, columns: 80, rows: rows))
    state = SourceState(
      host: "rail.example.eu", source: SourceSamples.source(of: claims), claims: Array(claims.prefix(part)),
      isComplete: part >= claims.count, leaving: departure, in: frame)
  }

  /// Gives the part of the claims that the last command asked for; false if it asked for none.
  mutating func answer(from claims: [Claim]) -> Bool {
    guard case .effect(.ask(let request))? = steps.last, case .claims(_, let last, _, let limit) = request else {
      return false
    }
    let rest = claims[((last.flatMap(claims.firstIndex) ?? -1) + 1)...]
    let answer = Answer.claims(
      Array(rest.prefix(limit)), of: SourceSamples.source(of: claims), isComplete: rest.count <= limit)
    steps = state.receive(answer, to: request, in: frame)
    return true
  }

  mutating func perform(_ commands: Command...) {
    for command in commands { steps = state.perform(command, number: nil, in: frame) }
  }

  mutating func resize(columns: Int, rows: Int) {
    frame.rect = Rect(column: 0, row: 0, columns: columns, rows: rows)
    steps = state.resized(to: frame)
  }

  var canvas: Canvas {
    var canvas = Canvas(size: frame.rect.size)
    state.draw(on: &canvas, in: frame)
    return canvas
  }

  var lines: [String] { canvas.lines }

  var claimsInView: [String] {
    lines.compactMap { line in line.firstRange(of: "Claim ").map { String(line[$0.lowerBound...]) } }
  }
}
