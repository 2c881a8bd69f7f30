import Testing

@testable import Briefing

/// Headline, bullets, sections and footers, in the shapes in which apps share them.
@Suite("The shape of a story")
struct ShapeTests {
  @Test("A flattened story has all its parts")
  func flattened() {
    let reading = read(
      """
      A mill opens

      - It turns. - It has 4 - 6 stones. - “Good,” said the owner.

      It stood for years. (a.com) ### Why now? The river rose. (b.org) ### Bottom line The mill is back. (a.com)nd-back/))

      Get your own daily briefing

      Download on the App Store

      Shared from Halyard - News with an even keel.
      """)
    let story = reading.story
    #expect(story.headline == "A mill opens")
    #expect(story.summary == ["It turns.", "It has 4 - 6 stones.", "“Good,” said the owner."])
    #expect(story.lede.map(\.marked) == ["It stood for years.[a.com]"])
    #expect(story.sections.map(\.heading) == ["Why now?", "Bottom line"])
    #expect(story.sources == ["a.com", "b.org"])
    #expect(story.publisher == "Halyard")
    #expect(reading.setAside.map(\.reason) == [.linkResidue, .footer, .footer, .footer])
  }

  @Test(
    "Bullets are told apart on one line and on many",
    arguments: [
      ("- One. - Two. - Three.", ["One.", "Two.", "Three."]),
      ("- One\n- Two\n- Three", ["One", "Two", "Three"]),
      ("* One.\n* Two.", ["One.", "Two."]),
      ("• One. • Two.", ["One.", "Two."]),
      ("- One thing - Another thing - A third", ["One thing", "Another thing", "A third"]),
      (
        "- It ran 2024 - 2026 and ended. - 40 left. - “No,” they said.",
        ["It ran 2024 - 2026 and ended.", "40 left.", "“No,” they said."]
      ),
      ("- The plan - Ours - held. - It ended.", ["The plan - Ours - held.", "It ended."]),
      (
        "- The U.S. - China talks ended. - The rest went home.",
        ["The U.S. - China talks ended.", "The rest went home."]
      ),
      ("- Only one bullet.", ["Only one bullet."]),
      ("- One. (a.com) - Two. (b.com)", ["One. (a.com)", "Two. (b.com)"]),
      ("- 一つ目。 - 二つ目。", ["一つ目。", "二つ目。"]),
    ])
  func bullets(_ input: String, _ expected: [String]) {
    #expect(read("Head\n\n\(input)\n\nLede.").story.summary == expected)
  }

  @Test("A heading on a line of its own is the whole line, at any level, with closing hashes or without")
  func ownLines() {
    let story = read("# Head\n\nLede.\n\n## What now? And who? ##\nBody.\n\nMore.\n\n### Bottom line\n\nEnd.\n").story
    #expect(story.headline == "Head")
    #expect(story.sections.map(\.heading) == ["What now? And who?", "Bottom line"])
    #expect(story.sections.map(\.blocks.count) == [2, 1])
  }

  @Test(
    "Hashes that a reader would not take for a heading are prose",
    arguments: [
      "He wrote C### and left.", "It is #1 now.", "The # of seats fell.", "They said #budget # all day.",
      "Shown as ### in logs.",
    ])
  func hashes(_ input: String) {
    #expect(read("Head\n\n\(input)").story.lede.map(\.text) == [input])
  }

  @Test("A headline may open with a word that ends in a hash")
  func hashHeadline() {
    let story = read("C# turns 25\n\n- One. - Two.\n\nLede. (a.com) ### Why now? Because. (a.com)").story
    #expect(story.headline == "C# turns 25")
    #expect(story.lede.map(\.text) == ["Lede."])
  }

  @Test("A blank line opens a paragraph, a single line break is a wrap")
  func paragraphs() {
    let story = read("Head\r\n\r\nOne\r\ntwo.\r\n\r\nThree.\r\n").story
    #expect(story.lede.map(\.text) == ["One two.", "Three."])
  }

  @Test("What a program wrapped is read as if it had not been")
  func wrapped() {
    let flat = """
      A long headline about a river that was given back its bends after ninety three winters of being straight

      - The first bullet is long enough to be wrapped by any program that wraps at seventy-two columns. - The second one too, for it goes on about the town below and its two dry winters.

      The lede is long as well, and it ends with a source that stands behind it. (a.com) ### What does a bend do for the town? It slows the water down, which gives the meadow time to drink what the town would have had to. (b.org) ### Bottom line A river that may bend keeps its temper, and the town its carpets. (a.com)
      """
    let wrapped = flat.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ").reduce(into: [""]) { lines, word in
        let last = lines[lines.count - 1]
        if last.count + 1 + word.count > 72 {
          lines.append(String(word))
        } else {
          lines[lines.count - 1] = last.isEmpty ? String(word) : last + " " + word
        }
      }.joined(separator: "\n")
    }.joined(separator: "\n")
    #expect(read(wrapped).story == read(flat).story)
  }

  @Test("A headline alone is a story, and so is nothing")
  func least() {
    #expect(read("Only this").story == Story(headline: "Only this"))
    #expect(read("").story == Story(headline: ""))
    #expect(read(" \n\n ").story == Story(headline: ""))
  }

  @Test("Where the text gives no headline, its first words stand in")
  func noHeadline() {
    #expect(read("- One.\n- Two.\n").story.headline == "One.")
    #expect(read("### Why now? Because it rained. (a.com) ### Who pays? We do. (a.com)").story.headline == "Why now?")
  }

  @Test("An address below the headline is the story's own")
  func address() {
    let story = read("Head\n\nhttps://example.com/story\n\nLede. (a.com)").story
    #expect(story.url == "https://example.com/story")
    #expect(story.lede.map(\.text) == ["Lede."])
  }

  @Test("A citation behind a heading of its own line goes to the paragraph below")
  func headingCitation() {
    let story = read("Head\n\nLede.\n\n### Why now? (a.com)\n\nBecause.").story
    #expect(story.sections.first?.blocks.map(\.marked) == ["[a.com]Because."])
  }

  @Test("A link in a headline, a bullet or a heading keeps only its text")
  func linksInLines() {
    let story = read(
      "# A [mill](https://a.com)\n\n- It [turns](https://a.com/b).\n\n### Why [now](https://a.com)?\n\nSo."
    ).story
    #expect(story.headline == "A mill")
    #expect(story.summary == ["It turns."])
    #expect(story.sections.map(\.heading) == ["Why now?"])
  }

  @Test(
    "Footers are told in other words and languages",
    arguments: [
      ("Sent from Compass – Know where you stand", "Compass"), ("Geteilt aus Morgenblick", "Morgenblick"),
      ("Partagé depuis Fanal", "Fanal"), ("Compartido desde Candil", "Candil"), ("「朝凪」から共有", "朝凪"),
      ("Поделились из Маяк", "Маяк"), ("Condiviso da Faro - Ogni mattina", "Faro"), ("Scout에서 공유됨", "Scout"),
    ])
  func footers(_ line: String, _ publisher: String) {
    let reading = read("Head\n\nLede. (a.com) ### Why? So. (a.com)\n\nDownload on the App Store\n\n\(line)")
    #expect(reading.story.publisher == publisher)
    #expect(reading.setAside.map(\.text) == ["Download on the App Store", line])
    #expect(reading.story.sections.map(\.blocks.count) == [1])
  }

  @Test("A paragraph that speaks of apps and sharing is no footer")
  func noFooter() {
    let reading = read(
      "Head\n\nLede. (a.com)\n\n### Why?\n\nGet your own saw, they say. (a.com)\n\nShared from hand to hand, it cut. (a.com)"
    )
    #expect(reading.setAside.isEmpty)
    #expect(reading.story.publisher == nil)
  }
}
