import Briefing
import Testing

@Suite struct `A query` {
  private func words(_ text: String, isPrefix: Bool = false, not isNegated: Bool = false) -> Query.Term {
    Query.Term(.words(text, isPrefix: isPrefix), isNegated: isNegated)
  }

  @Test func `wants every word`() {
    #expect(Query("crane port").clauses == [[words("crane")], [words("port")]])
  }

  @Test func `keeps a phrase together, also one that is still being typed`() {
    #expect(Query("\"deep sea\" port").clauses == [[words("deep sea")], [words("port")]])
    #expect(Query("“deep sea”").clauses == [[words("deep sea")]])
    #expect(Query("\"deep se").clauses == [[words("deep se")]])
  }

  @Test func `knows a word cut short, and one that must not be there`() {
    #expect(
      Query("cran* -port -\"deep sea\"").clauses == [
        [words("cran", isPrefix: true)], [words("port", not: true)], [words("deep sea", not: true)],
      ])
  }

  @Test func `joins with OR only what stands beside it`() {
    #expect(Query("a OR b c").clauses == [[words("a"), words("b")], [words("c")]])
    #expect(Query("OR").clauses == [[words("OR")]])
    #expect(Query("a OR").clauses == [[words("a")], [words("OR")]])
    #expect(Query("a or b").clauses.count == 3)
  }

  @Test func `explains each of its fields with an example that it understands`() {
    for field in QueryField.all {
      #expect(Query.doubts(in: field.example).isEmpty && Query(field.example).wanted.count <= 1)
      #expect(Query(field.example).clauses.count == 1, "\(field.name)")
    }
    for state in QueryState.all { #expect(Query.doubts(in: "is:\(state.name)").isEmpty) }
  }

  @Test func `reads its fields`() {
    let april = Period.dates(from: Moment(seconds: 1_775_001_600), until: Moment(seconds: 1_777_593_600))
    let first = Period.dates(from: Moment(seconds: 1_775_001_600), until: Moment(seconds: 1_775_088_000))
    #expect(Query("source:WWW.Axios.com").clauses == [[.init(.source("axios.com"))]])
    #expect(Query("asks:\"who pays\"").clauses == [[.init(.asks("who pays", isPrefix: false))]])
    #expect(Query("is:unread -is:starred").clauses == [[.init(.unread(true))], [.init(.starred, isNegated: true)]])
    #expect(Query("before:2026-04-01 after:2026-04").clauses == [[.init(.before(first))], [.init(.after(april))]])
    #expect(Query("on:2026-04 after:7d").clauses == [[.init(.on(april))], [.init(.after(.daysAgo(7)))]])
    #expect(
      Query("publisher:\"Port News\" -publisher:sea").clauses == [
        [.init(.publisher("Port News"))], [.init(.publisher("sea"), isNegated: true)],
      ])
    #expect(Query("is:begun").clauses == [[.init(.begun)]])
  }

  @Test func `reads a tag however it is typed, and what the user left on stories`() {
    let tags = ["tag:energy", "TAG:Energy", "tag:#energy", "tag:\"Energy\""]
    for text in tags { #expect(Query(text).clauses == [[.init(.tagged("energy"))]]) }
    #expect(
      Query("tag:\"deep sea\" OR -tag:port").clauses == [
        [.init(.tagged("deep-sea")), .init(.tagged("port"), isNegated: true)]
      ])
    #expect(
      Query("is:tagged -is:noted is:changed").clauses == [
        [.init(.hasTags)], [.init(.hasNotes, isNegated: true)], [.init(.hasVersions)],
      ])
  }

  @Test(arguments: [
    ("today", 0, 1), ("Yesterday", -1, 0), ("7d", -7, -6), ("2w", -14, -13), ("0d", 0, 1), ("2026-04-28", -2, -1),
    ("2026-04", -29, 1), ("2026", -119, 246),
  ])
  func `counts days from the day it is asked on`(typed: String, from: Int64, until: Int64) throws {
    let midnight = try #require(Moment(iso8601: "2026-04-30")).seconds
    for second in [0, 1, 86_399] as [Int64] {
      let range = try #require(Period(typed)).range(on: Moment(seconds: midnight + second))
      #expect(range.from.seconds == midnight + from * 86_400 && range.until.seconds == midnight + until * 86_400)
    }
  }

  @Test(arguments: ["", "d", "7", "-7d", "7m", "2026-13", "2026-02-30", "tomorrow", "99999999d", "٧d"])
  func `takes nothing else for a date`(typed: String) {
    #expect(Period(typed) == nil)
  }

  @Test func `says what looks like a field and is none`() {
    let doubts: [Query.Doubt] = [
      .field("iss"), .value("purple", .states), .value("foo", .days), .value("2026-02-30", .days),
    ]
    #expect(Query.doubts(in: "Iss:unread is:purple after:foo on:2026-02-30 iss:x") == doubts)
    #expect(Query("iss:unread").clauses == [[words("iss:unread")]])
    let clear = [
      "crane is:unread tag:x publisher:y after:7d", "https://a.example/b", "at 10:30 a:b", "note: this", "\"iss:x\"",
      "is: tag:", "\"is:purple\"",
    ]
    for text in clear { #expect(Query.doubts(in: text).isEmpty, "\(text)") }
    #expect(Query.doubts(in: "sauce:\"x\"") == [.field("sauce")])
    #expect(Query.doubts(in: "-is:purple") == [.value("purple", .states)])
    #expect(Query.doubts(in: "asks:! source:…") == [.value("!", .words), .value("…", .hosts)])
  }

  @Test func `is sought within another one, which it does not change`() {
    #expect(Query(Search("OR b", within: "a OR")).clauses == Query("a OR").clauses + Query("OR b").clauses)
  }

  @Test func `looks for a hashtag in the text of stories`() {
    #expect(Query("#energy").clauses == [[words("#energy")]])
  }

  @Test(arguments: ["is:purple", "before:tomorrow", "after:2026-02-30", "lang:de"])
  func `takes for words what no field can mean`(text: String) {
    #expect(Query(text).clauses == [[words(text)]])
  }

  @Test(arguments: [
    "", " ", "(", "-", "\"", "\"\"", "*", "&&", "-(", "source:", "tag:", "tag:#", "-tag:\"", "\0", "\u{301}",
  ])
  func `passes over what has nothing to look for`(text: String) {
    #expect(Query(text).clauses.isEmpty)
  }

  @Test func `stops reading a text that no one typed`() {
    #expect(Query(String(repeating: "a ", count: 100_000)).clauses.count == Query.longest)
  }
}
