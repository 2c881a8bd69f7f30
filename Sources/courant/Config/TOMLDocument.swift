import TOMLKit

/// Reads TOML 1.0 into values.
enum TOMLDocument {
  /// Where a text stops being TOML, and the parser's own words for it, which may quote the text.
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
      throw Flaw(line: error.source.begin.line, column: error.source.begin.column, words: error.description)
    } catch {
      throw Flaw(line: 1, column: 1, words: "\(error)")
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
