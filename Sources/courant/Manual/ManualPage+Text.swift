import Canvas

/// The page as plain lines, for `courant help`.
extension ManualPage {
  /// - Parameter columns: how wide it may be; no line is wider, but for what has to stay in one.
  func text(columns: Int) -> String {
    var writer = TextWriter(columns: columns)
    writer.words("\(reference) \u{2013} \(summary)", indent: 0)
    for part in parts { writer.write(part) }
    return writer.text
  }
}

private struct TextWriter {
  let columns: Int
  private(set) var text = ""
  private static let step = 4

  init(columns: Int) {
    self.columns = max(columns, 30)
  }

  mutating func write(_ part: ManualPage.Part) {
    switch part {
    case .chapter(let title): text += "\n\(title.uppercased())\n"
    case .section(let title): text += "\n  \(Self.plain(title))\n"
    case .paragraph(let words):
      beginParagraph()
      self.words(words, indent: Self.step)
    case .lines(let lines):
      beginParagraph()
      for line in lines { text += String(repeating: " ", count: 2 * Self.step) + line + "\n" }
    case .entries(let entries):
      beginParagraph()
      write(entries, indent: Self.step)
    }
  }

  /// A blank line, unless a head stands right above.
  private mutating func beginParagraph() {
    let last = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().last ?? ""
    let isHead = !last.isEmpty && (!last.hasPrefix(" ") || last.hasPrefix("  ") && !last.hasPrefix("    "))
    if !isHead || text.split(separator: "\n").count == 1 { text += "\n" }
  }

  private mutating func write(_ entries: [ManualPage.Entry], indent: Int) {
    for entry in entries {
      words(entry.term, indent: indent)
      words(entry.meaning, indent: indent + Self.step)
      write(entry.entries, indent: indent + Self.step)
    }
  }

  /// Words over as many lines as they need.
  mutating func words(_ words: String, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    var line = ""
    for word in Self.plain(words).split(separator: " ") {
      if !line.isEmpty, indent + Width.of(line) + 1 + Width.of(String(word)) > columns {
        text += margin + line + "\n"
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { text += margin + line + "\n" }
  }

  private static func plain(_ words: String) -> String { words.filter { $0 != "`" } }
}
