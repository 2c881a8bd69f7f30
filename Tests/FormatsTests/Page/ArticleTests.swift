import Briefing
import Testing

@testable import Formats

@Suite struct `The article of a page` {
  @Test func `is its words, without what stands around them`() {
    let page = SamplePage.read(SamplePage.newspaper(SamplePage.paragraphs))
    #expect(page.kind == .article)
    let story = page.reading.story
    #expect(story.headline == "Cranes without a sea")
    #expect(story.lede.count == 2)
    #expect(story.lede.first?.text.hasPrefix("The harbour of Ostrava") == true)
    #expect(story.lede.last?.text.hasSuffix("went home by tram.") == true)
    #expect(story.sections.isEmpty)
  }

  @Test func `leaves nothing out without saying so`() {
    let text = SamplePage.newspaper(SamplePage.paragraphs)
    let page = SamplePage.read(text)
    let aside = page.reading.setAside
    #expect(aside.allSatisfy { $0.reason == .surroundings })
    for words in ["Sport", "Share this", "A tram too late", "First! I have", "All rights reserved"] {
      #expect(aside.contains { $0.text.contains(words) }, "\(words)")
    }
    #expect(!aside.contains { $0.text.contains("Ostrava") || $0.text.contains("Cranes without a sea") })
    for piece in aside {
      let source = String(decoding: Array(text.utf8)[piece.place], as: UTF8.self)
      let first = piece.text.split(separator: " ").first.map(String.init) ?? ""
      #expect(source.contains(first), "\(piece)")
    }
  }

  @Test func `has its lead, which stands in a box of its own`() {
    let page = """
      <body><div id="top"><h1>Cranes without a sea</h1><p class="teaser">A town far from any coast keeps its harbour, and paints it.</p>
      <p class="byline">By Jana Nová</p></div><div class="text">\(SamplePage.paragraphs)\(SamplePage.paragraphs)</div></body>
      """
    let story = SamplePage.read(page).reading.story
    #expect(story.lede.first?.text == "A town far from any coast keeps its harbour, and paints it.")
    #expect(story.lede.count == 5)
    #expect(story.authors == ["Jana Nová"])
  }

  @Test func `is found though each paragraph stands in boxes of its own`() {
    let boxes = (1...6).map {
      "<div class=row><div class=col><div>\(SamplePage.paragraphs) <p>\($0)</p></div></div></div>"
    }
    let page = SamplePage.newspaper(boxes.joined(separator: "<div class=\"ad\">Buy a <a href=/x>crane</a></div>"))
    #expect(SamplePage.read(page).reading.story.lede.count == 18)
  }

  @Test func `keeps its words where a wrapper is named after what stands beside it`() {
    let page = "<body class=\"has-sidebar\"><div class=\"sidebar-left-layout\">\(SamplePage.paragraphs)</div></body>"
    #expect(SamplePage.read(page).reading.story.lede.count == 2)
  }

  @Test(arguments: [
    "", " ", "<", "<html>", "<p>", "no markup at all", "<a><b></c>", "<table><tr><td>x", "</p></p></div>",
  ])
  func `is something, whatever the page is`(text: String) {
    let page = SamplePage.read(text, url: nil)
    #expect(page.reading.story.sections.isEmpty)
  }

  @Test func `is found however deep the page is nested, and cut anywhere`() {
    for tag in ["div", "blockquote", "ul><li", "table><tr><td", "b", "a href=/x"] {
      let page = SamplePage.read(String(repeating: "<\(tag)>", count: 20_000) + SamplePage.paragraphs)
      #expect(page.reading.story.lede.contains { $0.text.contains("Ostrava") }, "\(tag)")
    }
    let whole = Array(
      SamplePage.newspaper("<ol start=3><li>a<table><tr><th>b<td>c</table></ol>" + SamplePage.paragraphs).utf8)
    for end in stride(from: 0, to: whole.count, by: 7) { _ = Page.read(Array(whole[..<end])) }
  }
}

@Suite struct `A page that is no article` {
  @Test func `says that it is a list of links`() {
    let teasers = (1...20).map {
      "<div class=card><h3><a href=/\($0)>The headline of another story, number \($0)</a></h3></div>"
    }
    #expect(SamplePage.read("<body><main>\(teasers.joined())</main></body>").kind == .list)
  }

  @Test func `says that it asks for a password`() {
    let page =
      "<title>Sign in</title><body><h1>Sign in to read on</h1><form><input name=u><input type=password></form></body>"
    #expect(SamplePage.read(page).kind == .login)
  }

  @Test func `says that it asks whether a reader is one`() {
    let page =
      "<title>Just a moment...</title><body><p>We are checking your browser before you go on to the site.</p></body>"
    #expect(SamplePage.read(page).kind == .challenge)
    #expect(
      SamplePage.read("<body><div class=\"h-captcha\"></div><p>Prove that you are human.</p></body>").kind == .challenge
    )
  }

  @Test func `says that there is nothing to read`() {
    #expect(SamplePage.read("<body><script>render()</script><div id=root></div></body>").kind == .empty)
  }
}

@Suite struct `A hostile page` {
  /// Pages that make what is done for one thing depend on how many others there are, each of some hundred thousand bytes.
  private static let pages: [(String, String)] = [
    ("nested boxes", String(repeating: "<div>", count: 40_000)),
    ("styles that never end", String(repeating: "<b><i>", count: 100) + String(repeating: "x<p>", count: 50_000)),
    ("a long address", "<p><a href=\"/\(String(repeating: "x", count: 1 << 20))\">x</a>"),
    ("links in parentheses", "<p>" + String(repeating: "(<a href=http://a.example/>x</a>) ", count: 20_000)),
    ("footnotes", String(repeating: "<a href=#n>1</a> ", count: 20_000) + "<p id=n><a href=http://b.example>b</a></p>"),
    ("headings", String(repeating: "<h1>A heading that is long enough</h1>", count: 10_000)),
    ("bylines", String(repeating: "<span class=byline>By no one</span>", count: 10_000)),
    ("tables in tables", String(repeating: "<table><tr><td>", count: 30_000)),
    ("lists in lists", String(repeating: "<ul><li>", count: 40_000)),
    ("names", (0..<20_000).map { "<div class=\"a\($0) b\($0)\">x</div>" }.joined()),
  ]

  @Test(arguments: pages.indices)
  func `takes no longer than its length warrants`(index: Int) {
    let page = Array((Self.pages[index].1 + SamplePage.paragraphs).utf8)
    let time = ContinuousClock().measure { _ = Page.read(page, url: "https://hook.example/") }
    #expect(time < .seconds(30), "\(Self.pages[index].0)")
  }
}
