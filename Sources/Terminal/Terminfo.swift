import CNcurses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal's description: which one to use, and what undoes all that a reader does to a screen.
struct Terminfo {
  /// Terminals that speak xterm's language, whose own descriptions many systems lack.
  private static let relatives = ["kitty", "foot", "alacritty", "ghostty", "wezterm", "contour", "rio"]

  /// The name of the description in use.
  let name: String
  /// Whether the terminal understands private modes: it can mark what is pasted, and passes over those it does not know.
  let hasPrivateModes: Bool
  /// Attributes off, cursor shown, paste unmarked, main screen back.
  let restoration: [UInt8]

  init(term: String, output: Int32) throws(TerminalError) {
    guard let name = Self.usable(term: term, output: output), courant_capability("cup") != nil else {
      throw .unusable(term: term)
    }
    self.name = name
    hasPrivateModes = Self.capability("smcup").starts(with: [0x1B, 0x5B, 0x3F])
    restoration =
      Self.capability("sgr0") + Self.capability("cnorm")
      + (hasPrivateModes ? Self.pasteOff + Self.capability("rmcup") : Self.capability("rmcup"))
  }

  static let pasteOn = Array("\u{1B}[?2004h".utf8)
  static let pasteOff = Array("\u{1B}[?2004l".utf8)

  /// Holds what is drawn back until it is whole, where the terminal knows how (mode 2026).
  static let frameStart = Array("\u{1B}[?2026h".utf8)
  static let frameEnd = Array("\u{1B}[?2026l".utf8)

  private static func usable(term: String, output: Int32) -> String? {
    guard !term.isEmpty, term != "dumb" else { return nil }
    let isRelative = relatives.contains { term.contains($0) }
    // Whoever says that there are millions of colours has 256 as well, whatever the name of the terminal.
    let colourful = (Environment["COLORTERM"] ?? "").isEmpty ? [] : [term + "-256color"]
    for name in colourful + [term] + (isRelative ? ["xterm-256color", "xterm"] : []) {
      var status: Int32 = 0
      if setupterm(name, output, &status) == OK, status == 1 { return name }
    }
    return nil
  }

  /// A capability without its padding, which only terminals of another age need.
  static func capability(_ name: String) -> [UInt8] {
    guard let value = courant_capability(name) else { return [] }
    var bytes: [UInt8] = []
    var rest = String(cString: value).utf8[...]
    while let byte = rest.first {
      if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[rest.index(after: end)...]
      } else {
        bytes.append(byte)
        rest.removeFirst()
      }
    }
    return bytes
  }
}
