import Briefing
import Reader
import System

/// The list forms for people and pipes. Two spaces part what stands on one line.
extension Row {
  func line(_ days: ListDates) -> String {
    let mark = isStarred ? "*" : isUnread ? "•" : " "
    let tail = [questions.of("question"), sources.of("source")] + tags.map { "#" + $0 }
    return "\(id)  \(days.column(date))  \(mark) \(headline)  \(tail.joined(separator: "  "))"
  }
}

extension Source {
  var line: String {
    "\(host)  \(claims.of("claim"))  \(stories.of("story", "stories"))"
  }
}

extension TagCount {
  var line: String { "\(name)  \(stories.of("story", "stories"))" }
}

extension Question {
  func lines(_ days: ListDates) -> [String] {
    [wording]
      + askings.map { asking in
        let wording = asking.wording == self.wording ? "" : "  (\(asking.wording))"
        return "  \(asking.story)  \(days.label(asking.date))  \(asking.headline)\(wording)"
      }
  }
}

extension Hit {
  /// The excerpt with every match in brackets, as it looks where there is no colour.
  var marked: String {
    var text = ""
    var end = 0
    for match in matches {
      text += excerpt.bytes(end..<match.lowerBound) + "[" + excerpt.bytes(match) + "]"
      end = match.upperBound
    }
    return text + excerpt.bytes(end..<excerpt.utf8.count)
  }
}

extension String {
  /// The text at UTF-8 offsets; offsets beyond the end mean the end.
  func bytes(_ range: Range<Int>) -> String {
    String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}

extension Int {
  /// `1 claim`, `2 claims`.
  fileprivate func of(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}

extension Moment {
  /// The time on the system's clock.
  static var now: Moment { Moment(seconds: WallClock.seconds) }

  /// The date alone, in UTC.
  var day: String { String(iso8601.prefix(10)) }
}

/// How days are written in lists.
struct ListDates {
  let style: DateStyle
  var today = Moment.now

  /// As the user likes them on a terminal; a program that reads them is never given another form.
  static var printed: ListDates {
    ListDates(style: Output.isTerminal ? Config.current.settings.reader.dates : .iso)
  }

  func label(_ date: Moment) -> String {
    style == .short ? date.dayLabel(today: today, .short, isRoomy: false) : date.day
  }

  /// As wide for every day.
  func column(_ date: Moment) -> String {
    let label = label(date)
    return String(repeating: " ", count: max(0, Self.columns - label.count)) + label
  }

  /// `Apr 2024`.
  private static let columns = 8
}

/// Sets what was found under its story and its question, each of which is named once.
struct GroupedLines {
  private let days = ListDates.printed
  private var story: StoryID?
  private var section: Int?

  mutating func lines(for hit: Hit) -> [String] {
    headings(hit.story, hit.date, hit.headline, hit.place.block.section, hit.heading) + ["    " + hit.marked]
  }

  mutating func lines(for claim: Claim) -> [String] {
    headings(claim.story, claim.date, claim.headline, claim.place.block.section, claim.heading)
      + ["    " + claim.sentence]
  }

  mutating func lines(for note: PlacedNote) -> [String] {
    let text = note.note.text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    return headings(note.story, note.date, note.headline, note.note.section, note.heading) + text
  }

  private mutating func headings(
    _ id: StoryID, _ date: Moment, _ headline: String, _ section: Int?, _ heading: String?
  ) -> [String] {
    let isSameStory = id == story
    let isSameSection = isSameStory && section == self.section
    (story, self.section) = (id, section)
    let first = isSameStory ? [] : ["\(id)  \(days.label(date))  \(headline)"]
    guard !isSameSection, let heading else { return first }
    return first + ["  " + heading]
  }
}
