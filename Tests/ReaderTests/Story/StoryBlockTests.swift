import Briefing
import Canvas
import Samples
import Scenes
import Testing

@testable import Reader

@Suite("Every kind of block")
struct StoryBlockTests {
  @Test("Items hang, nested and going on, and lists stand apart from each other")
  func items() {
    var bench = StoryBench(Library.detail(of: BlockSamples.article), rows: 60)
    bench.perform(.nextQuestion, .enter)
    bench.expectRows(
      "      Three things, each by itself:", "", "      • how long it rains,", "      • how hard, which is",
      "        1. drops a minute,", "        2. weight a drop", "", "           (the scale stands in the yard).",
      "      • and from where. [2]", "", "      • Another list begins here.")
  }

  @Test("The words of a long item stand under each other, not under its marker")
  func longItem() {
    let words = Array(repeating: "rain", count: 60).joined(separator: " ")
    let bench = StoryBench(of: [Block(text: words, containers: [BlockSamples.item(0, 0, "10.")])], columns: 60)
    let lines = bench.lines.filter { $0.contains("rain") }
    #expect(lines.count > 3)
    #expect(lines[0].contains("10. rain"))
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("        rain") })
  }

  @Test("Quotes have a bar at each level, on every line and on the rows between")
  func quotes() {
    var bench = StoryBench(Library.detail(of: BlockSamples.article), rows: 60)
    bench.perform(.openAllFolds)
    bench.expectRows(
      "      │ Nobody believed it, least of all the rain.", "      │", "      │ │ It was dry.", "      │",
      "      │ 7) An item in a quote", "      │", "      │   quoted code", "")
  }

  @Test("Code keeps its lines, is cut at the measure, and Enter shows all of it and cuts it again")
  func code() {
    let long = "let a = " + String(repeating: "x", count: 100) + "END"
    let bench0 = StoryBench(of: [Block(text: "if a {\n\tb\n\n}\n\(long)\n", kind: .code(language: nil))], columns: 60)
    var bench = bench0
    bench.expectRows("      if a {", "          b", "", "      }")
    #expect(bench.lines.contains { $0.hasPrefix("      let a = xxx") && $0.hasSuffix("x…") })
    #expect(!bench.lines.contains { $0.contains("END") })
    #expect(bench.state.hints.contains(Hint(.enter, "show whole")))
    bench.perform(.enter)
    #expect(bench.lines.contains { $0.hasSuffix("xEND") })
    #expect(!bench.lines.contains { $0.contains("…") })
    bench.perform(.enter)
    #expect(bench.lines == bench0.lines)
  }

  @Test("A table stands in columns where it fits, and else as a line for each cell, the rows apart")
  func tables() {
    let table = Block(text: "Month\tRain in the valley\nMay\t31 mm\nJune\t", kind: .table)
    var bench = StoryBench(of: [table], columns: 60)
    bench.expectRows("    Month  Rain in the valley", "    May    31 mm", "    June")
    bench.resize(columns: 26, rows: 30)
    bench.expectRows(
      "   Month · Rain in the", "   valley", "", "   Month: May", "   Rain in…: 31 mm", "", "   Month: June")
  }

  @Test("An image is its text, opened by o and copied; one without text too", arguments: ["A clock", ""])
  func image(text: String) {
    let url = "https://img.example/clock(1).png"
    var bench = StoryBench(of: [Block(text: text, kind: .image(url: url))])
    #expect(bench.lines.contains { $0 == (text.isEmpty ? "›   ⟨image⟩" : "›   ⟨image: A clock⟩") })
    bench.perform(.browse)
    #expect(bench.steps == [.open(url)])
    bench.perform(.enter)
    #expect(bench.steps == [.open(url)])
    bench.perform(.nextCitation, .copy)
    #expect(bench.steps == [.effect(.copy(url))])
    bench.perform(.nextCitation)
    #expect(bench.steps == [.say("no citation further on")])
  }

  @Test("In a story with nothing to follow, Tab says so")
  func nothingToFollow() {
    var bench = StoryBench(of: [Block(text: "Just words.")])
    for command in [Command.nextCitation, .previousCitation] {
      bench.perform(command)
      #expect(bench.steps == [.say("this story has no citations and no links")])
    }
  }

  @Test("Spans are told by attributes: bold, italic, the roles of code and of links")
  func spans() {
    let bench = StoryBench(of: [
      Block(
        text: "one two three four five",
        spans: [
          Block.Span(4..<7, .emphasis), Block.Span(8..<13, .strong), Block.Span(14..<18, .code),
          Block.Span(19..<23, .link(url: "https://a.example/")),
        ])
    ])
    let canvas = bench.canvas
    func style(_ word: String) -> Style? {
      for (row, line) in canvas.lines.enumerated() {
        if let column = line.indices.first(where: { line[$0...].hasPrefix(word) }) {
          return canvas[line.distance(from: line.startIndex, to: column), row]?.style
        }
      }
      return nil
    }
    #expect(style("one") == .plain)
    #expect(style("two") == Style(italic: true))
    #expect(style("three") == Style(bold: true))
    #expect(style("four") == Style(.code, bold: true))
    #expect(style("five")?.role == .link)
  }

  @Test("A link that is cited is one stop, and carries its number only while citations are walked or letters shown")
  func link() {
    var bench = StoryBench(Library.detail(of: BlockSamples.article))
    let plain = bench.lines
    #expect(bench.lines.contains { $0.contains("pays for rain before it falls") })
    bench.perform(.nextCitation)
    #expect(bench.lines.contains { $0.contains("pays for rain [1] before it falls") })
    #expect(bench.chosenText == "pays for rain[1]")
    bench.perform(.enter)
    #expect(bench.steps == [.go(.citation(BlockSamples.article.lede[0].citations[0]))])
    bench.perform(.nextCitation)
    #expect(bench.chosenText == "[2]")
    bench.perform(.first)
    #expect(bench.lines == plain)
    bench.perform(.hint)
    #expect(bench.lines.contains { $0.contains("pays for rain [a] before it falls") })
  }

  @Test("A link that is no source goes to its page if the catalog has it, and else opens it, or says why not")
  func otherLinks() {
    let url = "https://user@apart.example/"
    var driver = Driver(
      size: .usual,
      on: .story(
        Library.detail(
          of: Story(
            headline: "Links",
            lede: [
              Block(
                text: "here and there",
                spans: [Block.Span(0..<4, .link(url: url)), Block.Span(9..<14, .link(url: "javascript:alert(1)"))])
            ]))))
    driver.press("<tab> <enter>")
    #expect(driver.requests == [.page(url: url)])
    #expect(driver.foot.contains("again opens it"))
    driver.press("o")
    #expect(driver.effects.count == 1)
    driver.press("<tab> <enter>")
    #expect(driver.foot == "only http and https addresses are opened, not javascript")
  }

  @Test("Headings that ask nothing are open, have no sign, and are walked with the others")
  func statements() {
    var bench = StoryBench(Library.detail(of: BlockSamples.article))
    #expect(bench.lines[1].contains("Lantern · Ada Quay, Ben Sluice · "))
    #expect(bench.lines[1].contains("2 questions"))
    #expect(bench.lines.contains { $0 == "      How is it told" })
    #expect(bench.lines.contains { $0.contains("Month  Rain") })
    bench.perform(.nextQuestion, .nextQuestion)
    #expect(bench.place == Place(.heading(section: 1)))
    bench.perform(.enter)
    #expect(bench.lines.contains { $0.contains("▹ How is it told") })
    #expect(!bench.lines.contains { $0.contains("Month  Rain") })
  }

  @Test("A heading that was closed is closed when the story opens again; one that came in since is open")
  func keptFolds() {
    var detail = Library.detail(of: BlockSamples.article)
    var bench = StoryBench(detail)
    bench.perform(.nextQuestion, .nextQuestion, .enter)
    detail.bookmark = bench.state.newBookmark()
    #expect(StoryBench(detail).lines.contains { $0.contains("▹ How is it told") })
    var newer = detail.story
    newer.sections.append(Section(heading: "Afterwards", isQuestion: false, blocks: [Block(text: "It rained.")]))
    let carried = detail.bookmark?.carried(from: detail.story, to: newer)
    #expect(carried?.open == [3])
  }

  @Test(
    "Words in code, tables, items and images are found where they stand",
    arguments: ["gate", "31 mm", "drops a", "kitchen"])
  func found(words: String) {
    var bench = StoryBench(Library.detail(of: BlockSamples.article))
    _ = bench.state.search(for: words, in: bench.frame)
    #expect(bench.line.contains(words))
    let canvas = bench.canvas
    let highlights = (0..<canvas.size.rows).flatMap { Array(canvas.row($0)) }.filter { $0.style.role == .match }
    #expect(highlights.map(\.text).joined() == words)
  }

  @Test("A word that is found behind a cut is shown")
  func foundBehindCut() {
    let code = String(repeating: "x", count: 100) + " needle"
    var bench = StoryBench(of: [Block(text: "first\n\(code)", kind: .code(language: nil))])
    _ = bench.state.search(for: "needle", in: bench.frame)
    #expect(bench.line.hasSuffix("needle"))
  }

  @Test(
    "Where ten thousand lists and quotes lie one in the other, the words are still to be read, and soon",
    .enabled(if: Thorough.isWanted))
  func deep() {
    let containers = (0..<10_000).map { $0 % 2 == 0 ? Block.Container.quote : BlockSamples.item($0, 0) }
    let blocks = (0..<50).map { Block(text: "Word \($0).", containers: containers) }
    let time = processorSeconds {
      var bench = StoryBench(of: blocks)
      for _ in 0..<20 { bench.perform(.down) }
      #expect(bench.line.contains("Word "))
    }
    #expect(time < 10)
  }

  @Test(
    "Ten megabytes of code or of a table open and answer keys at once", .enabled(if: Thorough.isWanted),
    .timeLimit(.minutes(20)),
    arguments: 0..<4)
  func large(shape: Int) {
    let row = String(repeating: "cell\t", count: 5_000)
    let block =
      switch shape {
      case 0: Block(text: String(repeating: "let a = b\n", count: 1_000_000), kind: .code(language: nil))
      case 1: Block(text: String(repeating: "let a = b ", count: 1_000_000), kind: .code(language: nil))
      case 2: Block(text: Array(repeating: row, count: 400).joined(separator: "\n"), kind: .table)
      default: Block(text: String(repeating: "a\tb\n", count: 2_500_000), kind: .table)
      }
    var bench = StoryBench(of: [block])
    let time = processorSeconds {
      bench.perform(.down, .pageDown, .last, .first, .enter, .down, .last, .first)
      _ = bench.canvas
    }
    #expect(time < 20)
  }
}

extension StoryBench {
  /// A story of some blocks, with the cursor on the first.
  init(of blocks: [Block], columns: Int = 80) {
    self.init(Library.detail(of: Story(headline: "Blocks", lede: blocks)), columns: columns, rows: 40)
  }

  /// Expects rows one below the other somewhere on the screen, the cursor's sign aside.
  func expectRows(_ rows: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = lines.map { $0.hasPrefix("›") ? " " + $0.dropFirst() : $0 }
    let isThere = lines.indices.contains { Array(lines[$0...].prefix(rows.count)) == rows }
    #expect(isThere, "\(lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }
}
