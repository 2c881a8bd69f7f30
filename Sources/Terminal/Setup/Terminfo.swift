import CNcurses
import Canvas
import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal's description: which one to use, and what undoes all that a reader does to a screen.
struct Terminfo {
  /// The name of the description in use.
  let name: String
  /// Whether the terminal understands private modes: it can mark what is pasted, and passes over those it does not know.
  let hasPrivateModes: Bool
  /// Whether the terminal is known to hold a frame back until it is whole (mode 2026). None is asked: an answer that comes
  /// late would end up in the shell.
  let hasSynchronizedOutput: Bool

  init(term: String, output: Int32) throws(TerminalError) {
    guard let name = Self.usable(term: term, output: output), courant_capability("cup") != nil else {
      throw .unusable(term: term)
    }
    self.name = name
    hasPrivateModes = Self.capability("smcup").starts(with: [0x1B, 0x5B, 0x3F])
    hasSynchronizedOutput =
      hasPrivateModes && (courant_capability("Sync") != nil || TerminalNames.isRelative(term))
  }

  /// All rows scroll, attributes off, cursor shown, what was held back shown, paste unmarked, main screen back.
  var restoration: [UInt8] {
    let region = Self.capability("csr").starts(with: [0x1B, 0x5B]) ? Array("\u{1B}7\u{1B}[r\u{1B}8".utf8) : []
    // The main screen comes back with the attributes that it was left with.
    return region + Self.capability("cnorm") + release + Self.capability("rmcup") + Self.capability("sgr0")
  }

  /// The size that the description names, where the kernel knows none.
  static var size: Size {
    let (columns, rows) = (Int(tigetnum("cols")), Int(tigetnum("lines")))
    return columns > 0 && rows > 0 ? Size(columns: columns, rows: rows) : Size(columns: 80, rows: 24)
  }

  /// What is asked of a terminal for as long as it is ours: to mark what is pasted, and if that is wanted, to tell of the
  /// mouse.
  func claim(mouse: Bool) -> [UInt8] {
    hasPrivateModes ? Array("\u{1B}[?2004h".utf8) + (mouse ? MouseReport.on : []) : []
  }

  /// What takes that back, and shows what a frame held back that was not sent to its end.
  var release: [UInt8] {
    let frame = hasSynchronizedOutput ? Self.frameEnd : []
    return frame + (hasPrivateModes ? MouseReport.off + Array("\u{1B}[?2004l".utf8) : [])
  }

  /// Holds what is drawn back until it is whole, where the terminal knows how (mode 2026).
  static let frameStart = Array("\u{1B}[?2026h".utf8)
  static let frameEnd = Array("\u{1B}[?2026l".utf8)

  private static func usable(term: String, output: Int32) -> String? {
    let isColourful = !(Environment["COLORTERM"] ?? "").isEmpty
    for name in TerminalNames.candidates(for: term, isColourful: isColourful) {
      var status: Int32 = 0
      if setupterm(name, output, &status) == OK, status == 1 { return name }
    }
    return nil
  }

  /// What moves the cursor, without its padding.
  static func movement(column: Int, row: Int) -> [UInt8] {
    capability("cup", Int32(clamping: row), Int32(clamping: column))
  }

  /// A capability, its numbers filled in, without its padding, which only terminals of another age need.
  static func capability(_ name: String, _ first: Int32 = 0, _ second: Int32 = 0) -> [UInt8] {
    guard let value = courant_filled_capability(name, first, second) else { return [] }
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
