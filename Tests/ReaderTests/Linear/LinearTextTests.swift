import Briefing
import Canvas
import Reader
import Samples
import Scenes
import Testing

struct LinearTextTests {
  @Test("A story reads from top to bottom, with footnotes for its sources")
  func story() {
    let detail = StorySamples.short
    #expect(
      LinearText.lines(of: detail, width: 44) == """
        A lighthouse is sold with its keeper
        Scout · 27 April 2026 · 2 questions · 2
        sources

        - The keeper stays, and so does the cat.
        - The buyer may not switch it off, even by
          day.

        Nobody else bid. [1]

        Who pays for the light?

          The ships do, as they always have. [2] The
          buyer sends the bill. [1]

          There is a second paragraph.

        In short

          It shines. [2]

        Sources

        [1] coast.example.org
        [2] lamp.example.com
            https://lamp.example.com/a?b=(c)
            https://lamp.example.com/d

        """)
  }

  @Test(
    "No line is wider than asked, but for words and addresses that cannot be broken", arguments: [1, 2, 7, 20, 72, 200])
  func width(width: Int) {
    for line in LinearText.lines(of: StorySamples.trains, width: width).split(separator: "\n") {
      #expect(Width.of(String(line)) <= width || line.hasPrefix("[") || line.contains("://") || line == "Sources")
      #expect(line.last != " ")
    }
  }

  @Test("A mark never begins a line when its word can come along")
  func marks() {
    for width in 20...90 {
      let lines = LinearText.lines(of: StorySamples.trains, width: width).split(separator: "\n")
      for line in lines.prefix(while: { $0 != "Sources" }) {
        #expect(!line.drop(while: { $0 == " " }).hasPrefix("["), "\(line) at \(width)")
      }
    }
  }

  @Test("A story with nothing but a headline is its headline and its day")
  func headlineAlone() {
    let detail = StoryDetail(
      row: Row(id: StoryID("aaaa"), headline: "Alone", date: Moment(seconds: 0), questions: 0, sources: 0),
      story: Story(headline: "Alone"))
    #expect(LinearText.lines(of: detail, width: 72) == "Alone\n1 January 1970\n")
  }

  @Test("A page that says no day of its own says when it was saved")
  func savedPage() {
    var detail = StoryDetail(
      row: Row(id: StoryID("aaaa"), headline: "Alone", date: Moment(seconds: 0), questions: 0, sources: 0),
      story: Story(headline: "Alone", url: "https://hook.example/alone"))
    #expect(LinearText.lines(of: detail, width: 72).contains("\nsaved 1 January 1970\n"))
    detail.story.published = Moment(seconds: 0)
    #expect(LinearText.lines(of: detail, width: 72).contains("\n1 January 1970\n"))
  }
}

@Suite("Blocks as plain lines")
struct LinearBlockTests {
  private let article = LinearText.lines(of: Library.detail(of: BlockSamples.article), width: 60)

  @Test("Lists hang, quotes are quoted, code is verbatim, tables are aligned, images and links keep their addresses")
  func everyKind() {
    #expect(
      article.hasPrefix(
        """
        How the mill reads the rain
        Lantern · Ada Quay, Ben Sluice · 28 April 2026 · 2 questions
        · 3 sources

        - A mill in Vell buys rain by the hour.
        - Its neighbours want to know how.

        The mill of Vell pays for rain [1] before it falls, and says
        so on its door.

        What does it measure?

          Three things, each by itself:

          - how long it rains,
          - how hard, which is
            1. drops a minute,
            2. weight a drop

               (the scale stands in the yard).
          - and from where. [2]

          - Another list begins here.

              let rain = drops * weight  // a tab:\there

                if rain > 3 { open(gate) } else { `wait` }

              plain <code> & no language

        How is it told

          Month  Rain   Paid
          May    31 mm  4 | 5 [3]
          June          *none*

          ⟨image: A kitchen clock on the wall of the mill⟩
          https://img.example/clock(1).png

          ────────

          Set the clock with `make clock`, then wait.

        Who has looked at it?

          > Nobody believed it, least of all the rain.

          > > It was dry.

          > 7) An item in a quote

          >     quoted code

        """))
    #expect(
      article.hasSuffix(
        """
        Sources

        [1] vell.example
            https://vell.example/rain?a=(b)
        [2] wind.example.org
        [3] ledger.example

        Links

        apart
            https://apart.example/

        """))
  }

  @Test("No address and no word is lost, whatever stands in what", arguments: 0..<200 as Range<UInt64>)
  func whole(seed: UInt64) {
    var random = RandomStory(seed: seed)
    let story = random.next()
    let text = LinearText.lines(of: Library.detail(of: story), width: 30)
    let words = Set(text.split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" }.map(String.init))
    let squeezed = text.filter { $0 != " " && $0 != "\n" && $0 != "\u{A0}" }
    for block in story.blocks {
      if case .image(let url) = block.kind { #expect(words.contains(url)) }
      for span in block.spans {
        if case .link(let url) = span.style { #expect(words.contains(url) || squeezed.contains(url)) }
      }
      for citation in block.citations {
        if let url = citation.url { #expect(words.contains(url)) }
      }
      if block.kind != .table {
        for word in block.text.split(whereSeparator: { " \n\t\u{A0}".contains($0) }) where word.utf8.count < 8 {
          #expect(squeezed.contains(word), "\(word) of \(block.text)")
        }
      }
    }
  }
}
