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

  @Test func `reads its fields`() {
    let april = Moment(seconds: 1_775_001_600)
    #expect(Query("source:WWW.Axios.com").clauses == [[.init(.source("axios.com"))]])
    #expect(Query("asks:\"who pays\"").clauses == [[.init(.asks("who pays", isPrefix: false))]])
    #expect(Query("is:unread -is:starred").clauses == [[.init(.unread(true))], [.init(.starred, isNegated: true)]])
    #expect(Query("before:2026-04-01 after:2026-04").clauses == [[.init(.before(april))], [.init(.after(april))]])
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
