import Samples
import Testing

@testable import Briefing

/// Texts that hold one story, whatever in them looks like the beginning of another.
@Suite("A text that is one story")
struct OneStoryTests {
  private static let texts: [(String, String)] = [
    (
      "rules between its parts",
      """
      # The mill by the road

      It was built in 1890 and has turned ever since, says the county. (countydesk.example)

      ---

      ## Who owns it?

      A family of bakers. (countydesk.example)

      ---

      The wheel was made of oak

      It lasted eighty years, and nobody minded the noise that it made at night.

      ***

      ## What comes next?

      A second wheel. (countydesk.example)
      """
    ),
    (
      "bullets amid it, under words of their own",
      """
      Rice prices fall

      - Rice fell for a third week.
      - Mills are full.

      Traders say the harvest came early. (dailygrain.com)

      ### Who gains?

      Bakers do not. (portnews.com)

      What the port counted

      - Forty ships.
      - Nine cranes.

      The count is taken at noon, and was late twice this year. (portnews.com)

      ### Who pays?

      The mills pay. (dailygrain.com)
      """
    ),
    (
      "the headings of a digest",
      """
      The Monday digest

      Five things to read before the market opens, from the desk.

      Markets

      - Rice fell.
      - Copper rose.

      Ports

      - The strike ended.
      - Ships wait.

      Weather

      It rains in the north, and the south is dry.

      ---

      Jobs

      - A mill looks for a miller.
      """
    ),
    (
      "a digest with rules and sources",
      """
      The Monday digest

      Five things to read before the market opens. (desk.com)

      ---

      Markets

      Rice fell for a third week, and the mills are full. (dailygrain.com)

      ---

      Ports

      The strike ended after nine days. (portnews.com)

      ---

      Weather

      It rains in the north. (weather.example.org)
      """
    ),
    (
      "several headings of the first level",
      """
      # Guide to the mill

      - [Setup](#setup)
      - [Use](#use)

      The mill is a program. It turns.

      ## Why?

      Because.

      # Setup

      - Get the sources.
      - Build them.

      Then it is built, as the manual says. (manual.example.org)

      ## What if it fails?

      Ask.

      ---

      # Use

      Turn the wheel, and read what it says about the grain.

      ## How fast?

      Fast.
      """
    ),
    (
      "a footer amid the text",
      """
      Rice prices fall

      - Rice fell for a third week.

      Traders say the harvest came early. (dailygrain.com)

      Download on the App Store

      Who gains from it

      Bakers do not, and millers hardly do. (portnews.com)

      Get your own daily briefing

      ### Who pays?

      The mills pay. (dailygrain.com)
      """
    ),
    (
      "a story that it quotes",
      """
      What the app wrote about us

      - It was short. - It was wrong.

      The app sent this to a million people. (desk.com)

      > Rice prices fall
      >
      > - Rice fell for a third week. - Mills are full.
      >
      > Traders say so. (dailygrain.com) ### Who gains? Bakers do not. (portnews.com)
      >
      > Shared from Scout - Be the smartest in the room.

      ### What was wrong? The price. (dailygrain.com)
      """
    ),
    (
      "a story that it shows as code",
      """
      # How shares look

      An app writes them so:

      ```
      Rice prices fall

      - Rice fell for a third week. - Mills are full.

      Traders say so. (dailygrain.com) ### Who gains? Bakers do not. (portnews.com)

      Shared from Scout - Be the smartest in the room.

      Ports strike ends

      - Crews return. - Ships wait.

      It lasted nine days. (portnews.com) ### Who pays? Shippers do. (dailygrain.com)
      ```

      ## What of it?

      It is read. (manual.example.org)
      """
    ),
    (
      "paragraphs without a full stop amid its questions",
      """
      The morning brief

      Good morning from the desk. Here is what to know. (desk.com)

      ### What moved overnight? Rice fell four per cent. (portnews.com)

      As one trader put it

      He had sold before lunch and bought again in the evening.

      ### What should I watch? Stocks in the southern mills. (portnews.com)
      """
    ),
    (
      "notes and a signature below a rule",
      """
      Rice prices fall

      - Rice fell. - Mills are full.

      Traders say so. (dailygrain.com) ### Who gains? Bakers do not. (portnews.com)

      ---

      My notes

      - Ask the miller
      - Look up the price
      """
    ),
    (
      "its headline twice",
      """
      The mill by the road

      The mill by the road

      It was built in 1890 and has turned ever since, says the county. (countydesk.example)

      ## Who owns it?

      A family of bakers. (countydesk.example)
      """
    ),
    (
      "what changed from version to version",
      """
      # Changes

      ## 2.0

      - A wheel.
      - A second wheel.

      ---

      # 1.0

      - The first wheel.

      It turned at once, and everybody was surprised.

      ## Known faults

      None.
      """
    ),
    (
      "a paragraph wrapped by a program, and a heading that opens a line",
      """
      Two schools share one skeleton

      - It hangs in Elm on Mondays and in Oak from Tuesday to Friday, and goes
      home at weekends. - Nobody has ever asked whose it was.

      The skeleton came with a bill of sale from 1904, and with a hat that
      fits nobody in either of the two schools. (classwork.example.edu) ### How
      does it travel? By bus, in a sack with a label on it, in the seat behind
      the driver, who talks to it. (classwork.example.edu) ### What it teaches
      Patience, says the caretaker, who puts it together again every time that
      somebody has shaken its hand. (classwork.example.edu)
      """
    ),
  ]

  @Test("It is not cut", arguments: texts.map(\.0))
  func whole(_ name: String) throws {
    let text = Array(try #require(Self.texts.first { $0.0 == name }).1.utf8)
    #expect(StoryRanges.find(in: text) == [0..<text.count])
    let returns = text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(StoryRanges.find(in: returns) == [0..<returns.count])
  }

  @Test("What Courant writes of a story is one story, whatever its lines look like")
  func written() {
    var stories = RandomStory(seed: 31)
    for _ in 0..<600 {
      let reading = Reading(story: stories.next())
      for text in [CanonicalPrinter.text(of: reading), MarkdownPrinter.text(of: reading)] {
        let bytes = Array(text.utf8)
        #expect(StoryRanges.find(in: bytes) == [0..<bytes.count], "\(text)")
      }
    }
  }

  @Test("So is a story whose paragraphs look like the beginning of another, and beside another it is two")
  func lookalikes() {
    for story in Self.lookalikes {
      let reading = Reading(story: story)
      for text in [CanonicalPrinter.text(of: reading), MarkdownPrinter.text(of: reading)] {
        let bytes = Array(text.utf8)
        #expect(StoryRanges.find(in: bytes) == [0..<bytes.count], "\(text)")
        #expect(StoryParser.parse(bytes).story == story, "\(text)")
        let both = StoryRanges.find(in: bytes + bytes).map { Array((bytes + bytes)[$0]) }
        #expect(both == [bytes, bytes], "\(text)")
      }
    }
  }

  /// With a body whose marks of headings stand inside a paragraph, in its code or in an address; behind a line across, behind
  /// words that an app would say, under many authors; and with words that would fence code.
  private static var lookalikes: [Story] {
    func cited(_ text: String, at place: Int? = nil) -> Block {
      Block(text: text, citations: [Citation(place: place ?? text.utf8.count, host: "b.example")])
    }
    let item = Block.Container.item(Block.Item(list: 0, number: 0))
    let opening = [
      Block(text: "What the port counted"), Block(text: "Forty ships", containers: [item]),
      cited("The count is taken at noon, and was late."),
    ]
    let code = "It says so. ### Who gains? Bakers. ### Who pays? Mills."
    let link = "It says so in the record of the day."
    let sections = [Section(heading: "Who counts?", blocks: [cited("The port does.")])]
    func story(_ lede: [Block], _ sections: [Section] = []) -> Story {
      Story(headline: "Ports", lede: lede, sections: sections)
    }
    var signed = story(opening, sections)
    signed.authors = (1...60).map { "Ada Quay the \($0)th" }
    var fenced = story([Block(text: "~~~ a wave"), Block(text: "{% highlight %} is a mark"), Block(text: "+ ~~~")])
    fenced.headline = "# Ports. ### Who counts?"
    fenced.summary = ["```", "~~~", "{% highlight c %}", "--", "- -"]
    fenced.sections = [Section(heading: "Why. ### Who pays?", blocks: [cited("``` fences."), cited("===")])]
    return [
      story([Block(text: "- asn## b"), cited("c[….#######WWW WWW>```", at: 17), Block(text: "`")]),
      story([
        Block(text: "- Forty ships. - Nine cranes."), cited("It said so. ### Who gains? Bakers. ### Who pays? Mills."),
      ]),
      story([
        Block(text: "What the port counted"), Block(text: code, spans: [Block.Span(12..<code.utf8.count, .code)]),
        cited("So."),
      ]),
      story([
        Block(text: "What the port counted"),
        Block(
          text: link, spans: [Block.Span(3..<7, .link(url: "https://b.example/a.##B"))],
          citations: [Citation(place: 7, host: "b.example", url: "https://b.example/a.##B", label: "says")]),
      ]),
      story([Block(text: "- asn## b"), cited("# b.##Who gains?", at: 1)]),
      story([Block(text: "", kind: .rule)] + opening, sections),
      story([Block(text: "Shared from Scout - Be the smartest in the room.")] + opening, sections),
      signed, fenced,
    ]
  }

  @Test(
    "No story of the corpus is cut, nor is what Courant writes of it", arguments: CorpusStory.all)
  func corpus(_ story: CorpusStory) throws {
    let text = try story.input()
    let reading = StoryParser.parse(text)
    for text in [
      text, Array(CanonicalPrinter.text(of: reading).utf8),
      Array(MarkdownPrinter.text(of: reading).utf8),
    ] {
      #expect(StoryRanges.find(in: text) == [0..<text.count])
    }
  }
}
