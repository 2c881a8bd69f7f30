import Briefing
import Canvas

/// The keys in force, from the command table; those of the screen that asked come first, and the signs next.
struct HelpState: ListScreen {
  /// One line of the help.
  enum Line: Hashable, Sendable {
    case chapter(String)
    /// Without a command, what a sign means.
    case command(Command?, keys: String, summary: String, usage: String)
    /// A piece of a summary that had no room beside its keys, and the column that it begins in.
    case more(String, column: Int)
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
    chapters.append(Chapter(title: "Signs", lines: Self.signs))
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
    if case .command(let command, _, _, _)? = currentLine { command } else { nil }
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
    guard columns != self.columns else { return }
    self.columns = columns
    let number = lines.prefix(scroll.cursor).indices.count(where: isSelectable(at:))
    narrow(to: words)
    let commands = lines.indices.filter(isSelectable(at:))
    guard commands.indices.contains(number) else { return }
    scroll.go(to: commands[number], lines: lines.count, rows: max(1, lines.count), isSelectable: isSelectable(at:))
  }

  private func laidOut(_ line: Line) -> [Line] {
    guard case .command(let command, let keys, let summary, let usage) = line else { return [line] }
    guard columns >= Self.roomyColumns else {
      return [.command(command, keys: keys, summary: "", usage: usage)]
        + pieces(of: summary, columns: columns - 5).map { .more($0, column: 4) }
    }
    let end = min(columns - 1, Self.widest) - Width.of(usage)
    let pieces = pieces(of: summary, columns: end - Self.text - 2)
    return [.command(command, keys: keys, summary: pieces.first ?? "", usage: usage)]
      + pieces.dropFirst().map { .more($0, column: Self.text) }
  }

  private func pieces(of summary: String, columns: Int) -> [String] {
    let bytes = Array(summary.utf8)
    return Wrap.lines(of: summary, columns: max(1, columns)).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private struct Chapter: Hashable, Sendable {
    var title: String
    var lines: [Line]
  }

  /// What the signs beside rows and headings mean.
  private static let signs = Sign.allCases.map {
    Line.command(nil, keys: $0.glyph, summary: $0.meaning, usage: "")
  }

  private static func line(for entry: CommandEntry) -> Line {
    let keys = entry.bindings.flatMap { $0.keys.map(\.label) }
    var shown: [String] = []
    for key in keys where !shown.contains(key) { shown.append(key) }
    return .command(
      entry.command, keys: shown.joined(separator: " "), summary: entry.summary, usage: entry.usage)
  }

  private static func line(for entry: CommandEntry, in scopes: [Scope]) -> Line? {
    var entry = entry
    entry.bindings = entry.bindings.filter { scopes.contains($0.scope) }
    return entry.bindings.isEmpty ? nil : line(for: entry)
  }

  private static func text(of line: Line) -> String {
    guard case .command(_, let keys, let summary, let usage) = line else { return "" }
    return "\(keys) \(summary) \(usage)".lowercased()
  }
}

extension HelpState {
  var scopes: [Scope] { [.help] }
  var hints: [Hint] { [Hint(.search, "search the keys"), Hint(.enter, "do it"), Hint(.back, "back")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    if command == .enter { return current.map { [.back, .perform($0)] } ?? [] }
    _ = move(command, in: frame)
    return []
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    narrow(to: words)
    return resized(to: frame)
  }

  mutating func callOff(in frame: Frame) -> [Step]? {
    words.isEmpty ? nil : search(for: "", in: frame)
  }

  mutating func appeared(in frame: Frame) -> [Step] { resized(to: frame) }

  mutating func resized(to frame: Frame) -> [Step] {
    layOut(columns: frame.columns)
    fit(to: frame)
    return []
  }
}

extension State {
  /// Shows the keys of the screen that is shown; they are known without the catalog.
  mutating func showHelp() -> [Effect] {
    history.current.content is HelpState ? [] : push(HelpState(keymap: keymap, scopes: scopes))
  }
}

extension HelpState {
  var emptySentence: String? { "No key and no command matches." }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    guard frame.headRows > 0 else { return }
    let title = words.isEmpty ? "Keys" : "Keys: “\(words)”"
    canvas.write(title, at: 1, 0, in: frame, style: Style(.heading, bold: true))
  }

  func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    switch line {
    case .chapter(let title):
      canvas.write(title, at: 2, row, in: frame, style: Style(.heading, bold: true))
    case .command(_, let keys, let summary, let usage):
      let isRoomy = frame.columns >= HelpState.roomyColumns
      let right = min(frame.columns - 1, Self.widest)
      let end = canvas.write(usage, endingAt: right, row, in: frame, after: frame.columns / 2, style: Style(.faint))
      canvas.write(keys, at: 2, row, in: frame, style: Style(.accent), limit: (isRoomy ? Self.text : end) - 3)
      canvas.write(summary, at: Self.text, row, in: frame, limit: end - Self.text - 2)
    case .more(let text, let column):
      canvas.write(text, at: column, row, in: frame)
    case .blank:
      break
    }
  }

  /// Where the names end on the widest screen; beyond it they would be too far from their keys.
  private static let widest = 100
  /// The column of the summaries.
  private static let text = 24
}
