import Briefing

/// A line of tags, read for some stories; `TagLine` says how.
struct Tagging {
  private let rows: [Row]

  init(_ rows: [Row]) {
    self.rows = rows
  }

  /// The change that the line asks for, each tag for the stories that it makes a difference to; or why there is none.
  func steps(for text: String) -> [Step] {
    let line = TagLine(text)
    if let flaw = line.flaw { return [.say("“\(flaw)” is no tag")] }
    let markings = line.items.compactMap(marking)
    guard !markings.isEmpty else { return line.items.prefix(1).map { .say(whyNothingChanges($0)) } }
    let change = markings.count == 1 ? Change.mark(markings[0].stories, markings[0].mark) : .marks(markings)
    return [.effect(.change(change))]
  }

  /// Nil where no story would be different.
  private func marking(_ item: TagLine.Item) -> Marking? {
    let changed = rows.filter { $0.tags.contains(item.name) != item.isGiven }
    let free = item.isGiven ? changed.filter { $0.tags.count < Tag.most } : changed
    return free.isEmpty ? nil : Marking(free.map(\.id), .tagged(item.name, item.isGiven))
  }

  private func whyNothingChanges(_ item: TagLine.Item) -> String {
    guard rows.allSatisfy({ $0.tags.contains(item.name) == item.isGiven }) else {
      return "a story has at most \(Tag.most) tags: -NAME takes one away"
    }
    return item.isGiven ? "#\(item.name) is there already" : "there is no #\(item.name) here"
  }

  /// The same for all stories of a listing, which are not all known here.
  func steps(for text: String, onAll bulk: (BulkChange.Action) -> BulkChange) -> [Step] {
    let line = TagLine(text)
    if let flaw = line.flaw { return [.say("“\(flaw)” is no tag")] }
    return line.items.map { .effect(.changeAll(bulk(.mark(.tagged($0.name, $0.isGiven))))) }
  }

  /// The tag that is being typed at the end of a line, as its name, and what stands before it.
  func lastWord(of line: String) -> (before: String, typed: String) {
    let start = TagLine.startOfLastPiece(of: line)
    let word = line[start...].firstIndex { !$0.isWhitespace } ?? line.endIndex
    let hyphen = line[word...].hasPrefix("-") ? line.index(after: word) : word
    return (String(line[..<hyphen]), Tag.name(String(line[hyphen...])) ?? "")
  }

  /// The tags that the stories have.
  var names: [String] { Set(rows.flatMap(\.tags)).sorted() }
}

extension [Row] {
  /// Which tags some stories have, and how many of the stories where not all do.
  var tagSentence: String {
    var numbers: [String: Int] = [:]
    for row in self { for name in row.tags { numbers[name, default: 0] += 1 } }
    guard !numbers.isEmpty else {
      return "no tags yet: energy adds one, -energy takes it away; quotes or commas keep the words of one together"
    }
    return numbers.sorted { $0.key < $1.key }.map { name, number in
      number == count ? "#\(name)" : "#\(name) (\(number) of \(count))"
    }.joined(separator: "  ")
  }
}
