import Testing

@testable import Briefing

/// What in parentheses is a citation, what is prose, and where the mark stands.
@Suite("Citations")
struct CitationTests {
  @Test(
    "Hosts in parentheses are citations",
    arguments: [
      ("It is so. (axios.com)", "It is so.[axios.com]"),
      ("It is so.(axios.com)", "It is so.[axios.com]"),
      ("It is so. (WWW.BBC.CO.UK)", "It is so.[bbc.co.uk]"),
      ("It is so. (Axios.com)", "It is so.[axios.com]"),
      ("It is so. (a.com, b.org;c.de)", "It is so.[a.com][b.org][c.de]"),
      ("It is so. ( a.com )", "It is so.[a.com]"),
      ("It is so. (a.com) (b.org)", "It is so.[a.com][b.org]"),
      ("It is so. (a.com)(b.org)", "It is so.[a.com][b.org]"),
      ("It is (a.com), and (b.org).", "It is[a.com], and[b.org]."),
      ("It is (a.com) and stays.", "It is[a.com] and stays."),
      ("Es gilt. (bücher.example)", "Es gilt.[bücher.example]"),
      ("Так и есть. (ПРИМЕР.рф)", "Так и есть.[пример.рф]"),
      ("是这样。（例え.jp）然后", "是这样。[例え.jp]然后"),
      ("It is so. (news.museum)", "It is so.[news.museum]"),
      (
        "The strike ended on Friday (Axios.com), and nobody won.",
        "The strike ended on Friday[axios.com], and nobody won."
      ),
      ("The strike ended on Friday (Axios.com).", "The strike ended on Friday[axios.com]."),
      ("Talks (News.Google.com) failed.", "Talks[news.google.com] failed."),
      ("They say (Axios.com) it is over. (axios.com)", "They say[axios.com] it is over.[axios.com]"),
      ("It is so. (point.md)", "It is so.[point.md]"),
    ])
  func hosts(_ input: String, _ marked: String) {
    #expect(lede(input).marked == marked)
  }

  @Test(
    "A citation whose parentheses are broken is still one",
    arguments: [
      ("It is so. ((axios.com))", "It is so.[axios.com]"), ("It is so. ((axios.com)", "It is so.[axios.com]"),
      ("It is so. (axios.com)) More.", "It is so.[axios.com] More."), ("It is so. (axios.com", "It is so.[axios.com]"),
      ("It is so. axios.com) More.", "It is so.[axios.com] More."),
      ("It is so. （axios.com) More.", "It is so.[axios.com] More."),
      ("It is so. (axios.com The rest.", "It is so.[axios.com] The rest."),
    ])
  func broken(_ input: String, _ marked: String) {
    #expect(lede(input).marked == marked)
  }

  @Test(
    "Other words in parentheses are prose",
    arguments: [
      "It runs on a server (Node.js) at night.", "The framework (ASP.NET) is old.", "See the file (README.md) first.",
      "Start the script (run.py). It ends.", "The paper (label.pdf, 41 pages) is long.", "A word (e.g. this) helps.",
      "The country (U.S.) agreed.", "The version (3.5) is new.", "Any (18.x) will do.", "It rose (up 123%) at once.",
      "A list (axios.com, and others) follows.", "Write (info@axios.com) to us.", "The firm (Booking.com) grew.",
      "Most of them use the site (Booking.com), which is Dutch.",
      "It runs a chat service there (Character.AI), he said.",
      "A date (2024.05.01) passed.", "He (see axios.com) said so.", "Read it. (setup.py)",
      "An aside (a.k.a. this) ends.",
    ])
  func prose(_ input: String) {
    #expect(lede(input) == Block(text: input))
  }

  @Test("A pair is a citation only if everything in it is a host")
  func mixed() {
    #expect(lede("So it is. (axios.com, Node.js)").citations.isEmpty)
  }

  @Test(
    "A Markdown link gives its address verbatim",
    arguments: [
      ("So. ([axios.com](https://www.axios.com/x))", "https://www.axios.com/x"),
      (
        "So. ([en.wikipedia.org](https://en.wikipedia.org/wiki/A_(b)?q=(1)#c))",
        "https://en.wikipedia.org/wiki/A_(b)?q=(1)#c"
      ),
      ("So. ([axios.com](https://www.axios.com/x)", "https://www.axios.com/x"),
      ("So. [axios.com](https://www.axios.com/x)", "https://www.axios.com/x"),
      ("So. (https://www.axios.com/x)", "https://www.axios.com/x"),
    ])
  func links(_ input: String, _ url: String) {
    #expect(lede(input).citations.map(\.url) == [url])
  }

  @Test("A link that was cut leaves its host, and what is left of its address is set aside")
  func cutLinks() {
    for cut in [
      "([axios.com](https://www.axios.com/2026/04", "([axios.com](ht", "([axios.com](", "([axios.com]", "([axios.com",
    ] {
      let reading = read("A headline\n\nSo it is. \(cut)")
      #expect(reading.story.lede.first?.marked == "So it is.[axios.com]", "\(cut)")
    }
    let reading = read("A headline\n\nSo it is. ([axios.com](https://www.axios.com/20 ### What now? Nothing. (a.com)")
    #expect(reading.setAside.map(\.text) == ["https://www.axios.com/20"])
  }

  @Test(
    "A citation that was cut before its host was whole is set aside",
    arguments: ["(", "([", "([blogs.micro", "(blogs.micro", "( blo", "((blo", "(https:/"])
  func stumps(_ stump: String) {
    let reading = read("A headline\n\nSo it is. \(stump)")
    #expect(reading.story.lede.first == Block(text: "So it is."))
    #expect(reading.setAside.map(\.text) == [stump])
  }

  @Test("A second source that was cut is set aside")
  func cutItems() {
    #expect(lede("So it is. (a.com, b.com.").marked == "So it is.[a.com][b.com]")
    for cut in ["(a.com;w", "(a.com, wo"] {
      let reading = read("A headline\n\nSo it is. \(cut)")
      #expect(reading.story.lede.map(\.marked) == ["So it is.[a.com]"])
      #expect(reading.setAside.map(\.text) == [String(cut.split { ",; ".contains($0) }[1])])
    }
    #expect(lede("So it is. (a.com)(wo").marked == "So it is.[a.com]")
  }

  @Test("Hashes that a cut has left at the end are no words", arguments: ["#", "##", "###"])
  func cutHeading(_ hashes: String) {
    #expect(lede("So it is. (a.com) \(hashes)").marked == "So it is.[a.com]")
    #expect(lede("So it is. \(hashes)").text == "So it is.")
    #expect(lede("He learns C \(hashes)").text == "He learns C \(hashes)")
  }

  @Test("A link in prose keeps its text, and is a citation of the host that it leads to")
  func proseLinks() {
    let deal = Citation(place: 12, host: "a.com", url: "https://a.com/b", label: "the deal")
    #expect(
      lede("See [the deal](https://a.com/b) now.")
        == Block(text: "See the deal now.", spans: [.init(4..<12, .link(url: "https://a.com/b"))], citations: [deal]))
    #expect(lede("See [a.com](https://a.com/b) now.").marked == "See a.com[https://a.com/b] now.")
    #expect(lede("He said [sic] (so) and [x](y z).").text == "He said [sic] (so) and [x](y z).")
    #expect(lede("See [a.com](javascript:alert) now.").citations.map(\.url) == [nil])
    #expect(lede("See [ ](https://a.com/b) now.").marked == "See[https://a.com/b] now.")
  }

  @Test("The title behind the address of a link is set aside")
  func linkTitles() {
    let prose = "See [the deal](https://a.com/b \"What it says\") now."
    let reading = read("A headline\n\n\(prose) ([b.com](https://b.com 'Who'))")
    #expect(reading.story.lede.map(\.marked) == ["See the deal[https://a.com/b] now.[https://b.com]"])
    #expect(reading.setAside.map(\.text) == ["What it says", "Who"])
  }

  @Test(
    "What a cut link left behind a citation is set aside",
    arguments: [
      "So. (a.com)tnership/))", "So. (a.com) 026/04/27/)", "So. (a.com)-deal/) More.", "So. (a.com)tners",
      "So. (a.com)-2026/04/",
      "So. (a.com)x))",
      "So. ([a.com](https://a.com/x)tnership/))",
    ])
  func residue(_ input: String) {
    let reading = read("A headline\n\n\(input)")
    #expect(reading.story.lede.first?.text.hasPrefix("So.") == true)
    #expect(reading.setAside.map(\.reason) == [.linkResidue])
  }

  @Test(
    "A citation that touches residue is no part of it",
    arguments: [
      ("So. (a.com)(müller.de)-2026/) More.", "So.[a.com][müller.de] More.", ["-2026/)"]),
      ("So. (a.com) (b.it)tnership/))", "So.[a.com][b.it]", ["tnership/))"]),
      ("So. (a.com)tnership/))(b.it) More.", "So.[a.com][b.it] More.", ["tnership/))"]),
      ("So. (a.com)（b.it）", "So.[a.com][b.it]", []),
    ])
  func residueBetween(_ input: String, _ marked: String, _ residue: [String]) {
    let reading = read("A headline\n\n\(input)")
    #expect(reading.story.lede.first?.marked == marked)
    #expect(reading.setAside.map(\.text) == residue)
  }

  @Test(
    "Prose behind a citation is no residue",
    arguments: [
      "So (as they (a.com) said) it is.", "So. (a.com) The deal(s) hold.", "So. (a.com) b) the second.",
      "So. (a.com) (see below)",
    ])
  func noResidue(_ input: String) {
    #expect(read("A headline\n\n\(input)").setAside.isEmpty)
  }

  @Test("A citation alone on its line belongs to what stands above")
  func alone() {
    let story = read("Head\n\n### Why?\n\nBecause.\n\n(a.com)\n\nMore.\n(b.com)\n").story
    #expect(story.sections.first?.blocks.map(\.marked) == ["Because.[a.com]", "More.[b.com]"])
  }

  @Test("A no-break space is a space to the parser, and stays in the words")
  func noBreakSpace() {
    #expect(lede("One\u{A0}%\u{202F}is\u{A0} enough.\u{A0}(a.com)").marked == "One\u{A0}%\u{202F}is enough.[a.com]")
  }
}
