/// Finds the lines of a text that define what its marks stand for.
struct ReferenceFinder {
  let all: [Line]
  let text: Bytes
  let held: HeldSpaces
  private var lists: [ReferenceList] = []
  private var index = 0
  /// The mark that opened the code that the lines stand in.
  private var fence: UInt8?
  /// What the text refers to, once somebody has asked.
  private var found: Set<String>?

  init(_ all: [Line], in text: Bytes, held: HeldSpaces) {
    (self.all, self.text, self.held) = (all, text, held)
  }

  mutating func find() -> [ReferenceList] {
    while index < all.count {
      if isCode() || !(readDefinition() || readSources() || readHeadedList() || readBareList()) { index += 1 }
    }
    if lists.contains(where: \.mayBeUnreferred) { markUnreferred() }
    return lists
  }

  /// Steps into code between fences, and out of it.
  private mutating func isCode() -> Bool {
    let range = all[index].range
    guard text[range.lowerBound] == UInt8(ascii: "`") || text[range.lowerBound] == UInt8(ascii: "~") else {
      return fence != nil
    }
    for mark in ["```", "~~~"] as [StaticString] where text.has(mark, at: range.lowerBound) {
      if fence == nil { fence = text[range.lowerBound] } else if fence == text[range.lowerBound] { fence = nil }
      return true
    }
    return fence != nil
  }

  // MARK: - Definitions that say so

  /// `[name]: address`, `[^3]: words and an address`, `[3] the same`.
  private mutating func readDefinition() -> Bool {
    let range = all[index].range
    if text[range.lowerBound] == UInt8(ascii: ">") { return readQuotedDefinition(range) }
    guard text[range.lowerBound] == UInt8(ascii: "["), let close = nameEnd(range) else { return false }
    let name = range.lowerBound + 1..<close
    let hasColon = text.has(":", at: close + 1) && close + 1 < range.upperBound
    let isNumber = text[name].allSatisfy(\.isDigit)
    let isNote = text[name.lowerBound] == UInt8(ascii: "^") && name.count > 1
    guard hasColon || isNumber, isNote || opens(index) else { return false }
    let content = text.trimmed(close + (hasColon ? 2 : 1)..<range.upperBound)
    if hasColon, !isNote,
      let entry = definition(name, from: close + 2, limit: blockEnd(from: index), isNumber: isNumber)
    {
      return add(entry)
    }
    guard isNote || isNumber else { return false }
    return add(
      numberedEntry([ReferenceNumbers.name(text, name)], content, isExplicit: hasColon), mayBeUnreferred: !hasColon)
  }

  /// `> [name]: address` on one line, where no words of the quote go on.
  private mutating func readQuotedDefinition(_ line: Range<Int>) -> Bool {
    guard index == 0 || all[index].opensBlock || !goesOnInQuote(index - 1) else { return false }
    let words = text.behindQuotes(line)
    guard !words.isEmpty, text[words.lowerBound] == UInt8(ascii: "["), let close = nameEnd(words),
      close + 1 < words.upperBound, text[close + 1] == UInt8(ascii: ":"),
      text[words.lowerBound + 1] != UInt8(ascii: "^")
    else { return false }
    let name = words.lowerBound + 1..<close
    return add(definition(name, from: close + 2, limit: words.upperBound, isNumber: text[name].allSatisfy(\.isDigit)))
  }

  /// Whether words of a quote stand in line `index`, and no definition.
  private func goesOnInQuote(_ index: Int) -> Bool {
    let line = all[index].range
    guard text[line.lowerBound] == UInt8(ascii: ">"), lists.last?.lastLine != index else { return false }
    return !text.behindQuotes(line).isEmpty
  }

  private mutating func add(_ entry: ReferenceList.Entry?, mayBeUnreferred: Bool = false) -> Bool {
    guard let entry, let last = entry.lines.last else { return false }
    if continuesList(mayBeUnreferred: mayBeUnreferred) {
      lists[lists.count - 1].entries.append(entry)
    } else {
      lists.append(ReferenceList(entries: [entry], mayBeUnreferred: mayBeUnreferred))
    }
    index = last + 1
    return true
  }

  /// Whether the last list, being of this kind, ends right above line `index`.
  ///
  /// Asked apart from where an entry is added: a list that is held while it grows is copied with each of them.
  private func continuesList(mayBeUnreferred: Bool) -> Bool {
    guard let list = lists.last else { return false }
    return list.mayBeUnreferred == mayBeUnreferred && list.lastLine == index - 1
  }

  /// Where the name ends that a line opens with; nil if none does, or if it is blank.
  private func nameEnd(_ line: Range<Int>) -> Int? {
    var index = line.lowerBound + 1
    let stop = min(line.upperBound, index + References.longestName)
    while index < stop, text[index] != UInt8(ascii: "]") {
      if text[index] == UInt8(ascii: "[") { return nil }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < stop, !text.trimmed(line.lowerBound + 1..<index).isEmpty else { return nil }
    return index
  }

  /// Whether a definition may stand in line `index`: not where the line above goes on.
  private func opens(_ index: Int) -> Bool {
    all[index].opensBlock || lists.last?.lastLine == index - 1
      || HeadingMark.opening(all[index - 1].range, in: text) != nil
      || HeadMarks.isUnderline(all[index - 1].range, in: text)
  }

  /// CommonMark 0.31, 4.7: the address may stand on the line below, and so may a title.
  private func definition(
    _ name: Range<Int>, from start: Int, limit: Int, isNumber: Bool
  ) -> ReferenceList.Entry? {
    let begin = LinkTail.skipSpaces(text, from: start, limit: limit)
    guard let destination = LinkTail.destination(text, at: begin, limit: limit), destination.end > begin else {
      return nil
    }
    var end = lineEnd(from: destination.end, limit)
    var title: Range<Int>?
    let titleStart = LinkTail.skipSpaces(text, from: destination.end, limit: limit)
    if titleStart > destination.end, let found = LinkTail.title(text, at: titleStart, limit: limit),
      let stop = lineEnd(from: found.end, limit)
    {
      (title, end) = (found.range, stop)
    }
    guard let end else { return nil }
    let url = InlineAddress.decoded(text, destination.range)
    var entry = ReferenceList.Entry(lines: lines(upTo: end))
    entry.name = ReferenceNumbers.name(text, name)
    entry.target = InlineTarget(url: url, range: destination.range, isDefined: true)
    if isNumber, InlineAddress.isWeb(url), let host = CanonicalForm.host(of: url) {
      let label = title.map { Gate.words(of: InlineAddress.decoded(text, $0)) }
      entry.numbers = [text.string(name)]
      entry.sources = [InlineSource(host: host, url: url, label: label.flatMap { $0.isEmpty ? nil : $0 })]
    }
    return entry
  }

  /// The end of the line if nothing but space stands in the rest of it.
  private func lineEnd(from start: Int, _ limit: Int) -> Int? {
    let end = text.first(0x0A, in: start..<limit)
    return text.trimmed(start..<end).isEmpty ? end : nil
  }

  /// Where the block ends that line `index` stands in.
  private func blockEnd(from index: Int) -> Int {
    var last = index
    while last + 1 < all.count, last - index < 8, !all[last + 1].opensBlock { last += 1 }
    return all[last].range.upperBound
  }

  private func lines(upTo end: Int) -> [Int] {
    var last = index
    while last + 1 < all.count, all[last + 1].range.lowerBound < end { last += 1 }
    return Array(index...last)
  }

  // MARK: - Entries

  /// How many sources a number may stand for: what names more is a text of its own, and each of the number's marks would
  /// name all of them.
  private static let mostSources = 8

  /// An entry whose words stand in `content` and in the lines below that go on with it.
  private func numberedEntry(
    _ numbers: [String], _ content: Range<Int>, isExplicit: Bool
  ) -> ReferenceList.Entry? {
    var last = index
    while last + 1 < all.count, last - index < 5, goesOn(last + 1) { last += 1 }
    let whole = content.lowerBound..<max(content.upperBound, all[last].range.upperBound)
    let reader = ReferenceEntry(whole, in: text, held: held)
    guard isExplicit || reader.isEntry, let sources = reader.sources, !sources.isEmpty,
      numbers.isEmpty || sources.count <= Self.mostSources
    else { return nil }
    return ReferenceList.Entry(lines: Array(index...last), numbers: numbers, sources: sources)
  }

  /// Whether line `index` belongs to the entry above.
  private func goesOn(_ index: Int) -> Bool {
    let line = all[index]
    return !line.opensBlock && ReferenceMarker.read(line.range, in: text) == nil
      && HeadingMark.opening(line.range, in: text) == nil
  }

  /// `Sources: a.com, [Port News](https://…)` on a line of its own.
  private mutating func readSources() -> Bool {
    guard let start = ReferenceHeading.colonEnd(all[index].range, in: text) else { return false }
    let content = text.trimmed(start..<all[index].range.upperBound)
    guard !content.isEmpty, let items = CitationPair.list(text, content) else { return false }
    var builder = ParagraphBuilder(text, held: held)
    let sources = items.map { $0.source(in: text, label: builder.label($0.label)) }
    let entry = ReferenceList.Entry(lines: [index], sources: sources)
    lists.append(ReferenceList(entries: [entry], isUnreferred: true))
    index += 1
    return true
  }

  /// A list below a word like `Sources`, or a heading of that word; not below the text's first line, which is its headline.
  private mutating func readHeadedList() -> Bool {
    guard index > 0, index + 1 < all.count, ReferenceHeading.stands(all[index].range, in: text) else { return false }
    let start = index
    let isUnderlined = LineMarks.underline(all[index + 1].range, in: text) != nil && !all[index + 1].opensBlock
    index += isUnderlined ? 2 : 1
    let list = ReferenceList(heading: start, isUnderlined: isUnderlined, mayBeUnreferred: true)
    return readEntries(of: list, from: start) { _ in true }
  }

  /// Reads the entries that stand below each other from `index` on; with none, goes back to `start`.
  private mutating func readEntries(
    of empty: ReferenceList, from start: Int, where isListed: (Range<Int>) -> Bool
  ) -> Bool {
    var list = empty
    while index < all.count, isListed(all[index].range), let entry = listEntry() {
      list.entries.append(entry)
      index = (entry.lines.last ?? index) + 1
    }
    guard !list.entries.isEmpty else {
      index = start
      return false
    }
    lists.append(list)
    return true
  }

  private func listEntry() -> ReferenceList.Entry? {
    let range = all[index].range
    guard let marker = ReferenceMarker.read(range, in: text) else {
      let reader = ReferenceEntry(range, in: text, held: held)
      guard reader.isEntry, let sources = reader.sources else { return nil }
      return ReferenceList.Entry(lines: [index], sources: sources)
    }
    return numberedEntry(marker.numbers, marker.content..<range.upperBound, isExplicit: false)
  }

  /// A numbered list that nothing stands above: only if the text refers to its first entry in brackets or raised.
  private mutating func readBareList() -> Bool {
    guard all[index].opensBlock, let marker = ReferenceMarker.read(all[index].range, in: text),
      marker.numbers == ["1"], referred().contains("1")
    else { return false }
    let text = text
    return readEntries(of: ReferenceList(), from: index) { line in
      ReferenceMarker.read(line, in: text)?.numbers.isEmpty == false
    }
  }

  // MARK: - What refers to them

  /// Marks the lists to none of whose entries the text refers.
  private mutating func markUnreferred() {
    let referred = referred()
    for list in lists.indices where lists[list].mayBeUnreferred {
      lists[list].isUnreferred = !lists[list].entries.contains { $0.numbers.contains(where: referred.contains) }
    }
  }

  /// The numbers and footnotes that stand in brackets or raised, but for those that a line opens with.
  private mutating func referred() -> Set<String> {
    if let found { return found }
    var numbers: Set<String> = []
    for line in all { collect(line.range, into: &numbers) }
    found = numbers
    return numbers
  }

  private func collect(_ range: Range<Int>, into numbers: inout Set<String>) {
    var index = range.lowerBound
    while case let next = nextMark(in: index + 1..<range.upperBound), next < range.upperBound {
      index = next
      let byte = text[index]
      if byte == UInt8(ascii: "["), index + 1 < range.upperBound,
        text[index + 1].isDigit || text[index + 1] == UInt8(ascii: "^")
      {
        let close = text.first(UInt8(ascii: "]"), in: index + 1..<min(range.upperBound, index + 66))
        numbers.formUnion(ReferenceNumbers.read(text, index + 1..<close))
      } else if byte >= 0xC2, let digit = Raised.digit(text.scalar(at: index).value) {
        numbers.insert(String(UnicodeScalar(digit)))
      } else if byte == UInt8(ascii: "<"), text.has("<sup>", at: index), index + 5 < range.upperBound {
        let close = text.first(UInt8(ascii: "<"), in: index + 5..<min(range.upperBound, index + 16))
        numbers.formUnion(ReferenceNumbers.read(text, text.trimmed(index + 5..<close)))
      }
    }
  }

  /// The next byte that brackets, a tag or a raised digit may open with.
  private func nextMark(in range: Range<Int>) -> Int {
    text.first(in: range) { $0.matches(0x5B) | $0.matches(0x3C) | $0.matches(0xC2) | $0.matches(0xE2) }
  }
}
