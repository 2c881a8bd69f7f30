import Testing

@testable import Briefing

/// What is no prose in a text that has lines: lists, quotes, code, tables, rules, pictures, headings of every kind.
@Suite struct `Blocks of a text` {
  private func body(_ text: String) -> [Block] {
    read("Rice prices fall\n\nTraders say so. (dailygrain.com)\n\n\(text)").story.blocks.dropFirst().map { $0 }
  }

  /// Marker and words of each item, indented as deep as it lies.
  private func items(_ blocks: [Block]) -> [String] {
    blocks.map { block in
      let markers = block.containers.map { container in
        if case .item(let item) = container { item.marker } else { ">" }
      }
      return (markers + [block.text]).joined(separator: " ")
    }
  }

  @Test func `a list below a paragraph is items, with bullets or the numbers that were written`() {
    let blocks = body(
      "Three groups do:\n\n- Bakers. (portnews.com)\n- Brewers.\n\nTwo do not:\n\n3. Farmers.\n4. Drivers.\n")
    #expect(
      items(blocks) == ["Three groups do:", "• Bakers.", "• Brewers.", "Two do not:", "3. Farmers.", "4. Drivers."])
    #expect(blocks[1].citations.map(\.host) == ["portnews.com"])
  }

  @Test(arguments: ["-", "*", "+", "•", "1.", "1)"])
  func `a list may follow its paragraph at once`(_ mark: String) {
    let marker = mark.first?.isNumber == true ? mark : "•"
    #expect(
      items(body("They are:\n\(mark) Bakers\n\(mark) Brewers")) == [
        "They are:", "\(marker) Bakers", "\(marker) Brewers",
      ])
  }

  @Test func `lists stand in items, paragraphs go on in them, and another mark begins another list`() {
    let blocks = body("- One\n  - Inner\n\n    goes on\n  1. First\n- Two\n\n+ Other\n")
    #expect(items(blocks) == ["• One", "• • Inner", "• • goes on", "• 1. First", "• Two", "• Other"])
    #expect(blocks[1].containers == blocks[2].containers)
    guard case .item(let two) = blocks[4].containers[0], case .item(let other) = blocks[5].containers[0] else {
      Issue.record("no items")
      return
    }
    #expect(two.list != other.list && two.number == 1 && other.number == 0)
  }

  @Test func `a box says whether an item is done`() {
    #expect(items(body("- [ ] Ask\n- [x] Wait\n- [y] no box")) == ["☐ Ask", "☑ Wait", "• [y] no box"])
  }

  @Test func `a number that opens a wrapped line is none of a list`() {
    #expect(
      body("They met in the year of\n1986. Nobody came.").map(\.text) == ["They met in the year of 1986. Nobody came."])
  }

  @Test func `quotes nest, and go on in lines without a mark`() {
    let blocks = body("> A quote that\ngoes on.\n>\n> > Inner. (portnews.com)\n\nOut.")
    #expect(items(blocks) == ["> A quote that goes on.", "> > Inner.", "Out."])
    #expect(blocks[1].citations.map(\.host) == ["portnews.com"])
  }

  @Test func `code keeps its lines, and nothing in it is a heading, a bullet or a citation`() {
    let story = read(
      "Rice prices fall\n\nRun this:\n\n```sh now\n### not a heading\n- not a bullet (portnews.com)\n\n\tindented\n```\n\nDone."
    )
    .story
    #expect(story.sections.isEmpty && story.sources.isEmpty)
    #expect(story.lede[1].kind == .code(language: "sh"))
    #expect(story.lede[1].text == "### not a heading\n- not a bullet (portnews.com)\n\n\tindented")
    #expect(story.lede.last?.text == "Done.")
  }

  @Test func `four spaces make code below a blank line, but not in a text whose paragraphs are all set so`() {
    #expect(body("So:\n\n    let a = 1\n\n      b\n\nDone.").map(\.kind) == [.prose, .code(language: nil), .prose])
    #expect(body("So:\n\n    let a = 1\n\n      b\n\nDone.")[1].text == "let a = 1\n\n  b")
    let book = (1...6).map { "    Paragraph \($0) opens\nand goes on.\n\n" }.joined()
    #expect(body(book).allSatisfy { $0.kind == .prose })
    #expect(body((1...9).map { "    Paragraph \($0).\n\n" }.joined()).allSatisfy { $0.kind == .prose })
  }

  @Test func `a table has rows and cells`() {
    let block = body("| Month | Price |\n|---|---:|\n| May | 410 (portnews.com) |\n| June | a \\| b | more |\n\nDone.")[
      0]
    #expect(block.kind == .table)
    #expect(
      block.rows.map { $0.map(String.init) } == [["Month", "Price"], ["May", "410"], ["June", "a | b", "more"]])
    #expect(block.citations.map(\.host) == ["portnews.com"])
  }

  @Test func `bars without a line of hyphens are words`() {
    #expect(body("a | b\nc | d").map(\.text) == ["a | b c | d"])
  }

  @Test(arguments: ["---", "***", "* * *", "___", "- - -"])
  func `a rule parts what stands around it`(_ rule: String) {
    let blocks = body("One.\n\n\(rule)\n\nTwo.")
    #expect(blocks.map(\.kind) == [.prose, .rule, .prose])
    #expect(blocks.map(\.text) == ["One.", "", "Two."])
  }

  @Test func `headings are underlined or have hashes, and are as deep as those say`() {
    let story = read("Rice\n\nLede.\n\nOne\n===\n\nA.\n\nTwo?\n---\n\nB.\n\n#### Three ####\n\nC.\n\n## In C#\n\nD.")
      .story
    #expect(story.sections.map(\.heading) == ["One", "Two?", "Three", "In C#"])
    #expect(story.sections.map(\.level) == [1, 2, 4, 2])
    #expect(story.sections.map(\.blocks.count) == [1, 1, 1, 1])
  }

  @Test func `headings that are all as deep stand right below the headline`() {
    #expect(read("Rice\n\nLede.\n\n### One?\n\nA.\n\n### Two?\n\nB.").story.sections.map(\.level) == [2, 2])
  }

  @Test func `a rule right below a sentence underlines nothing`() {
    let story = read("Rice\n\nTraders say so. (dailygrain.com)\n---\nMore.").story
    #expect(story.sections.isEmpty)
    #expect(story.lede.map(\.kind) == [.prose, .rule, .prose])
  }

  @Test func `a line in bold stands where a heading would`() {
    let story = read("Rice\n\nLede.\n\n**Who gains?**\n\nBakers. (portnews.com)\n\n__The bottom line__\n\nWait.").story
    #expect(story.sections.map(\.heading) == ["Who gains?", "The bottom line"])
    #expect(story.sections.map(\.level) == [2, 2])
    #expect(read("Rice\n\nLede.\n\n**They said no.**\n\nMore.\n\n**Last words**").story.sections.isEmpty)
  }

  @Test func `a line in capitals stands where a heading would`() {
    let story = read("Rice\n\nLede.\n\nWHO GAINS?\n\nBakers. (portnews.com)\n\nÜBER DEN FLUSS\n\nWait.").story
    #expect(story.sections.map(\.heading) == ["WHO GAINS?", "ÜBER DEN FLUSS"])
    #expect(read("Rice\n\nLede.\n\nNATO\n\nTHEY SAID NO.\n\nPARIS, 3 May\n\nTHE END").story.sections.isEmpty)
  }

  @Test func `a heading in a quote is no section`() {
    let story = read("Rice\n\nLede.\n\n> # Quoted\n> words\n").story
    #expect(story.sections.isEmpty)
    #expect(story.lede.dropFirst().map(\.text) == ["Quoted", "words"])
  }

  @Test func `tags that have their lines for themselves are set aside, and their words stay`() {
    let reading = read(
      "Rice\n\nLede.\n\n<!-- note\n\nto self -->\n\n<details>\n<summary>More</summary>\n\nInside.\n\n</details>\n\n<hr>\n\n<script>\nlet a\n\n</script>\n\nDone."
    )
    #expect(reading.story.lede.map(\.text) == ["Lede.", "More", "Inside.", "", "Done."])
    #expect(reading.story.lede[3].kind == .rule)
    #expect(reading.setAside.allSatisfy { $0.reason == .markup })
    #expect(reading.setAside.map(\.text).contains("<!-- note\n\nto self -->"))
    #expect(reading.setAside.map(\.text).contains("<script>\nlet a\n\n</script>"))
  }

  @Test func `between tags on lines of their own the marks of Markdown are letters, and links are links`() {
    let lines =
      "<div>\n*Mill* `one` 5 \\* 4 <em>closes</em> &amp; ([Port News](https://a.com/x)) https://b.com/y\n</div>"
    let reading = read("Rice\n\nLede.\n\n\(lines)\n\n*Done*.\n\n<!-- note -->*Told*")
    let blocks = reading.story.lede.dropFirst()
    #expect(blocks.map(\.text) == ["*Mill* `one` 5 \\* 4 closes & https://b.com/y", "Done.", "*Told*"])
    #expect(blocks.first?.citations.map(\.address) == ["https://a.com/x", "https://b.com/y"])
    #expect(blocks.first?.spans.first?.style == .emphasis)
  }

  @Test func `in a text with tags of a program the marks between tags are marks`() {
    let tags = "<Steps>\n\n<div class=\"a\">\n**Mill** `one` 5 \\* 4\n</div>\n\n</Steps>"
    let blocks = read("Rice\n\nLede.\n\n\(tags)").story.lede.dropFirst()
    #expect(blocks.map(\.text) == ["Mill one 5 * 4"])
    #expect(blocks.first?.spans.map(\.style) == [.strong, .code])
  }

  @Test func `a fence may have code in what it says, where a line closes it`() {
    let box = "```smart header=\"The `new` mark\"\nMind this.\n```"
    let reading = read("Rice\n\nLede.\n\n\(box)\n\nDone.")
    #expect(reading.story.lede.map(\.text) == ["Lede.", "Mind this.", "Done."])
    #expect(reading.story.lede[1].kind == .code(language: "smart"))
    #expect(reading.setAside.map(\.text) == ["header=\"The `new` mark\""])
    #expect(body("```smart header=\"The `new` mark\"\n\nMind this.").allSatisfy { $0.kind == .prose })
    #expect(body("```a`` b``` is code.\n\n```\nx\n```").map(\.text) == ["a`` b is code.", "x"])
  }

  @Test func `marks that programs read stand among blocks`() {
    let reading = read(
      "Rice\n\nLede.\n\n<Steps>\n1. One `a`\n2. Two\n</Steps>\n\n<div class=\"x\" markdown=\"1\">\n- Three\n\n</div>\n\n:::note[Mind this]\nFour\n:::\n\n{% highlight c %}\n*p = 1;\n{% endhighlight %}\n\n## Five {#five}\n\nSix."
    )
    let blocks = reading.story.lede.dropFirst()
    #expect(items(Array(blocks)) == ["1. One a", "2. Two", "• Three", "Mind this", "Four", "*p = 1;"])
    #expect(blocks.last?.kind == .code(language: "c"))
    #expect(reading.story.sections.map(\.heading) == ["Five"])
    let marks = [
      "<Steps>", "</Steps>", "<div class=\"x\" markdown=\"1\">", "</div>", ":::note[", "]", ":::", "{#five}",
    ]
    #expect(reading.setAside.map(\.text) == marks)
  }

  @Test func `boxes may have titles without brackets, names of any script, and none`() {
    #expect(body(":::note Mind *this*\n\nOne.\n\n:::").map(\.text) == ["Mind this", "One."])
    #expect(body(":::정보\nOne.\n::::\n\n::: {.box}\nTwo.\n:::").map(\.text) == ["One.", "Two."])
  }

  @Test func `colons that open no box are words`() {
    #expect(body("::: 5 of 6\n\n:: a\n\n::: a row :::").map(\.text) == ["::: 5 of 6", ":: a", "::: a row :::"])
  }

  @Test func `marks deeper than anybody nests are read without end or harm`() {
    let deep = String(repeating: "> ", count: 10_000) + "Words.\n\n" + String(repeating: "- ", count: 10_000) + "More."
    let blocks = body(deep)
    #expect(blocks.map(\.text) == ["Words.", "More."])
    #expect(blocks.allSatisfy { $0.containers.count == BlockLevels.limit })
  }

  @Test func `questions and answers are sections`() {
    let reading = read(
      "Rice\n\nLede.\n\nQ: Who gains?\nA: Bakers do not. (portnews.com)\n\nQ: Who loses?\n\nA: Farmers.\n\nThey say so."
    )
    #expect(reading.story.sections.map(\.heading) == ["Who gains?", "Who loses?"])
    #expect(
      reading.story.sections.map { $0.blocks.map(\.text) } == [["Bakers do not."], ["Farmers.", "They say so."]])
    #expect(reading.setAside.map(\.text) == ["Q:", "A:", "Q:", "A:"])
  }
}

/// Flattened text that has lost even the spaces between its parts.
@Suite struct `Words that touch` {
  @Test func `are parted at marks of headings, question marks, and capitals inside words`() {
    let story = read(
      "Rice prices fall\n\n- Rice fell.- Mills are full.- Bakers wait.\n\nTraders say so. (a.com)### Who gains?Bakers do not. (b.com)###What now? Wait. (b.com)### Bottom lineWait for June. (b.com)"
    ).story
    #expect(story.summary == ["Rice fell.", "Mills are full.", "Bakers wait."])
    #expect(story.lede.map(\.text) == ["Traders say so."])
    #expect(story.sections.map(\.heading) == ["Who gains?", "What now?", "Bottom line"])
    #expect(story.sections.map { $0.blocks.map(\.text) } == [["Bakers do not."], ["Wait."], ["Wait for June."]])
  }

  @Test func `more hashes than a heading has open one behind a sentence only`() {
    let story = read("Rice prices fall\n\nTraders say so. (a.com) ####### Seven? Yes. (b.com)").story
    #expect(story.sections.map(\.heading) == ["Seven?"])
    #expect(read("Rice\n\nLede.\n\n####### Seven").story.lede.last?.text == "####### Seven")
  }

  @Test func `are left alone where they are names`() {
    let story = read(
      "Rice\n\nLede. (a.com) ### Why does YouTube wait? It does. (a.com) ### What McCoy said He left. (a.com)"
    ).story
    #expect(story.sections.first?.heading == "Why does YouTube wait?")
    #expect(story.sections.first?.blocks.map(\.text) == ["It does."])
  }
}
