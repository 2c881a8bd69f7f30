import Briefing

/// The list forms for people and pipes. Two spaces part what stands on one line.
extension Row {
  func line(_ days: Days) -> String {
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

extension Question {
  func lines(_ days: Days) -> [String] {
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
  /// The date alone, in UTC.
  var day: String { String(iso8601.prefix(10)) }
}
