import Briefing
import Canvas
import Reader
import Testing

struct LinearTextTests {
  @Test("A story reads from top to bottom, with footnotes for its sources")
  func story() {
    let entry = StorySamples.short
    #expect(
      LinearText.lines(of: entry, width: 44) == """
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
    let entry = Entry(
      row: Row(id: StoryID("aaaa"), headline: "Alone", date: Moment(seconds: 0), questions: 0, sources: 0),
      story: Story(headline: "Alone"))
    #expect(LinearText.lines(of: entry, width: 72) == "Alone\n1 January 1970\n")
  }
}
