import Briefing

/// A line of tags, read for some stories: `energy -ports` tags them with one and takes the other away.
struct Tagging {
  private let rows: [Row]

  init(_ rows: [Row]) {
    self.rows = rows
  }

  /// The changes that the line asks for, each for the stories that it makes a difference to; or why there is none.
  func steps(for line: String) -> [Step] {
    let words = line.split { $0.isWhitespace }
    let steps = words.flatMap { word -> [Step] in
      let isTagged = !word.hasPrefix("-")
      guard let name = Tag.name(String(isTagged ? word : word.dropFirst())) else {
        return [.say("“\(word)” is no tag")]
      }
      let changed = rows.filter { $0.tags.contains(name) != isTagged }
      guard !changed.isEmpty else {
        return [.say(isTagged ? "#\(name) is there already" : "there is no #\(name) here")]
      }
      let free = isTagged ? changed.filter { $0.tags.count < Tag.most } : changed
      guard !free.isEmpty else { return [.say("a story has at most \(Tag.most) tags: -NAME takes one away")] }
      return [.effect(.change(.mark(free.map(\.id), .tagged(name, isTagged))))]
    }
    return steps.isEmpty && !words.isEmpty ? [.say("“\(line)” is no tag")] : steps
  }

  /// The word that is being typed at the end of a line, as a tag's name, and what stands before it.
  func lastWord(of line: String) -> (before: String, typed: String) {
    let start = line.lastIndex { $0.isWhitespace }.map { line.index(after: $0) } ?? line.startIndex
    let hyphen = line[start...].hasPrefix("-") ? line.index(after: start) : start
    return (String(line[..<hyphen]), Tag.name(String(line[hyphen...])) ?? "")
  }

  /// The names that may stand after some words: after a hyphen, those that the stories have.
  func names(for before: String, among all: [String]) -> [String] {
    guard before.hasSuffix("-") else { return all.sorted() }
    return Set(rows.flatMap(\.tags)).sorted()
  }
}

extension [Row] {
  /// Which tags some stories have, and how many of the stories where not all do.
  var tagSentence: String {
    var numbers: [String: Int] = [:]
    for row in self { for name in row.tags { numbers[name, default: 0] += 1 } }
    guard !numbers.isEmpty else { return "no tags yet: energy adds one, -energy takes it away" }
    return numbers.sorted { $0.key < $1.key }.map { name, number in
      number == count ? "#\(name)" : "#\(name) (\(number) of \(count))"
    }.joined(separator: "  ")
  }
}
