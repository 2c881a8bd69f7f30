import Briefing
import Formats

extension Subscription {
  /// A line for people and pipes.
  func line(_ days: ListDates) -> String {
    let parts =
      [name, "\(unread.grouped) unread of \(stories.grouped)", state(days)] + settings.tags.map { "#" + $0 }
      + (name == url ? [] : [url])
    return parts.map(displayable).joined(separator: "  ")
  }

  /// How fetching it went.
  private func state(_ days: ListDates) -> String {
    if stream != nil { return "of your account" + (fetches.succeeded.map { ", \(days.label($0))" } ?? "") }
    if fetches.hasEnded { return "gone for good" + reason }
    if let since = fetches.failingSince { return "failing since \(days.label(since))" + reason }
    return fetches.succeeded.map { "fetched \(days.label($0))" } ?? "not fetched yet"
  }

  private var reason: String { fetches.failure.map { " (\($0))" } ?? "" }

  var json: JSON {
    let keep: JSON =
      switch settings.keep {
      case .days(let days): .integer(days)
      case .forever: .string("forever")
      }
    return .object([
      "name": .string(name), "url": .string(url), "title": .string(title), "site": .string(site),
      "tags": .strings(settings.tags), "stories": .integer(stories), "unread": .integer(unread),
      "fetched": .string(fetches.succeeded?.iso8601), "attempted": .string(fetches.attempted?.iso8601),
      "due": .string(fetches.due?.iso8601), "failures": .integer(fetches.failures),
      "failingSince": .string(fetches.failingSince?.iso8601), "failure": .string(fetches.failure),
      "ended": .bool(fetches.hasEnded), "interval": settings.interval.map { .integer($0) } ?? .null,
      "account": .bool(stream != nil), "fullText": settings.isFullText.map { .bool($0) } ?? .null, "keep": keep,
    ])
  }
}
