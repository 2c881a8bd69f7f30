/// The page for man(1), in the macros of man(7), as groff and mandoc both read them without a warning.
extension ManualPage {
  var roff: String {
    let program = "courant \(Version.number)"
    var writer = RoffWriter()
    writer.request(".TH \(name.uppercased()) \(section) \(Version.date) \"\(program)\" \"Courant\"")
    writer.request(".SH NAME")
    writer.words("\(name) \u{2013} \(summary)", replacingDash: true)
    for part in parts { writer.write(part) }
    return writer.text
  }
}

/// Writes requests and words, a line of which never begins like a request.
private struct RoffWriter {
  private(set) var text = ""
  /// Whether a paragraph begins by itself here.
  private var isAtHead = false

  private static let columns = 76

  mutating func request(_ line: String) {
    text += line + "\n"
    isAtHead = line.hasPrefix(".SH") || line.hasPrefix(".SS")
  }

  mutating func write(_ part: ManualPage.Part) {
    switch part {
    case .chapter(let title): request(".SH " + RoffText(title.uppercased()).text)
    case .section(let title): request(".SS " + RoffText(title).text)
    case .paragraph(let words):
      if !isAtHead { request(".PP") }
      self.words(words)
    case .lines(let lines):
      if !isAtHead { request(".PP") }
      request(".nf")
      request(".RS 4")
      for line in lines { text += RoffText.line(RoffText("`\(line)`").text) + "\n" }
      request(".RE")
      request(".fi")
    case .entries(let entries): write(entries)
    }
  }

  private mutating func write(_ entries: [ManualPage.Entry]) {
    for entry in entries {
      request(".TP")
      text += RoffText.line(RoffText(entry.term).text) + "\n"
      words(entry.meaning.isEmpty ? "\u{00A0}" : entry.meaning)
      guard !entry.entries.isEmpty else { continue }
      request(".RS")
      write(entry.entries)
      request(".RE")
    }
  }

  /// Words over as many lines as they need.
  mutating func words(_ words: String, replacingDash: Bool = false) {
    var line = ""
    var whole = RoffText(words).text
    // What whatis(1) looks for.
    if replacingDash { whole = whole.replacing("\\[u2013]", with: "\\-") }
    for word in whole.split(separator: " ") {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > Self.columns {
        text += RoffText.line(line) + "\n"
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { text += RoffText.line(line) + "\n" }
    isAtHead = false
  }
}

/// Words as roff takes them: in three fonts, and every sign as itself.
private struct RoffText {
  let text: String

  init(_ words: String) {
    text = ManualSpan.spans(of: words).map { span in
      switch span {
      case .words(let words): Self.escaped(words)
      case .typed(let words): "\\fB\(Self.escaped(words, isTyped: true))\\fR"
      case .placeholder(let words): "\\fI\(Self.escaped(words))\\fR"
      }
    }.joined()
  }

  /// A line that is none of the requests, which begin with a point or a stroke.
  static func line(_ text: String) -> String {
    text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  private static func escaped(_ words: Substring, isTyped: Bool = false) -> String {
    words.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": isTyped ? "\\-" : "-"
      case "\"": "\\(dq"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case let scalar where scalar.isASCII: String(scalar)
      default: "\\[u\(hexadecimal(scalar.value))]"
      }
    }.joined()
  }

  /// Four digits at least.
  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
