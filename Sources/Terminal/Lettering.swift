import CNcurses
import Canvas

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a cell in what the C library and the terminal can show, in as many columns as the canvas gave it.
struct Lettering {
  /// Whether text is sent as UTF-8; else what is not ASCII is replaced.
  let isUnicode: Bool
  /// Which signs are drawn where both could be.
  var signs = TerminalSettings.Glyphs.auto

  private static let plain: [String: UInt8] = [
    "›": UInt8(ascii: ">"), "•": UInt8(ascii: "*"), "▸": UInt8(ascii: "+"), "▹": UInt8(ascii: "."),
    "▾": UInt8(ascii: "-"),
    "…": UInt8(ascii: "."), "—": UInt8(ascii: "-"), "–": UInt8(ascii: "-"), "│": UInt8(ascii: "|"),
    "·": UInt8(ascii: "-"), "‘": UInt8(ascii: "'"), "’": UInt8(ascii: "'"), "“": UInt8(ascii: "\""),
    "”": UInt8(ascii: "\""), "─": UInt8(ascii: "-"), "\u{A0}": UInt8(ascii: " "), "\u{202F}": UInt8(ascii: " "),
    "\u{2007}": UInt8(ascii: " "), "✎": UInt8(ascii: "="),
  ]

  func append(_ cell: Cell, to bytes: inout [UInt8]) {
    let utf8 = cell.text.utf8
    if utf8.count == 1 || cell.width == 0 {
      bytes += utf8
    } else if !isUnicode || signs == .ascii, let sign = Self.plain[cell.text] {
      bytes += [UInt8](repeating: sign, count: Int(cell.width))
    } else if !isUnicode {
      bytes += [UInt8](repeating: UInt8(ascii: "?"), count: Int(cell.width))
    } else if agrees(cell) {
      bytes += utf8
    } else {
      bytes += "\u{FFFD}".utf8
      if cell.width == 2 { bytes.append(UInt8(ascii: " ")) }
    }
  }

  /// Whether the C library, by which ncurses lays out, gives a cell's text the same width; an older one may not know it.
  private func agrees(_ cell: Cell) -> Bool {
    var columns: Int32 = 0
    for scalar in cell.text.unicodeScalars {
      let width = wcwidth(wchar_t(bitPattern: scalar.value))
      if width < 0 || (columns > 0 && width > 0) { return false }
      columns += width
    }
    return columns == Int32(cell.width)
  }
}
