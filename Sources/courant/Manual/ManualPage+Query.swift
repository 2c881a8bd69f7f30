import Briefing

/// `courant-query(7)`: the language of queries, from the table of its fields.
extension ManualPage {
  static var query: ManualPage {
    ManualPage(
      topic: "query", name: "courant-query", section: 7, summary: "what finds stories in courant's catalog",
      parts: [
        .chapter("Description"),
        .paragraph(
          "One language for `courant list`, `search`, `export` and `fetch`, and for `/` and `\\` in the reader. A story is found "
            + "where all that stands in the query holds. Every text is a query, and nothing is refused: what is no "
            + "field, or no date, is words, and that it is taken for words is said."),
        .chapter("Words"), .entries(words), .chapter("Fields"), .entries(fields), .chapter("States"),
        .paragraph("What `is:` takes."), .entries(states), .chapter("Days"), .entries(days),
        .chapter("How words are found"),
        .paragraph(
          "Case and accents do not count in any script, nor does how a letter is written. English words are found by their stems: "
            + "running finds runs. Chinese, Japanese, Korean and Thai are found by any characters that stand together. "
            + "On a command line, a query that begins with a hyphen goes behind `--`, and quotes that are to reach the query stand in quotes of the shell's: `courant list 'tag:\"deep sea\"'`."
        ),
        .chapter("See also"), .paragraph("courant(1), courant-keys(7)"),
      ])
  }

  private static let words = [
    Entry(term: "`crane port`", meaning: "with both words, wherever they stand"),
    Entry(term: "`\"deep sea\"`", meaning: "with the words next to each other"),
    Entry(term: "`cran*`", meaning: "with a word that begins so"),
    Entry(term: "`-crane`", meaning: "without it; a phrase and a field can have a hyphen before them, too"),
    Entry(term: "`crane OR derrick`", meaning: "with one of the two; OR joins only what stands beside it"),
  ]

  private static var fields: [Entry] {
    QueryField.all.map { Entry(term: "`\($0.name)`", meaning: "\($0.summary): `\($0.example)`") }
  }

  private static var states: [Entry] {
    QueryState.all.map { Entry(term: "`is:\($0.name)`", meaning: $0.summary) }
  }

  private static let days = [
    Entry(term: "`2026-04-28`, `2026-04`, `2026`", meaning: "a day, a month, a year, in UTC"),
    Entry(term: "`today`, `yesterday`, `7d`, `2w`", meaning: "counted back from today"),
  ]
}
