import Briefing

/// Headlines and dates that stand in the place of what a story says of itself.
extension State {
  /// Gives the chosen story another headline or date; an empty line, its own again.
  mutating func edit(_ kind: Prompt.Kind, to line: String) -> [Effect] {
    guard let row = history.current.content.chosenRows.first, line != kind.line(of: row) else { return [] }
    guard line.contains(where: { !$0.isWhitespace }) else {
      return sendForUser(.edit(row.id, [kind == .date ? .date(nil) : .headline(nil)]))
    }
    guard kind == .date else { return sendForUser(.edit(row.id, [.headline(line)])) }
    guard let date = date(line) else {
      let sentence = "“\(line)” is no date; 2026-04-28 is one, 2026-04-28T09:30Z, yesterday, and 3d for three days ago"
      prompt = Prompt(.date, before: history.current, text: line, about: sentence)
      return []
    }
    return sendForUser(.edit(row.id, [.date(date)]))
  }

  /// A moment, or a day as queries count it back from today. A month or a year is not one day.
  private func date(_ line: String) -> Moment? {
    if let date = Moment(iso8601: line) { return date }
    guard let today, case .daysAgo(let days)? = Period(line) else { return nil }
    return Period.daysAgo(days).range(on: today).from
  }
}

extension Prompt.Kind {
  /// How a prompt for a headline or a date opens for some stories.
  func openingForEdit(of rows: [Row]) -> Prompt.Opening {
    guard let row = rows.first else { return .refused("there is no story here") }
    guard rows.count == 1 else { return .refused("headlines and dates are edited one story at a time") }
    return .line(line(of: row), about: "an empty line brings back what the story says")
  }

  /// What there is to go on from: the headline, or the day.
  fileprivate func line(of row: Row) -> String {
    self == .date ? String(row.date.iso8601.prefix(10)) : LineEditor(row.headline).text
  }
}
