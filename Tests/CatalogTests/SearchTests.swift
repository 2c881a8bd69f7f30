import Briefing
import Testing

@testable import Catalog

@Suite struct `A search` {
  @Test func `finds words where they stand, under their question`() throws {
    let catalog = try Catalog.holding(
      incoming("Port", lede: "The cranes fell.", asks: [("Who pays?", "The insurers of the cranes pay.")]))
    let hits = try catalog.hits(Search("crane"), limit: 10).hits
    #expect(hits.map(\.place) == [Place(.lede(0), offset: 4), Place(.paragraph(section: 0, index: 0), offset: 20)])
    #expect(hits.map(\.heading) == [nil, "Who pays?"])
    #expect(hits[0].matches == [4..<10])
    #expect(hits[0].excerpt == "The cranes fell.")
  }

  @Test func `shows the places that hold the most of the words`() throws {
    let catalog = try Catalog.holding(
      incoming("Crane", summary: ["A port."], asks: [("Who?", "A crane in the port, the port.")]))
    let hits = try catalog.hits(Search("port crane"), limit: 10).hits
    #expect(hits.map(\.place.block) == [.paragraph(section: 0, index: 0)])
    #expect(hits[0].matches == [2..<7, 15..<19, 25..<29])
  }

  @Test func `puts the stories first, on request, that say most of what is asked for`() throws {
    let rest = " What else there is to say of it takes a while longer, as it does in every story."
    let catalog = try Catalog.holding(
      incoming("Rain", at: 9, lede: "A crane, once." + rest), incoming("More rain", at: 8, lede: "Fog." + rest),
      incoming("The crane", at: 3, asks: [("Whose crane?", "A crane of the port, the tallest crane." + rest)]),
      incoming("Port", at: 2, lede: "A crane and a crane." + rest))
    func dates(_ query: String, limit: Int = 50) throws -> [Int64] {
      let found = try catalog.hits(Search(query, order: .best), limit: limit)
      #expect(found.isComplete && found.hits.count <= limit)
      return found.hits.map(\.date.seconds).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
    #expect(try dates("crane") == [3, 2, 9])
    #expect(try dates("crane before:1970-01-02 -port") == [9])
    #expect(try dates("crane", limit: 1) == [3])
    #expect(try dates("rain") == [9, 8])
    #expect(try dates("is:unread") == [])
    let last = try catalog.hits(Search("crane", order: .best), limit: 9).hits.last
    #expect(try catalog.hits(Search("crane", order: .best), after: last, limit: 9).hits.isEmpty)
  }

  @Test func `shows none of the words that must not be there`() throws {
    let catalog = try Catalog.holding(incoming("Port", at: 2, lede: "Crane."), incoming("Port", at: 1, lede: "Rail."))
    let hits = try catalog.hits(Search("port -crane"), limit: 10).hits
    #expect(hits.map(\.date.seconds) == [1])
    #expect(hits[0].place.block == .headline)
  }

  @Test(arguments: [
    ("cafe", "Un CAFÉ."), ("CAFÉ", "a cafe"), ("running", "She runs."), ("GPT-4", "Uses GPT-4 now."),
    ("C++", "Written in C++."), ("“of the”", "One of the two."), ("cran*", "Cranes."), ("京都", "東京都の雨"),
    ("東京", "東京都の雨"), ("天气", "今天天气好"), ("서울", "서울에서"), ("☔", "Rain☔today"), ("today", "Rain☔today"),
    ("élan", "e\u{301}lan"), ("don't", "They don't."), ("AND", "This AND that"), ("2026", "In 2026–27."),
    ("กรุง", "กรุงเทพ"),
  ])
  func `finds`(query: String, text: String) throws {
    let catalog = try Catalog.holding(incoming("Headline", lede: text))
    let hits = try catalog.hits(Search(query), limit: 10)
    let hit = try #require(hits.hits.first)
    #expect(hit.place.block == .lede(0))
    #expect(hit.matches.allSatisfy { !$0.isEmpty && $0.upperBound <= hit.excerpt.utf8.count })
    #expect(!hit.matches.isEmpty)
    #expect(try catalog.headlines(query).count == 1)
  }

  @Test(arguments: [
    "(", ")", "\"", "*", "AND", "OR NOT", "NEAR(a b)", "headings:x", "a^2", "{x}", "-", "- -", "\0", "a\0b",
    "'); DROP TABLE story",
    "\u{FFFD}", "☔️", "👩‍🔬", "\"\"\"\"", "x*y*", "**", "-*", "asks:(", "source:%", "\\", ":", "a:b:c", "\u{E000}",
  ])
  func `is never refused, whatever is typed`(query: String) throws {
    let catalog = try Catalog.holding(incoming("Port", lede: "Nothing of the kind."))
    _ = try catalog.hits(Search(query), limit: 10)
    _ = try catalog.hits(Search(query, order: .best), limit: 10)
    _ = try catalog.rows(Listing(query: query), .first(10))
    _ = try catalog.count(Listing(query: query))
    _ = try catalog.questions(matching: query)
    _ = try catalog.sources(matching: query)
    _ = try catalog.hits(Search(String(repeating: query + " ", count: 3000)), limit: 10)
    #expect(try catalog.count(Listing()).stories == 1)
  }

  @Test func `finds no phrase that runs over from one piece to the next`() throws {
    let catalog = try Catalog.holding(incoming("Deep", summary: ["sea ports"]))
    #expect(try catalog.headlines("\"deep sea\"").isEmpty)
    #expect(try catalog.headlines("deep sea") == ["Deep"])
  }

  @Test(arguments: [1, 2, 5, 1000])
  func `goes on where it stopped, without a gap or a repeat`(limit: Int) throws {
    let catalog = try Catalog.inMemory()
    _ = try catalog.add(
      (0..<50).map { number in
        incoming(
          "Story \(number)", at: Int64(number % 13), lede: "A port.",
          asks: [("What port?", "No."), ("Who?", "A port.")])
      })
    var hits: [Hit] = []
    var isComplete = false
    while !isComplete {
      let part = try catalog.hits(Search("port"), after: hits.last, limit: limit)
      #expect(part.hits.count <= limit)
      hits += part.hits
      isComplete = part.isComplete
      if part.hits.isEmpty { break }
    }
    #expect(hits.count == 150)
    #expect(Set(hits).count == 150)
    #expect(
      zip(hits, hits.dropFirst()).allSatisfy {
        $0.date > $1.date || ($0.date == $1.date && ($0.story != $1.story || $0.place < $1.place))
      })
  }

  @Test func `shows a piece of a long text on one line, cut between words`() throws {
    let text =
      String(repeating: "some words before it and\nafter ", count: 40) + "the crane "
      + String(repeating: "more words here ", count: 40)
    let catalog = try Catalog.holding(incoming("Port", lede: text))
    let hit = try #require(try catalog.hits(Search("crane"), limit: 1).hits.first)
    #expect(hit.excerpt.utf8.count < 300)
    #expect(!hit.excerpt.contains("\n"))
    #expect(hit.excerpt.hasPrefix("…") && hit.excerpt.hasSuffix("…"))
    #expect(String(decoding: Array(hit.excerpt.utf8)[hit.matches[0]], as: UTF8.self) == "crane")
    #expect(String(decoding: Array(text.utf8)[hit.place.offset..<(hit.place.offset + 5)], as: UTF8.self) == "crane")
  }

  @Test func `cuts no character in two where there are no spaces`() throws {
    let text = String(repeating: "が👩‍🔬雨", count: 200) + "蓄電池" + String(repeating: "は\u{3099}", count: 200)
    let catalog = try Catalog.holding(incoming("Port", lede: text))
    let hit = try #require(try catalog.hits(Search("電池"), limit: 1).hits.first)
    #expect(!hit.excerpt.contains("\u{FFFD}"))
    #expect(String(decoding: Array(hit.excerpt.utf8)[hit.matches[0]], as: UTF8.self) == "電池")
    #expect(text.contains(hit.excerpt.dropFirst().dropLast()))
  }
}
