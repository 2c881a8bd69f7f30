import Canvas

/// The keys in force, from the command table; those of the screen that asked come first.
struct HelpState: ListScreen {
  /// One line of the help.
  enum Line: Hashable, Sendable {
    case chapter(String)
    case command(keys: String, summary: String, name: String)
    /// A piece of a summary that stands below its keys, where columns are few.
    case more(String)
    case blank
  }

  /// Columns from which on keys, summary and name stand on one line.
  static let roomyColumns = 76

  private let chapters: [Chapter]
  private(set) var lines: [Line] = []
  private(set) var words = ""
  private var columns = roomyColumns
  var scroll = Scroll()

  /// The help for a screen that looks its keys up in `scopes`.
  init(keymap: Keymap, scopes: [Scope]) {
    let own = scopes.filter { $0 != .everywhere }
    let here = keymap.entries.compactMap { Self.line(for: $0, in: own) }
    var chapters = here.isEmpty ? [] : [Chapter(title: "Here", lines: here)]
    for group in CommandEntry.Group.allCases {
      let entries = keymap.entries.filter { $0.group == group }
      chapters.append(Chapter(title: group.rawValue, lines: entries.map(Self.line)))
    }
    self.chapters = chapters
    narrow(to: "")
  }

  func isSelectable(_ line: Line) -> Bool {
    if case .command = line { true } else { false }
  }

  /// The command under the cursor.
  var current: Command? {
    if case .command(_, _, let name)? = currentLine { Command(rawValue: name) } else { nil }
  }

  /// Shows only the commands whose keys, sentence or name hold all the words.
  mutating func narrow(to words: String) {
    self.words = words
    let wanted = words.lowercased().split(separator: " ")
    lines = []
    for chapter in chapters {
      let found = chapter.lines.filter { line in wanted.allSatisfy { Self.text(of: line).contains($0) } }
      guard !found.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.chapter(chapter.title))
      lines += found.flatMap(laidOut)
    }
    scroll = Scroll()
    scroll.go(to: 0, lines: lines.count, rows: max(1, lines.count), isSelectable: isSelectable(at:))
  }

  /// Lays the lines out for a width; the cursor stays on its command.
  mutating func layOut(columns: Int) {
    let isRoomy = columns >= Self.roomyColumns
    guard columns != self.columns, !(isRoomy && self.columns >= Self.roomyColumns) else { return }
    self.columns = columns
    let number = lines.prefix(scroll.cursor).indices.count(where: isSelectable(at:))
    narrow(to: words)
    let commands = lines.indices.filter(isSelectable(at:))
    guard commands.indices.contains(number) else { return }
    scroll.go(to: commands[number], lines: lines.count, rows: max(1, lines.count), isSelectable: isSelectable(at:))
  }

  private func laidOut(_ line: Line) -> [Line] {
    guard columns < Self.roomyColumns, case .command(let keys, let summary, let name) = line else { return [line] }
    let bytes = Array(summary.utf8)
    let wrapped = Wrap.lines(of: summary, columns: max(1, columns - 5))
    return [.command(keys: keys, summary: "", name: name)]
      + wrapped.map { .more(String(decoding: bytes[$0.range], as: UTF8.self)) }
  }

  private struct Chapter: Hashable, Sendable {
    var title: String
    var lines: [Line]
  }

  private static func line(for entry: CommandEntry) -> Line {
    let keys = entry.bindings.flatMap { $0.keys.map(\.label) }
    var shown: [String] = []
    for key in keys where !shown.contains(key) { shown.append(key) }
    return .command(keys: shown.joined(separator: " "), summary: entry.summary, name: entry.command.rawValue)
  }

  private static func line(for entry: CommandEntry, in scopes: [Scope]) -> Line? {
    var entry = entry
    entry.bindings = entry.bindings.filter { scopes.contains($0.scope) }
    return entry.bindings.isEmpty ? nil : line(for: entry)
  }

  private static func text(of line: Line) -> String {
    guard case .command(let keys, let summary, let name) = line else { return "" }
    return "\(keys) \(summary) \(name)".lowercased()
  }
}
