/// What the numbers, footnotes and names in brackets of a text stand for, and in which lines it says so.
///
/// Defined are: names, as CommonMark has it (`[name]: address "title"`); footnotes (`[^3]: …`) and numbers (`[3] …`) with an
/// address behind them; and the entries of a list below a word like `Sources`, or behind it on its line.
struct References {
  /// How long a name may be, in bytes.
  static let longestName = 1000

  /// The lines that define something, or stand above those, by their indices in order.
  private(set) var lines: [Int] = []
  /// Their bytes, an entry each.
  private(set) var pieces: [Range<Int>] = []
  /// The sources of a list that nothing in the text refers to, by its lines: what stands above rests on them.
  private(set) var unreferred: [Int: [InlineSource]] = [:]
  private var numbered: [String: [InlineSource]] = [:]
  private var named: [String: InlineTarget] = [:]
  private let text: Bytes

  /// Nothing is defined.
  init() { text = Bytes(start: nil, count: 0) }

  /// Costs one pass over the first bytes of the lines, and one over the text if a list is found.
  init(_ all: [Line], in text: Bytes, held: HeldSpaces) {
    self.text = text
    var finder = ReferenceFinder(all, in: text, held: held)
    for list in finder.find() { add(list, in: all) }
    lines.sort()
    pieces.sort { $0.lowerBound < $1.lowerBound }
  }

  private mutating func add(_ list: ReferenceList, in all: [Line]) {
    lines += list.lines
    for entry in list.entries {
      for name in entry.numbers where numbered[name] == nil { numbered[name] = entry.sources }
      if let name = entry.name, let target = entry.target, named[name] == nil { named[name] = target }
      if list.isUnreferred, let line = entry.lines.first { unreferred[line] = entry.sources }
    }
    for line in list.lines { pieces.append(all[line].range) }
  }

  var isEmpty: Bool { numbered.isEmpty && named.isEmpty }

  /// Whether line `index` is one of `lines`.
  func contains(_ index: Int) -> Bool { lines.sortedContains(index) }
}

extension References {
  /// The sources that the words of a pair of brackets stand for: `3`, `^3`, `1, 2` or `1-3`; nil if one is not defined.
  func sources(numbered words: Range<Int>) -> [InlineSource]? {
    guard !numbered.isEmpty, let first = words.first, words.count <= 64 else { return nil }
    guard text[first].isDigit || text[first] == UInt8(ascii: "^") else { return nil }
    return sources(of: ReferenceNumbers.read(text, words))
  }

  /// How many sources a mark may stand for, so that many short marks do not name very many.
  private static let mostSources = 32

  private func sources(of numbers: [String]) -> [InlineSource]? {
    var sources: [InlineSource] = []
    for number in numbers {
      guard let more = numbered[number] else { return nil }
      sources += more.filter { !sources.contains($0) }
      if sources.count > Self.mostSources { return nil }
    }
    return sources.isEmpty ? nil : sources
  }

  /// Where the name in `words` leads, if a line defines it.
  func target(named words: Range<Int>) -> InlineTarget? {
    guard !named.isEmpty, words.count <= Self.longestName else { return nil }
    return named[ReferenceNumbers.name(text, words)]
  }

  /// The raised numbers in `range` that a list defines; none of a unit or a power.
  func superscripts(in range: Range<Int>) -> [(range: Range<Int>, sources: [InlineSource])] {
    guard !numbered.isEmpty else { return [] }
    var found: [(range: Range<Int>, sources: [InlineSource])] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index] == 0xC2 || text[index] == 0xE2, let run = raised(at: index, limit: range.upperBound) else {
        index += 1
        continue
      }
      let isBase = text.standsOnLast(run.range.upperBound, limit: range.upperBound)
      if !isBase, !isPower(before: index, within: range), let sources = sources(of: run.numbers) {
        found.append((run.range, sources))
      }
      index = run.range.upperBound
    }
    return found
  }

  /// Raised digits at `start`, which may be several numbers with raised or plain commas between them.
  private func raised(at start: Int, limit: Int) -> (range: Range<Int>, numbers: [String])? {
    var numbers: [[UInt8]] = [[]]
    var (index, end) = (start, start)
    while index < limit {
      if text[index] >= 0xC0, case (let scalar, let width) = text.scalar(at: index), let digit = Raised.digit(scalar) {
        numbers[numbers.count - 1].append(digit)
        index += width
        end = index
      } else if text[index] == UInt8(ascii: ","), index == end, index > start {
        numbers.append([])
        index += 1
      } else {
        break
      }
    }
    let whole = numbers.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    return whole.isEmpty ? nil : (start..<end, whole)
  }

  /// Whether what stands before a raised number is a unit, a variable or a number: `km²`, `x²`, `10³`.
  private func isPower(before index: Int, within range: Range<Int>) -> Bool {
    guard index > range.lowerBound, !text[index - 1].isDigit else { return index > range.lowerBound }
    var start = index
    while start > range.lowerBound, text[start - 1].isLetter { start -= 1 }
    return (1...3).contains(index - start)
  }
}

/// Reads the numbers and names that stand in brackets.
enum ReferenceNumbers {
  /// `3`, `^note`, or several with commas, semicolons or a dash between them; none if it is anything else.
  static func read(_ text: Bytes, _ range: Range<Int>) -> [String] {
    var names: [String] = []
    for part in text[range].split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }) {
      let part = text.trimmed(part.startIndex..<part.endIndex)
      guard let first = part.first else { return [] }
      if text[first] == UInt8(ascii: "^") {
        names.append(name(text, part))
      } else if let numbers = numbers(text, part) {
        names += numbers
      } else {
        return []
      }
    }
    return names
  }

  /// A number, or all from one to another.
  private static func numbers(_ text: Bytes, _ range: Range<Int>) -> [String]? {
    let words = text.string(range)
    let ends = words.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map {
      $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil
    }
    guard let first = ends.first.flatMap({ $0 }), let last = ends.last.flatMap({ $0 }) else { return nil }
    if ends.count == 1 { return [String(first)] }
    guard ends.count == 2, first < last, last - first <= 20 else { return nil }
    return (first...last).map(String.init)
  }

  /// A name as it is compared: without differences of case and white space.
  static func name(_ text: Bytes, _ range: Range<Int>) -> String {
    if !range.isEmpty, text[range].allSatisfy(\.isDigit) { return text.string(range) }
    let words = text.string(range).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    return words.lowercased().uppercased()
  }
}
