import Briefing
import Testing

@testable import Formats

/// The blocks that stand for some HTML, behind paragraphs that make it an article.
private func blocks(_ html: String) -> [Block] {
  let story = SamplePage.read(SamplePage.newspaper(SamplePage.paragraphs + html)).reading.story
  return Array(story.lede.dropFirst(2))
}

private func texts(_ html: String) -> [String] { blocks(html).map(\.text) }

@Suite struct `The lines of a page` {
  @Test func `that somebody ended are blocks of their own`() {
    #expect(
      texts("<p>For the paint:<br>2 kg chalk<br>1 l linseed oil, cold<br>A brush</p>")
        == ["For the paint:", "2 kg chalk", "1 l linseed oil, cold", "A brush"])
    #expect(texts("<p>Mind the gap.<br>Mind the crane.</p>") == ["Mind the gap.", "Mind the crane."])
  }

  @Test func `that were only wrapped go on`() {
    #expect(
      texts(
        "<p>The painters of the harbour came by tram from the town of<br>Opava, and went home by the last tram that was still<br>running at night.</p>"
      ) == [
        "The painters of the harbour came by tram from the town of Opava, and went home by the last tram that was still running at night."
      ])
  }

  @Test(arguments: [
    "<pre><div>let a = 1</div><div>  b()</div></pre>",
    "<pre><code><span class=\"line\">let a = 1</span><span class=\"line\">  b()</span></code></pre>",
    "<pre><span id=a1>let a = 1</span><span id=a2>  b()</span></pre>",
    "<pre><ol><li>let a = 1</li><li>  b()</li></ol></pre>",
    "<pre><table><tr><td>let a = 1</td></tr><tr><td>  b()</td></tr></table></pre>",
  ])
  func `of code are lines, whatever element each of them is`(html: String) {
    #expect(texts(html) == ["let a = 1\n  b()"])
  }

  @Test func `of code whose words are coloured are as they were`() {
    #expect(texts("<pre><b>let</b> <i>a</i>=<u>1</u></pre>") == ["let a=1"])
    #expect(texts("<pre><span>let</span><span> </span><span>a</span></pre>") == ["let a"])
  }

  @Test func `have numbers that are raised, and marks of notes that stand apart`() {
    #expect(
      texts("<p>About 10<sup>5</sup> m<sup>2</sup>, on the 1<sup>st</sup> of May.</p>") == [
        "About 10⁵ m², on the 1st of May."
      ])
    let note =
      "<p>As she says.<sup><a href=\"#n3\">3</a></sup></p><ol start=3><li id=n3>In a letter. <a href=\"#r3\">↩</a></li></ol>"
    #expect(texts(note) == ["As she says.³", "In a letter."])
  }

  @Test func `whose numbers stand alone are items`() {
    let found = blocks("<dl><dt>1.</dt><dd>Mix the paint.</dd><dt>2.</dt><dd>Wait for a dry day.</dd></dl>")
    #expect(found.map(\.text) == ["Mix the paint.", "Wait for a dry day."])
    let markers = found.flatMap { $0.containers.map { if case .item(let item) = $0 { item.marker } else { "" } } }
    #expect(markers == ["1.", "2."])
  }

  @Test(arguments: [
    "image", "IMG_2041", "east-crane-2019-large.jpg", "2017-10-31-12h06m48s066", "photo 3", "New call-to-action",
  ])
  func `have no picture that is a file's name or says nothing`(alt: String) {
    #expect(blocks("<p>Green.</p><p><img src=\"/a.jpg\" alt=\"\(alt)\"></p>").count == 1)
  }

  @Test(arguments: ["The crane in 1911", "Photo of a tram", "A4-sized map of the harbour"])
  func `have the pictures that say something`(alt: String) {
    #expect(texts("<p><img src=\"/a.jpg\" alt=\"\(alt)\"></p>") == [alt])
  }
}

@Suite struct `A picture in a page` {
  @Test func `is none where only the headline is said in its stead`() {
    #expect(blocks("<p>Green.</p><p><img src=\"/a.jpg\" alt=\"Cranes without a sea\"></p>").map(\.text) == ["Green."])
  }

  @Test func `is said once, where its caption says what stands in its stead`() {
    let found = blocks(
      "<figure><img src=\"/a.jpg\" alt=\"The east crane\"><figcaption>The east crane in May.</figcaption></figure>")
    #expect(found.map(\.text) == ["The east crane in May."])
    #expect(found.first?.spans == [.init(0..<14, .link(url: "https://hook.example/a.jpg"))])
  }

  @Test func `of a formula stands among the words`() {
    let found = blocks(
      "<p>Each crane <span><img class=\"math-inline\" aria-hidden=true src=\"/n.svg\" alt=\"{\\displaystyle x_{n}}\"></span> turns.</p>"
    )
    #expect(found.map(\.text) == ["Each crane x_{n} turns."])
    #expect(found.first?.spans == [.init(11..<16, .code)])
  }
}

@Suite struct `A table of facts` {
  private let table = """
    <table><tr><th colspan=2>Harbour of Ostrava</th></tr><tr><th>Founded</th><td>1911</td></tr>
    <tr><th>Cranes</th><td>East<br>West</td></tr><tr><th>Owner</th><td><a href="https://town.example/">The town</a></td></tr></table>
    """

  @Test func `is an item for each`() {
    let found = blocks(table)
    #expect(found.map(\.text) == ["Founded: 1911", "Cranes: East, West", "Owner: The town"])
    #expect(found.allSatisfy { $0.containers.count == 1 })
    #expect(found.last?.citations.map(\.host) == ["town.example"])
    #expect(found.first?.spans == [.init(0..<7, .strong)])
  }

  @Test func `stands behind the words that it stands beside`() {
    let story = SamplePage.read(SamplePage.newspaper(table + SamplePage.paragraphs + "<h2>Later</h2><p>More.</p>"))
      .reading.story
    #expect(story.lede.first?.text.hasPrefix("The harbour of Ostrava") == true)
    #expect(story.lede.last?.text == "Owner: The town")
    #expect(story.sections.count == 1)
  }
}
