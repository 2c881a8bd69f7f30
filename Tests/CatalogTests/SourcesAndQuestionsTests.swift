import Briefing
import Testing

@testable import Catalog

@Suite struct `Sources and questions` {
  @Test func `come with the claims, stories and dates that rest on a source`() throws {
    let catalog = try Catalog.holding(
      incoming("New", at: 9, lede: "Rain.", cites: ["a.example", "b.example"]),
      incoming("Old", at: 2, lede: "Snow.", cites: ["a.example"], asks: [("Why?", "Cold.")]))
    let first = try catalog.sources()[0]
    #expect(
      first
        == Source(
          host: "a.example", claims: 3, stories: 2, firstSeen: Moment(seconds: 2), lastSeen: Moment(seconds: 9)))
    #expect(try catalog.sources(matching: "B.EX").map(\.host) == ["b.example"])
    #expect(try catalog.sources(matching: "none").isEmpty)
  }

  @Test func `tell the sentence that a citation stands behind, newest story first`() throws {
    let catalog = try Catalog.holding(
      incoming("Old", at: 2, lede: "It was cold. Snow fell.", cites: ["a.example"], asks: [("Why?", "Cold air.")]),
      incoming("New", at: 9, lede: "Rain.", cites: ["a.example"]))
    let claims = try catalog.claims(host: "www.A.example")
    #expect(claims.map(\.sentence) == ["Rain.", "Snow fell.", "Cold air."])
    #expect(claims.map(\.heading) == [nil, nil, "Why?"])
    #expect(claims[2].place == Place(.paragraph(section: 0, index: 0), offset: 9))
    #expect(try catalog.claims(host: "a.example", after: claims[0]) == Array(claims[1...]))
    #expect(try catalog.claims(host: "a.example", limit: 1) == [claims[0]])
    #expect(try catalog.claims(host: "none.example").isEmpty)
  }

  @Test func `reach every claim of a source with very many, in parts`() throws {
    let catalog = try Catalog.inMemory()
    _ = try catalog.add(
      (0..<300).map { incoming("Story \($0)", at: Int64($0 % 50), lede: "Rain.", cites: ["a.example"]) })
    let all = try catalog.claims(host: "a.example")
    #expect(all.count == 300)
    var parts = try catalog.claims(host: "a.example", limit: 40)
    while case let next = try catalog.claims(host: "a.example", after: parts.last, limit: 40), !next.isEmpty {
      parts += next
    }
    #expect(parts == all)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.date >= $1.date })
    let reaching = try catalog.claims(host: "a.example", reaching: all[210].date, limit: 40)
    #expect(reaching.starts(with: all[...210]))
    #expect(reaching == Array(all.prefix(reaching.count)))
    #expect(try catalog.source("A.example")?.claims == 300)
    #expect(try catalog.source("none.example") == nil)
  }

  @Test func `group questions that mean the same, the one asked last first, and what closes stories at the end`() throws
  {
    let catalog = try Catalog.holding(
      incoming("Old", at: 1, asks: [("What changed?", "A."), ("The short of it", "B.")]),
      incoming("New", at: 100, asks: [("Who pays?", "C."), ("Bottom line", "D.")]))
    let questions = try catalog.questions()
    #expect(questions.map(\.wording) == ["Who pays?", "What changed?", "Bottom line"])
    #expect(try catalog.questions(limit: 2).map(\.wording) == ["Who pays?", "What changed?"])
    #expect(try catalog.questions(matching: "bottom").map(\.wording) == ["Bottom line"])
    let closing = try #require(questions.last)
    #expect(closing.askings.map(\.headline) == ["New", "Old"])
    #expect(closing.askings.map(\.section) == [1, 1])
    #expect(closing.askings.map(\.wording) == ["Bottom line", "The short of it"])
    let cut = try #require(try catalog.questions(askings: 1).first { $0.total == 2 })
    #expect(cut.askings.map(\.headline) == ["New"])
  }

  @Test func `are as many of a story in the list as its row says, headings that ask nothing not counted`() throws {
    let headings = ["Why?", "Why?", "???", "Who pays?", "who PAYS", "Background", "The short of it"]
    var article = Story(
      headline: "Article", sections: ["Methods", "Who paid?", "Results"].map { Section(heading: $0) })
    article = article.withQuestionsMarked()
    let catalog = try Catalog.holding(
      incoming("Briefing", at: 100, asks: headings.map { ($0, "So.") }),
      incoming("Other", at: 50, asks: [("Why?", "So.")]),
      IncomingStory(reading: Reading(story: article), original: Array("x".utf8), date: Moment(seconds: 10)))
    let questions = try catalog.questions()
    for row in try catalog.rows(Listing(), .first(9)) {
      #expect(questions.flatMap(\.askings).count { $0.story == row.id } == row.questions, "\(row.headline)")
    }
    #expect(try catalog.rows(Listing(), .first(9)).map(\.questions) == [7, 1, 1])
    #expect(questions.map(\.stories).sorted() == [1, 1, 1, 1, 1, 2])
  }

  @Test func `find questions while their words are typed`() throws {
    let catalog = try Catalog.holding(
      incoming("Port", asks: [("Who pays the insurers?", "The state pays."), ("Who waits?", "Insurers.")]))
    #expect(try catalog.questions(matching: "ins").map(\.wording) == ["Who pays the insurers?"])
    #expect(try catalog.questions(matching: "who insur").map(\.wording) == ["Who pays the insurers?"])
    #expect(try catalog.questions(matching: "state").isEmpty)
    #expect(try catalog.questions(matching: "", limit: 1).count == 1)
  }
}
