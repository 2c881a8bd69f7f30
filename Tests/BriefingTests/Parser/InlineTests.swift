import Testing

@testable import Briefing

/// What is set apart in a line, and what a mark is no mark in.
@Suite("Inline marks")
struct InlineTests {
  @Test(
    "Marks go, and the words stay",
    arguments: [
      ("It is **so** and _so_ and *so*.", "It is so and so and so."), ("***Early*** is early.", "Early is early."),
      ("It ~~was~~ is.", "It was is."), ("Run `make  all` now.", "Run make all now."), ("``a`b``", "a`b"),
      ("3\\. place \\(of 5\\) \\*", "3. place (of 5) *"),
      ("Bank &amp; Co&#8217;s &quot;deal&quot;", "Bank & Co’s \"deal\""),
      ("Body &lt;b&gt;.", "Body <b>."), ("It&#x2019;s &copy;&nbsp;2026", "It’s ©\u{A0}2026"),
      ("One<!-- not this --> word", "One word"), ("<b>Bold</b> and <em>not</em>", "Bold and not"),
      ("10<sup>6</sup> and H<sub>2</sub>O", "10⁶ and H2O"), ("A <span class=\"x\">word</span> here", "A word here"),
      ("**Why it matters:** so. (a.com)", "Why it matters: so."), ("e&#x301;t&eacute;", "e\u{301}té"),
      ("می&zwnj;خواهم", "می\u{200C}خواهم"),
    ])
  func marks(_ input: String, _ words: String) { #expect(lede(input).text == words) }

  @Test(
    "What only looks like a mark stays",
    arguments: [
      "The field snake_case_name and 2 * 3 * 4.", "Rates rose* in May.", "*** is not closed", "a * b",
      "Use C:\\dir\\x.",
      "AT&T, R&D and a & b;", "It is [sic] so [1].", "x < y and z > w", "About ~5 or ~~5.", "One ` tick", "Q&A; more",
      "km² and 10³", "【注】 见下", "&unknown; &amp", "5 <3 love", "a ! [b]",
    ])
  func words(_ input: String) { #expect(lede(input) == Block(text: input)) }

  @Test("What is set apart has its range, the outer before the inner")
  func spans() {
    #expect(lede("A *b **c** d* e").spans == [.init(2..<7, .emphasis), .init(4..<5, .strong)])
    #expect(lede("***a***").spans == [.init(0..<1, .emphasis), .init(0..<1, .strong)])
    #expect(lede("It `runs` <b>so</b>.").spans == [.init(3..<7, .code), .init(8..<10, .strong)])
    #expect(lede("So. **(a.com)** *More* (b.com), *so*.").marked == "So.[a.com] More[b.com], so.")
    #expect(lede("So *it* (b.com), *is*.").spans == [.init(3..<5, .emphasis), .init(7..<9, .emphasis)])
  }

  @Test("In headline, bullets and headings marks go too")
  func everywhere() {
    let story = read(
      "**Rice _prices_ fall** &amp; rise\n\n- __One__ `two`.\n- 3\\. place\n\n### **Who &quot;gains&quot;?**\n\nNobody."
    ).story
    #expect(story.headline == "Rice prices fall & rise")
    #expect(story.summary == ["One two.", "3. place"])
    #expect(story.sections.map(\.heading) == ["Who \"gains\"?"])
  }

  @Test("A hard break ends a line, which is a block of its own", arguments: ["  \n", "\\\n", "<br>", "<br/>\n"])
  func breaks(_ lineBreak: String) {
    let story = read("Head\n\nMill *one, (a.com)\(lineBreak)North* Road").story
    #expect(story.lede.map(\.marked) == ["Mill one,[a.com]", "North Road"])
    #expect(story.lede.map(\.spans) == [[.init(5..<9, .emphasis)], [.init(0..<5, .emphasis)]])
  }

  @Test("In code a line that ends in spaces is a space")
  func breaksInCode() {
    #expect(
      read("Head\n\nRun `make  \ntest` now.  \nThen rest.").story.lede.map(\.text) == [
        "Run make test now.", "Then rest.",
      ])
  }

  @Test("An image is a block with its address, and is no source")
  func images() {
    let story = read("Head\n\nEarly. ![A *mill*](https://c.com/m.jpg) (a.com) <img src='https://c.com/n.png' alt=Port>")
      .story
    #expect(story.lede.map(\.text) == ["Early.", "A mill", "Port"])
    #expect(
      story.lede.map(\.kind).dropFirst() == [.image(url: "https://c.com/m.jpg"), .image(url: "https://c.com/n.png")])
    #expect(story.sources == ["a.com"])
    #expect(read("- See ![it](https://c.com/m.jpg) now.").setAside.map(\.reason) == [.address])
  }

  @Test("Tags and comments that say nothing are set aside with their place")
  func asides() {
    let reading = read("Head\n\nOne <!-- why --> two <font color=red>red</font>.")
    #expect(reading.story.lede.map(\.text) == ["One two red."])
    #expect(reading.setAside.map(\.text) == ["<!-- why -->", "<font color=red>", "</font>"])
    #expect(reading.setAside.allSatisfy { $0.reason == .markup })
  }

  @Test(
    "What a chat program puts where it would show a source is set aside",
    arguments: [
      "【3†source】", "【12†L7-L9】", "\u{E200}cite\u{E202}turn0search3\u{E202}turn1news2\u{E201}", "[oaicite:0]",
      ":contentReference[oaicite:2]{index=2}", "[cite: 1, 2]",
    ])
  func chatMarks(_ mark: String) {
    let reading = read("Head\n\nIt is so\(mark). More.")
    #expect(reading.story.lede.map(\.text) == ["It is so. More."])
    #expect(reading.setAside.contains { $0.reason == .chatMark })
  }

  @Test("Spans lie in one another only so deep")
  func depth() {
    let story = read("Head\n\n" + String(repeating: "*a **b ", count: 100) + String(repeating: "c** d* ", count: 100))
      .story
    #expect(story.lede.first?.spans.count ?? 0 <= 32)
  }

  @Test(
    "Marks that programs read are set aside",
    arguments: [
      ("{% include note.html a=\"b\" %}", ""), ("{{< fig src=\"a.png\" >}} So.", "So."),
      ("{{% def %}}A{{% /def %}}", "A"),
      ("So {/* it is */} so.", "So so."), ("So. {: .note}", "So."), ("[So](/a){: target=\"b\"} it is.", "So it is."),
      ("<Box a={{b: [1]}} {c}>So</Box>.", "So."), ("[So]({{ \"/a\" | url }}).", "So."),
      ("[So]({% link a b.md %}).", "So."),
    ])
  func templates(_ input: String, _ words: String) {
    let reading = read("Head\n\nOne.\n\n\(input)")
    #expect(reading.story.lede.dropFirst().map(\.text).joined() == words)
  }

  @Test(
    "Scripts without spaces may touch the marks of emphasis",
    arguments: [
      ("**注意：**请看。", "注意：请看。", 0..<9), ("见**“水”**字", "见“水”字", 3..<12), ("**\"물\"**을 본다", "\"물\"을 본다", 0..<5),
    ])
  func wide(_ input: String, _ words: String, _ strong: Range<Int>) {
    #expect(lede(input) == Block(text: words, spans: [Block.Span(strong, .strong)]))
  }

  @Test("Marks that CommonMark leaves alone stay in other scripts")
  func narrow() { #expect(lede("**Note:**that is").text == "**Note:**that is") }

  @Test(
    "Braces that programs do not read are words",
    arguments: ["{{ name }} and {a}", "{#a} is it", "{% open", "f(x) {: so", "a{#b}"])
  func braces(_ input: String) { #expect(lede(input).text == input) }
}
