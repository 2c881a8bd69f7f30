import Briefing
import Testing

@testable import Formats

@Suite struct `The blocks of a page` {
  /// The blocks that stand for some HTML, behind paragraphs that make it an article.
  private func blocks(_ html: String, url: String? = "https://hook.example/2026/04/cranes") -> [Block] {
    let story = SamplePage.read(SamplePage.newspaper(SamplePage.paragraphs + html), url: url).reading.story
    return Array(story.lede.dropFirst(2))
  }

  @Test func `are items with the marks that they had, however nested`() {
    let found = blocks("<ol start=3><li>Three<ul><li>inner</ul></li><li>Four<p>more of four</p></li></ol>")
    #expect(found.map(\.text) == ["Three", "inner", "Four", "more of four"])
    let markers = found.map { $0.containers.map { if case .item(let item) = $0 { item.marker } else { "" } } }
    #expect(markers == [["3."], ["3.", "•"], ["4."], ["4."]])
    #expect(found[2].containers == found[3].containers)
    #expect(found[0].containers != found[2].containers)
  }

  @Test func `are quotes, code with its language, and rules`() {
    let found = blocks(
      "<blockquote><p>Said so.</p></blockquote><pre><code class=\"language-swift\">let a = 1\n  b()\n</code></pre><hr><p>End.</p>"
    )
    #expect(found.map(\.kind) == [.prose, .code(language: "swift"), .rule, .prose])
    #expect(found[0].containers == [.quote])
    #expect(found[1].text == "let a = 1\n  b()")
  }

  @Test func `are code whose links name their sources on one line`() {
    let code = blocks("<pre>see <a href=\"https://paint.example/a\">the\n  list\tof</a>\n</pre>").first
    #expect(code?.text == "see the\n  list\tof")
    #expect(code?.citations.map(\.label) == ["the list of"])
  }

  @Test func `are tables, row by row`() {
    let found = blocks("<table><tr><th>Crane<th>Year<tr><td>East <b>one</b><td>1911<tr><td><td>1912</table>")
    #expect(found.first?.kind == .table)
    #expect(found.first?.rows == [["Crane", "Year"], ["East one", "1911"], ["", "1912"]])
  }

  @Test func `are pictures, where something is said in their stead`() {
    let found = blocks(
      "<figure><img src=\"/east.jpg\" alt=\"The east crane\"><figcaption>Green.</figcaption></figure><img src=x.gif alt=''>"
    )
    #expect(found.map(\.text).contains("The east crane"))
    #expect(found.first { $0.text == "The east crane" }?.kind == .image(url: "https://hook.example/east.jpg"))
    #expect(found.count == 2)
  }

  @Test func `have what is set apart in their words`() {
    let found = blocks(
      "<p>One <em>two <strong>three</strong></em> <code>four</code> &amp; <a href=\"../five\">five </a>six.</p>")
    #expect(found.first?.text == "One two three four & five six.")
    #expect(
      found.first?.spans == [
        .init(4..<13, .emphasis), .init(8..<13, .strong), .init(14..<18, .code),
        .init(21..<25, .link(url: "https://hook.example/2026/five")),
      ])
  }

  @Test func `cite where their links lead, unless they stay at home`() {
    let found = blocks(
      "<p>As <a href=\"https://www.port.example/a?b=1&amp;c=2\">Port News</a> says, <a href=\"/more\">more</a>, <a href=\"#top\">top</a>, "
        + "<a href=\"mailto:a@b.example\">mail</a>.</p>")
    #expect(found.first?.text == "As Port News says, more, top, mail.")
    #expect(
      found.first?.citations == [
        Citation(place: 12, host: "port.example", url: "https://www.port.example/a?b=1&c=2", label: "Port News")
      ])
    #expect(found.first?.spans.count == 2)
  }

  @Test func `have no links in parentheses, which are citations`() {
    let found = blocks(
      "<p>It opened (<a href=\"https://a.example/x\">Port News</a>, <a href=\"https://b.example/y\">b.example</a>). Then (in May) it shut.</p>"
    )
    #expect(found.first?.text == "It opened. Then (in May) it shut.")
    #expect(found.first?.citations.map(\.place) == [9, 9])
    #expect(found.first?.citations.map(\.label) == ["Port News", "b.example"])
    #expect(found.first?.spans == [])
  }

  @Test func `cite what their footnotes name`() {
    let found = blocks(
      "<p>It is green.<sup><a href=\"#n1\">[1]</a></sup> It was red.<sup><a href=\"#n2\">2</a></sup></p>"
        + "<ol><li id=n1>See <a href=\"https://paint.example/green\">On greens</a>.</li><li id=n2>Own sight.</li></ol>")
    #expect(found.first?.text == "It is green. It was red.²")
    #expect(
      found.first?.citations == [
        Citation(place: 12, host: "paint.example", url: "https://paint.example/green", label: "On greens")
      ])
  }

  @Test func `part where two line breaks follow one another, and not where one does`() {
    #expect(blocks("<div>One<br>two.<br><br>Three.</div>").map(\.text) == ["One two.", "Three."])
  }

  @Test func `start their links from the base of the page`() {
    let page = SamplePage.newspaper(
      SamplePage.paragraphs + "<p>See <a href=\"x\">x</a>.</p>", head: "<base href=\"https://cdn.example/a/\">")
    let block = SamplePage.read(page).reading.story.lede.last
    #expect(block?.spans.map(\.style) == [.link(url: "https://cdn.example/a/x")])
  }

  @Test func `come through the gate`() {
    let found = blocks("<p>a&#27;[31mb&#x9b;c\u{202E}d&#8203;e</p>")
    #expect(found.first?.text == "a^[[31mb›c⟨RLO⟩de")
  }

  @Test func `stand under their headings, with levels`() {
    let story = SamplePage.read(
      SamplePage.newspaper(
        SamplePage.paragraphs + "<h2>Who paints?</h2><p>They do.</p><h3>And why?</h3><p>No one knows.</p>")
    ).reading.story
    #expect(story.sections.map(\.heading) == ["Who paints?", "And why?"])
    #expect(story.sections.map(\.level) == [2, 3])
    #expect(story.sections.map { $0.blocks.map(\.text) } == [["They do."], ["No one knows."]])
  }

  @Test func `keep no address in headings and code, which sets it aside`() {
    let html =
      SamplePage.paragraphs + "<h2><a href=\"/more\">More</a></h2>"
      + "<p>Who wants to know why may <a href=\"mailto:a@b.example\">write</a> to them.</p>"
    let reading = SamplePage.read(SamplePage.newspaper(html)).reading
    #expect(reading.story.sections.map(\.heading) == ["More"])
    let addresses = reading.setAside.filter { $0.reason == .linkResidue }.map(\.text)
    #expect(addresses == ["https://hook.example/more", "mailto:a@b.example"])
  }

  @Test(arguments: ["popup", "newsletter", "related"])
  func `keep the words of a link within a sentence, whatever it is called`(name: String) {
    let html =
      SamplePage.paragraphs + "<p>The nature of my <a href=\"javascript:void(0)\" class=\"\(name)\">avocations</a> has "
      + "<span class=\"\(name)\">for thirty years</span> brought me into contact with many, who write.</p>"
      + SamplePage.paragraphs
    let reading = SamplePage.read(SamplePage.newspaper(html)).reading
    let words = reading.story.blocks.map(\.text)
    #expect(words.contains { $0.hasPrefix("The nature of my avocations has for thirty years brought me") })
  }

  @Test func `make a briefing where the page is one`() {
    let page = """
      <body><article><h1>Cranes without a sea</h1><ul><li>Ostrava keeps a harbour.</li><li>It was painted green.</li></ul>
      <h2>Who painted it?</h2>\(SamplePage.paragraphs)<p>A firm from Brno (<a href="https://brno.example/">brno.example</a>).</p>
      <h2>Bottom line</h2><p>Nobody had ordered green, and nobody minds.</p><h2>Will it last?</h2><p>For a while.</p></article></body>
      """
    let story = SamplePage.read(page).reading.story
    #expect(story.summary == ["Ostrava keeps a harbour.", "It was painted green."])
    #expect(story.lede.isEmpty)
    #expect(story.sections.map(\.isQuestion) == [true, true, true])
    #expect(story.sources == ["brno.example"])
  }
}

@Suite struct `A piece of HTML` {
  @Test func `is read whole, without looking for an article in it`() {
    let html =
      "Short.<p>See <a href=\"https://port.example/a\">Port</a>.</p><h3>Why?</h3><ul class=nav><li>One</ul><script>x</script>"
    let reading = Page.fragment(Array(html.utf8), url: "https://hook.example/feed")
    #expect(reading.story.headline.isEmpty)
    #expect(reading.story.lede.map(\.text) == ["Short.", "See Port."])
    #expect(reading.story.sources == ["port.example"])
    #expect(reading.story.sections.map(\.heading) == ["Why?"])
    #expect(reading.story.sections.first?.blocks.map(\.text) == ["One"])
    #expect(reading.setAside.isEmpty)
  }
}
