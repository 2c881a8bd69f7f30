import Briefing
import Foundation
import Testing

@testable import Catalog

/// Which of the stories that arrive are one.
@Suite struct `A story that arrives` {
  private static let lede = """
    The harbour sold its three oldest cranes on Monday to make room for a longer train. A scrap dealer from up the river \
    bought them and had to bring a crane of his own.
    """
  private static let answers = [
    ("Why sell them now?", "They had stood idle since the spring, and idle cranes are paid for by the day."),
    (
      "What is gained?", "A day. Ships that used to wait for the tide are now turned round before it, says the harbour."
    ),
  ]

  private func port(_ headline: String = "A port loses three cranes", at seconds: Int64 = 1000) -> IncomingStory {
    incoming(headline, at: seconds, lede: Self.lede, asks: Self.answers)
  }

  private func day(_ number: Int64, _ answers: String...) -> IncomingStory {
    incoming(
      "The morning brief", at: number * 86_400,
      lede: "Good morning from the desk. Here is what to know before the market opens, in three short answers.",
      asks: Array(zip(["What moved overnight?", "What should I watch?", "Who is speaking today?"], answers)))
  }

  private var days: [IncomingStory] {
    [
      day(
        1, "Rice fell four per cent after a late harvest report from the north.",
        "Stocks in the southern mills, which are counted at noon.", "The minister of food, at a fair in the port."),
      day(
        2, "Copper rose on word that two shafts stay shut until the autumn.",
        "The vote on the canal toll, due in the evening.", "Nobody of note; the bank is closed."),
      day(
        3, "Coffee slipped while the ships waited off the coast for berths.",
        "A court ruling about the silo fire of last spring.", "Three union heads, one after another."),
    ]
  }

  @Test func `each day under one headline is another one, and changes nothing when it comes again`() throws {
    for order in [days, days.reversed(), [days[1], days[2], days[0]]] {
      let catalog = try Catalog.inMemory()
      #expect(try catalog.add(order).new == 3)
      #expect(try catalog.add(order).known == 3)
      #expect(try catalog.rows(Listing(), .first(9)).map(\.versions) == [1, 1, 1])
    }
  }

  @Test func `under another headline is a newer version of what says the same`() throws {
    for headlines in [["A port loses three cranes", "Why the cranes are gone"], ["Hafen", "Cranes sold"]] {
      let catalog = try Catalog.holding(port(headlines[0]))
      let added = try catalog.add([port(headlines[1], at: 9000)])
      #expect(added.versions == 1)
      #expect(try catalog.headlines() == [headlines[1]])
    }
  }

  @Test func `is a newer version also where each sentence was reworded a little`() throws {
    let catalog = try Catalog.holding(port())
    let reworded = incoming(
      "Why the cranes are gone", at: 9000,
      lede: """
        On Monday the harbour sold its three oldest cranes, to make room for a longer train. A scrap dealer from up the \
        river bought them, and he had to bring a crane of his own.
        """,
      asks: [
        ("Why now?", "They had stood idle since spring, and idle cranes are paid for by the day."),
        ("What for?", "A day. Ships that waited for the tide are now turned round before it, says the harbour."),
      ])
    #expect(try catalog.add([reworded]).versions == 1)
    #expect(try catalog.add([reworded, port()]).known == 2)
  }

  @Test func `under another headline, of another day and with a sentence changed is a newer version`() throws {
    let catalog = try Catalog.holding(port("A port loses three cranes", at: 1000))
    var answers = Self.answers
    answers[1].1 += " Nobody asked the tide."
    let changed = incoming(
      "Cranes make room for a train", at: 200_000, lede: Self.lede, asks: answers, origin: "/another file.txt")
    #expect(try catalog.add([changed]).versions == 1)
    #expect(try catalog.add([changed, port("A port loses three cranes", at: 1000)]).known == 2)
    #expect(try catalog.headlines() == ["Cranes make room for a train"])
  }

  @Test func `is another one where the figures and names are others, however alike the words are`() throws {
    func result(_ team: String, _ goals: Int) -> IncomingStory {
      incoming(
        "The match of \(team)", at: Int64(goals),
        lede: "The team of \(team) won its game on Sunday by \(goals) goals to none in front of a small crowd.",
        asks: [
          ("Who scored?", "The captain of \(team) scored most of the \(goals) goals before the break came."),
          ("What comes next?", "Next week \(team) travels to the coast, where it has lost \(goals) times already."),
        ])
    }
    let catalog = try Catalog.inMemory()
    #expect(try catalog.add([result("Aford", 3), result("Beham", 5), result("Cester", 7)]).new == 3)
  }

  @Test func `with an address of its own is known by that, whatever it says`() throws {
    let catalog = try Catalog.holding(incoming("One", at: 1, lede: "It rains.", url: "https://a.example/page"))
    let other = incoming("Two", at: 2, lede: "The sun is out at last.", url: "http://www.a.example/page/#top")
    #expect(try catalog.add([other]).versions == 1)
    #expect(try catalog.headlines() == ["Two"])
    // The first page of a site says something else each day.
    #expect(try catalog.add([incoming("Three", lede: "Fog.", url: "https://a.example/")]).new == 1)
    #expect(try catalog.add([incoming("Four", lede: "Wind.", url: "https://a.example")]).new == 1)
  }

  @Test func `from a feed is known by its name there, and other names are other stories`() throws {
    func entry(_ guid: String, _ headline: String, feed: String = "f", at seconds: Int64 = 1) -> IncomingStory {
      let port = port(headline, at: seconds)
      return IncomingStory(
        reading: port.reading, original: port.original, provenance: .entry(feed: feed, guid: guid),
        date: Moment(seconds: seconds))
    }
    let catalog = try Catalog.inMemory()
    #expect(try catalog.add([entry("1", "Cranes"), entry("2", "Cranes"), entry("3", "Other cranes")]).new == 3)
    #expect(try catalog.add([entry("1", "Cranes"), entry("2", "Cranes"), entry("3", "Other cranes")]).known == 3)
    #expect(try catalog.add([entry("2", "Cranes, gone", at: 5)]).versions == 1)
    #expect(try catalog.headlines().sorted() == ["Cranes", "Cranes, gone", "Other cranes"])
  }

  @Test func `from a file that its user edited is a newer version`() throws {
    let one = incoming("Notes", at: 1, lede: Self.lede, origin: "/notes.txt")
    let two = incoming("My notes on the harbour", at: 2, lede: "See to it. " + Self.lede, origin: "/notes.txt")
    let other = incoming("Shopping", at: 3, lede: "Bread, two onions and some of the good oil.", origin: "/notes.txt")
    let catalog = try Catalog.holding(one)
    #expect(try catalog.add([two]).versions == 1)
    #expect(try catalog.add([other]).new == 1)
  }

  @Test func `in other words of other scripts is known again, too`() throws {
    let body = "港口周一卖掉了三台最老的起重机，好让更长的火车开进来。一个上游的废品商买下了它们，还得自己带一台起重机来。"
    let catalog = try Catalog.holding(incoming("港口", at: 1, lede: body))
    #expect(try catalog.add([incoming("起重机", at: 2, lede: body + "河水很低。")]).versions == 1)
  }

  @Test func `is known by what another program added a moment ago, and after a kill`() throws {
    let folder = TemporaryPlace()
    let path = folder.path("catalog.db")
    let one = try Catalog.openOrCreate(at: path)
    _ = try one.add([port()])
    // Nothing was synced: what is known of its words lies in the memory of the first one alone.
    let two = try Catalog.open(at: path)
    #expect(try two.add([port("Gone", at: 9000)]).versions == 1)
    try two.sync()
    #expect(try one.add([port("Gone for good", at: 99_000)]).versions == 1)
    try one.sync()
    #expect(try Catalog.open(at: path).add([port("Once more", at: 199_000)]).versions == 1)
  }

  @Test func `is found among thousands by its words`() throws {
    let catalog = try Catalog.inMemory(isSearchable: false)
    let many = (0..<3000).map { number in
      incoming(
        "Story \(number)", at: Int64(number) * 100,
        lede: "On quay \(number) it rained for \(number + 1) days. Nobody of the \(number + 2) who live there minded.")
    }
    _ = try catalog.add([port()] + many)
    try catalog.sync()
    #expect(try catalog.add([port("Gone", at: 900_000)]).versions == 1)
    #expect(try catalog.add(many).known == 3000)
  }
}
