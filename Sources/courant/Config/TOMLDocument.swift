import TOMLKit

/// Reads TOML 1.0 into values.
enum TOMLDocument {
  /// Where a text stops being TOML, and what is wrong there.
  struct Flaw: Error, Hashable {
    var line: Int
    var column: Int
    var words: String
  }

  /// The entries in the order of their lines. The text holds no NUL, at which the parser would stop.
  static func entries(of text: String) throws(Flaw) -> [SettingEntry] {
    let lines = try KeyLines(text)
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw Flaw(line: error.source.begin.line, column: error.source.begin.column, parser: error.description)
    } catch {
      throw Flaw(line: 1, column: 1, parser: "\(error)")
    }
    return entries(of: table, at: [], lines: lines)
  }

  /// What stands too deep to be a setting is not looked at: a name can have thousands of parts.
  private static func entries(of table: TOMLTable, at path: [String], lines: KeyLines) -> [SettingEntry] {
    guard path.count < KeyLines.deepest else { return [] }
    let entries = table.keys.map { name in
      let path = path + [name]
      let value = table[name].map { self.value(of: $0, at: path, lines: lines) } ?? .other
      return SettingEntry(name: name, value: value, line: lines.line(of: path))
    }
    return entries.sorted { ($0.line, $0.name) < ($1.line, $1.name) }
  }

  private static func value(of value: any TOMLValueConvertible, at path: [String], lines: KeyLines) -> SettingValue {
    switch value.type {
    case .string: value.string.map { .text($0) } ?? .other
    case .int: value.int.map { .number($0) } ?? .other
    case .bool: value.bool.map { .flag($0) } ?? .other
    case .table: value.table.map { .table(entries(of: $0, at: path, lines: lines)) } ?? .other
    case .array: value.array.map { .list($0.map { self.value(of: $0, at: path, lines: lines) }) } ?? .other
    default: .other
    }
  }
}

/// The lines on which the names of a TOML text stand, which its parser does not tell.
///
/// Walks over the text once, before the parser does, and refuses what the parser would not come back from: a name or a value
/// that does not begin as one, a date with a time, endless nesting. Whatever else is wrong is the parser's to tell. A name
/// that is written with escapes is not found; it has the line of the table that it stands in.
struct KeyLines {
  private var lines: [[String]: Int] = [:]
  private var scanner: TOMLScanner

  /// No setting stands in more tables than this; what stands deeper has the line of what it stands in.
  static let deepest = 4
  private static let mostNested = 32

  init(_ text: String) throws(TOMLDocument.Flaw) {
    scanner = TOMLScanner(text)
    var table: [String] = []
    while scanner.skipBlank(andLines: true) {
      if scanner.take("[") {
        _ = scanner.take("[")
        table = try takeName(in: [])
        while scanner.take("]") {}
      } else {
        try takePair(in: table, depth: 0)
        guard scanner.isAtEndOfLine() else {
          throw scanner.flaw("nothing but a comment may stand behind a value on its line")
        }
      }
    }
  }

  /// The line of a name, or of what holds it; 1 where nothing of it is found.
  func line(of path: [String]) -> Int {
    var path = path.prefix(Self.deepest)
    while !path.isEmpty {
      if let line = lines[Array(path)] { return line }
      path.removeLast()
    }
    return 1
  }

  /// Takes a name of several parts and notes where it stands; of those that are there before, the first line counts.
  private mutating func takeName(in table: [String]) throws(TOMLDocument.Flaw) -> [String] {
    var path = table
    repeat {
      _ = scanner.skipBlank(andLines: false)
      let line = scanner.line
      guard let part = try scanner.takeName() else { throw scanner.flaw("a name is missing here") }
      path.append(part)
      if path.count <= Self.deepest, lines[path] == nil { lines[path] = line }
      _ = scanner.skipBlank(andLines: false)
    } while scanner.take(".")
    return path
  }

  private mutating func takePair(in table: [String], depth: Int) throws(TOMLDocument.Flaw) {
    let path = try takeName(in: table)
    guard scanner.take("=") else { throw scanner.flaw("“=” is missing here, behind the name") }
    _ = scanner.skipBlank(andLines: false)
    try takeValue(of: path, depth: depth)
  }

  private mutating func takeValue(of path: [String], depth: Int) throws(TOMLDocument.Flaw) {
    guard depth < Self.mostNested else { throw scanner.flaw("this is nested too deep") }
    if scanner.take("[") {
      while scanner.skipBlank(andLines: true), !scanner.take("]") {
        try takeValue(of: path, depth: depth + 1)
        try takeComma(before: "]")
      }
    } else if scanner.take("{") {
      while scanner.skipBlank(andLines: true), !scanner.take("}") {
        try takePair(in: path, depth: depth + 1)
        try takeComma(before: "}")
      }
    } else if try !scanner.takeString(), try !scanner.takeWord() {
      throw scanner.flaw("this is no value that a setting can have")
    }
  }

  private mutating func takeComma(before end: Unicode.Scalar) throws(TOMLDocument.Flaw) {
    guard scanner.skipBlank(andLines: true), !scanner.take(","), !scanner.isAt(end) else { return }
    throw scanner.flaw("“,” or “\(Character(end))” is missing here")
  }
}
