import Briefing
import Canvas
import Samples
import Testing

@testable import Reader

struct StoryReadingTests {
  @Test("With all folds open every word of the story is shown", arguments: [9, 20, 40, 47, 48, 80, 140])
  func everyWord(columns: Int) {
    var bench = StoryBench(StorySamples.trains, columns: columns, rows: 12)
    bench.perform(.openAllFolds, .last, .enter)
    let seen = bench.readThrough().filter { !$0.isWhitespace }
    let story = StorySamples.trains.story
    for text in story.summary + story.sections.map(\.heading) {
      #expect(seen.contains(text.filter { !$0.isWhitespace }), "\(text) at \(columns)")
    }
    for word in story.blocks.flatMap({ $0.text.split(separator: " ") }) {
      #expect(seen.contains(word), "\(word) at \(columns)")
    }
    for piece in StorySamples.trains.setAside { #expect(seen.contains(piece.text.filter { !$0.isWhitespace })) }
  }

  @Test("Notes and what is gone are shown word for word, at any width", arguments: [9, 20, 40, 47, 48, 80, 140])
  func notesAndGone(columns: Int) {
    var bench = StoryBench(StorySamples.changed, columns: columns, rows: 12)
    bench.perform(.openAllFolds, .last, .enter, .last)
    while bench.state.cursor.part != .title(.gone) { bench.perform(.up) }
    bench.perform(.enter)
    let seen = bench.readThrough().filter { !$0.isWhitespace }
    for text in (StorySamples.changed.changes?.gone ?? []) + StorySamples.changed.notes.prefix(2).map(\.text) {
      #expect(seen.contains(text.filter { !$0.isWhitespace }), "\(text) at \(columns)")
    }
  }

  @Test("A citation mark never begins a line", arguments: 24...100)
  func marks(columns: Int) {
    var bench = StoryBench(StorySamples.trains, columns: columns, rows: 200)
    bench.perform(.openAllFolds)
    let text = bench.lines.prefix { !$0.contains("Sources") }
    #expect(text.contains { $0.contains("[1]") })
    for line in text { #expect(!line.trimmed.hasPrefix("["), "\(line) at \(columns)") }
  }

  @Test("Text is at most 88 columns wide and stands in the middle")
  func measure() {
    let bench = StoryBench(StorySamples.trains, columns: 200, rows: 60)
    for line in bench.lines.dropFirst(3) where !line.isEmpty {
      let left = line.prefix { " ›•▸▾".contains($0) }.count
      #expect(left >= 50)
      #expect(Width.of(line) - left <= 88)
    }
  }

  @Test("A page turned shows the last line of the page before, and pages leave nothing out")
  func pages() {
    var bench = StoryBench(StorySamples.trains, columns: 60, rows: 12)
    bench.perform(.openAllFolds)
    let all = StoryBench(StorySamples.trains, columns: 60, rows: 300).opened.lines.dropFirst(3).filter { !$0.isEmpty }
    var seen: Set<String> = []
    var last = ""
    while bench.canvas.textPlane != last {
      last = bench.canvas.textPlane
      seen.formUnion(bench.lines.map { $0.replacing("›", with: " ") })
      let bottom = bench.lines.last { !$0.isEmpty }?.trimmed ?? ""
      bench.perform(.pageDown)
      #expect(bench.lines.contains { $0.replacing("›", with: " ").trimmed == bottom.replacing("›", with: " ").trimmed })
    }
    for line in all { #expect(seen.contains(line.replacing("›", with: " ")), "\(line)") }
  }

  @Test("A page back after a page on shows what was there before")
  func pageBack() {
    var bench = StoryBench(StorySamples.trains, rows: 14)
    bench.perform(.openAllFolds, .pageDown)
    let there = bench.lines
    bench.perform(.pageDown, .pageUp)
    #expect(bench.lines == there)
  }

  @Test("Whatever the new size, the cursor stays on the same place of the story")
  func resizing() {
    var random = SplitMix(state: 7)
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.openAllFolds)
    for _ in 0..<200 {
      bench.perform([.down, .up, .pageDown, .halfUp, .nextQuestion].randomElement(using: &random) ?? .down)
      let place = bench.place
      let word = bench.wordAtCursor
      bench.resize(columns: .random(in: 1...220, using: &random), rows: .random(in: 1...70, using: &random))
      #expect(bench.place == place)
      #expect(bench.canvas.cursor != nil)
      if bench.frame.columns >= 30 { #expect(bench.line.contains(word), "\(word) in \(bench.line)") }
    }
  }

  @Test("A story without a word can be read, at any size")
  func empty() {
    let detail = StoryDetail(
      row: Row(id: StoryID("none"), headline: "", date: Moment(seconds: 0), questions: 0, sources: 0),
      story: Story(headline: ""))
    for columns in [1, 3, 20, 80] {
      var bench = StoryBench(detail, columns: columns, rows: columns)
      for command in Command.allCases { bench.perform(command) }
      #expect(bench.canvas.cursor != nil)
    }
  }

  @Test("A place that the story does not have opens it somewhere in it")
  func strayPlaces() {
    let blocks: [Place.Block] = [
      .headline, .bullet(9), .lede(9), .heading(section: 99), .paragraph(section: 0, index: 9),
      .paragraph(section: 99, index: 0),
    ]
    for block in blocks {
      for offset in [-1, 0, 1_000_000] {
        var bench = StoryBench(StorySamples.trains, at: Place(block, offset: offset))
        for command in Command.allCases { bench.perform(command) }
        #expect(bench.canvas.cursor != nil)
      }
    }
  }

  @Test("A citation at a place that the text does not have is shown all the same")
  func strayCitations() {
    let text = "Ещё одно слово."
    let places = [-5, 0, 1, 3, text.utf8.count, 9_999]
    let citations = places.map { Citation(place: $0, host: "a\($0.magnitude).example.com") }
    var detail = StorySamples.short
    detail.story.lede = [Block(text: text, citations: citations), Block(text: "", citations: citations)]
    for columns in [3, 10, 60] {
      var bench = StoryBench(detail, columns: columns, rows: 30)
      for _ in 0..<30 { bench.perform(.nextCitation) }
      #expect(bench.canvas.cursor != nil)
    }
    let shown = StoryBench(detail, columns: 60, rows: 30).canvas.textPlane
    #expect(shown.prefix { $0 != "▸" }.count { $0 == "[" } == 2 * places.count)
  }

  @Test(
    "Twenty thousand questions, and a paragraph of two megabytes, are read like any other", .timeLimit(.minutes(20)))
  func huge() {
    let sentence = "The harbour lends the railway the money against forty years of tolls. "
    let long = Block(text: String(repeating: sentence, count: 28_000))
    let short = StorySamples.paragraph("A short answer.|rail.example.eu|")
    var detail = StorySamples.trains
    detail.story.sections = [Section(heading: "How long?", blocks: [long])]
    detail.story.sections += (0..<20_000).map { Section(heading: "What of number \($0)?", blocks: [short]) }
    var bench = StoryBench(detail)
    bench.perform(.nextQuestion)
    #expect(bench.line.hasSuffix("long"))
    bench.perform(.enter, .pageDown, .pageDown, .openAllFolds, .last, .up, .previousCitation)
    #expect(bench.lines.contains { $0.contains("[1] rail.example.eu") })
    bench.perform(.previousQuestion, .closeAllFolds)
    #expect(bench.line.contains("What of number 19999?"))
    _ = bench.state.search(for: "number 17777?", in: bench.frame)
    #expect(bench.line.contains("What of number 17777?"))
    bench.perform(.first, .nextQuestion, .openFold, .nextQuestion, .up)
    #expect(bench.line.contains("forty years of tolls."))
  }

  @Test("A headline that the head cannot hold is told in full below it")
  func longHeadline() {
    var detail = StorySamples.trains
    detail.story.headline = Array(repeating: "one border at a time", count: 12).joined(separator: ", ")
    detail.row.isUnread = false
    var bench = StoryBench(detail, rows: 40)
    #expect(bench.lines[1].hasSuffix("…"))
    #expect(bench.readThrough().contains(detail.story.headline))
    bench.resize(columns: 80, rows: 3)
    #expect(bench.lines[0].hasSuffix("…"))
  }

  @Test(
    "Random commands at random sizes: nothing traps, and the cursor is always in the frame",
    .enabled(if: Thorough.isWanted), arguments: 1...4
  )
  func randomCommands(seed: UInt64) {
    var random = SplitMix(state: seed)
    var bench = StoryBench(seed.isMultiple(of: 2) ? StorySamples.changed : StorySamples.trains)
    for _ in 0..<1_500 {
      switch Int.random(in: 0..<20, using: &random) {
      case 0: bench.resize(columns: .random(in: 1...150, using: &random), rows: .random(in: 1...40, using: &random))
      case 1:
        _ = bench.state.search(for: ["", "the", "border", "é"].randomElement(using: &random) ?? "", in: bench.frame)
      case 2:
        let section = [nil, 0, 1, 4].randomElement(using: &random) ?? nil
        let note = ["", "mine", "mine and\n\nyours"].randomElement(using: &random) ?? ""
        bench.state.noted(bench.state.detail.row.id, section: section, text: note, in: bench.frame)
      case 3: _ = bench.state.typed("asdf".randomElement(using: &random), in: bench.frame)
      default:
        bench.perform(
          Command.allCases.randomElement(using: &random) ?? .down,
          number: Bool.random(using: &random) ? nil : .random(in: 0...9, using: &random))
      }
      let cursor = bench.canvas.cursor
      #expect(cursor.map { $0.column < bench.frame.columns && $0.row < bench.frame.rows } == true)
    }
  }
}

extension StoryBench {
  var opened: StoryBench {
    var bench = self
    bench.perform(.openAllFolds)
    return bench
  }

  /// The word at the cursor's place; nothing below the text or on white space.
  var wordAtCursor: String {
    guard case .block(let block) = state.cursor.part, block != .headline else { return "" }
    let text = state.layout.text(of: state.cursor.part).words
    return String(text.slice(state.cursor.offset..<text.utf8.count).prefix { $0 != " " }.prefix(8))
  }
}
