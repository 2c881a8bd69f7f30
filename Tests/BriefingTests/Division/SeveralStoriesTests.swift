import Samples
import Testing

@testable import Briefing

/// Stories one after another, put together in every way in which people do so, come apart as they were.
@Suite("A text that holds several stories") struct SeveralStoriesTests {
  private struct Sample {
    var name: String
    var text: [UInt8]
    /// Whether its body stands on one line, as apps share it.
    var isFlattened: Bool

    /// Without what the app put below.
    var bare: [UInt8] {
      let footer = StoryParser.parse(text).setAside.first { $0.reason == .footer }
      return footer.map { Array(text[..<$0.place.lowerBound]) } ?? text
    }
  }

  /// What does not open like a story: a headline and no more, a headline and prose, a headline that runs on.
  private static let plain: Set<String> = [
    "contract/headline-only", "contract/no-headings", "contract/headline-and-bullets-only",
    "adversary/wrapped-headline-and-bullets-only", "adversary/headline-above-bullets-and-body-on-one-line",
    "adversary/citation-first",
  ]

  /// Stories whose headings stand on lines of their own: without a footer or a rule, more is asked of them.
  private static let ownLines: Set<String> = [
    "adversary/no-blank-lines-and-real-headings", "adversary/no-blank-lines-in-japanese",
    "adversary/real-newlines-with-windows-ends", "adversary/wrapped-bullets-and-real-headings",
    "adversary/paragraphs-that-open-like-a-footer", "contract/headings-on-their-own-lines",
    "contract/level-one-headings-in-the-run", "contract/levels-mixed-on-own-lines",
    "contract/real-newlines-wraps-and-lone-citations",
  ]

  private static let samples: [Sample] = CorpusStory.all.compactMap { story in
    guard let text = try? story.input(), Encoding.sniff(text) == .utf8, !plain.contains(story.testDescription) else {
      return nil
    }
    let isFlattened = text.split(separator: 0x0A).contains { line in
      line.count > 200 && String(decoding: line, as: UTF8.self).contains(" ### ")
    }
    return Sample(name: story.testDescription, text: text, isFlattened: isFlattened)
  }

  /// Two or three stories, with their names.
  private func groups(_ samples: [Sample]) -> [[Sample]] {
    samples.indices.flatMap { index in
      [[7], [1, 31]].map { steps in [samples[index]] + steps.map { samples[(index + $0) % samples.count] } }
    }
  }

  /// Puts each group together and takes it apart again; the names of those that came apart otherwise.
  private func failures(_ groups: [[Sample]], joined: String, _ form: (Sample) -> [UInt8]) -> [String] {
    groups.compactMap { group in
      let texts = group.map(form)
      let whole = Array(texts.joined(separator: Array(joined.utf8)))
      let found = StoryRanges.find(in: whole).map { StoryParser.parse(Array(whole[$0])).story }
      let isRight = found == texts.map { StoryParser.parse($0).story }
      return isRight ? nil : "\(found.count) of " + group.map(\.name).joined(separator: " + ")
    }
  }

  @Test(
    "Behind a rule each is the next one, with footers and without", .enabled(if: Thorough.isWanted),
    arguments: ["\n---\n", "\n\n---\n\n", "\n\n***\n\n", "\n\n===\n\n", "\n\n* * *\n\n\n"]) func rules(_ rule: String)
  {
    let groups = groups(Self.samples)
    #expect(groups.count > 390)
    #expect(failures(groups, joined: rule, \.text) == [])
    #expect(failures(groups, joined: rule, \.bare) == [])
  }

  @Test("Behind blank lines, too", .enabled(if: Thorough.isWanted), arguments: ["\n\n", "\r\n\r\n", "\n\n\n\n"])
  func blanks(_ blanks: String) {
    let groups = groups(Self.samples.filter { !Self.ownLines.contains($0.name) })
    #expect(groups.count > 370)
    #expect(failures(groups, joined: blanks, \.text) == [])
    #expect(failures(groups, joined: blanks, \.bare) == [])
  }

  @Test("Flattened shares joined by one line break come apart", .enabled(if: Thorough.isWanted)) func lineBreaks() {
    let groups = groups(Self.samples.filter { $0.isFlattened && !Self.ownLines.contains($0.name) })
    #expect(groups.count > 300)
    #expect(failures(groups, joined: "\n", \.text) == [])
    #expect(failures(groups, joined: "\n", \.bare) == [])
  }

  @Test("What Courant writes comes apart beside shares, in either form", .enabled(if: Thorough.isWanted)) func written()
  {
    let samples = Self.samples.filter { $0.isFlattened && !Self.ownLines.contains($0.name) }
    let forms: [(Sample) -> [UInt8]] = [
      { $0.text + [0x0A] }, { Array(CanonicalPrinter.text(of: StoryParser.parse($0.text)).utf8) },
      { Array(MarkdownPrinter.text(of: StoryParser.parse($0.text)).utf8) },
    ]
    for joined in ["", "\n", "\n---\n\n"] {
      for shift in 0..<3 {
        let kinds = Dictionary(uniqueKeysWithValues: samples.enumerated().map { ($1.name, ($0 + shift) % 3) })
        #expect(failures(groups(samples), joined: joined) { forms[kinds[$0.name] ?? 0]($0) } == [])
      }
    }
  }

  @Test("Days of a column under one headline come apart", arguments: ["\n", "\n\n", "\n---\n"])
  func days(joined: String) {
    let days = ["Rice", "Copper", "Coffee"].map { ware in
      """
      The morning brief

      Good morning from the desk. Here is what to know. (desk.example)

      ### What moved overnight? \(ware) did, and by more than anybody had thought. (port.example)

      ### What should I watch? The count of \(ware), which is taken at noon. (port.example)
      """
    }
    let text = Array(days.joined(separator: joined).utf8)
    #expect(StoryRanges.find(in: text).map { StoryParser.parse(Array(text[$0])).story } == days.map { read($0).story })
  }

  @Test("Each has the bytes that it stands in, and nothing but blank lines and rules stand between") func originals() {
    let one =
      "\u{FEFF}A mill\r\n\r\n- It turns.\r\n\r\nIt stood. (a.com) ### Why? So. (a.com)\r\n\r\nShared from Scout\r\n"
    let two = "A \u{1B}[31mport\r\n\r\n- It \u{202E}sails.\r\n\r\nIt went. (b.com) ### Who? We. (b.com)\r\n"
    let text = Array((one + "\r\n---\r\n\r\n" + two).utf8)
    let ranges = StoryRanges.find(in: text)
    #expect(ranges.map { String(decoding: text[$0], as: UTF8.self) } == [one, two])
  }

  @Test(
    "So they do in UTF-16, whose first bytes say the encoding of them all", arguments: [true, false], [true, false])
  func sixteenBits(isLittleEndian: Bool, hasMark: Bool) {
    func encoded(_ text: String) -> [UInt8] {
      text.utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isLittleEndian ? [low, high] : [high, low]
      }
    }
    let mill =
      "\(hasMark ? "\u{FEFF}" : "")A mill 🚀\r\n\r\n- It \u{202E}turns.\r\n\r\nIt stood. (a.com) ### Why? So. (a.com)\r\n"
    let port = "Порт ждёт\r\n\r\n- Он ждёт.\r\n\r\nОн \u{1B}ждёт. (b.com) ### Кто? Мы. (b.com)\r\n"
    let text = encoded(mill + "\r\n---\r\n\r\n" + port)
    let ranges = StoryRanges.find(in: text)
    #expect(ranges.map { Array(text[$0]) } == [encoded(mill), encoded(port)])
    let readings = ranges.map { StoryParser.parse($0, of: text) }
    #expect(readings.map(\.story) == [read(mill).story, read(port).story])
    let control = readings.last?.setAside.first { $0.reason == .control }
    #expect(control.map { Array(text[ranges[1]])[$0.place] }.map(Array.init) == encoded("\u{1B}"))
  }

  @Test("Nothing that opens no story is parted from the one above") func rest() {
    let text = """
      A mill

      - It turns.

      It stood. (a.com) ### Why? So. (a.com)

      Shared from Scout

      A port

      - It sails.

      It went. (b.com) ### Who? We. (b.com)

      Bye
      """
    let bytes = Array(text.utf8)
    let stories = StoryRanges.find(in: bytes).map { StoryParser.parse(Array(bytes[$0])).story }
    #expect(stories.map(\.headline) == ["A mill", "A port"])
  }
}
