import CNcurses
import Canvas

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a cell in what the C library and the terminal can show, in as many columns as the canvas gave it.
struct CellEncoder {
  /// Whether text is sent as UTF-8; else what the locale's character set lacks is replaced.
  let isUnicode: Bool
  /// Which signs are drawn where both could be.
  var signs = TerminalSettings.Glyphs.auto

  private static let plain: [String: UInt8] = [
    "›": UInt8(ascii: ">"), "•": UInt8(ascii: "*"), "▸": UInt8(ascii: "+"), "▹": UInt8(ascii: "."),
    "▾": UInt8(ascii: "-"),
    "…": UInt8(ascii: "."), "—": UInt8(ascii: "-"), "–": UInt8(ascii: "-"), "│": UInt8(ascii: "|"),
    "·": UInt8(ascii: "-"), "‘": UInt8(ascii: "'"), "’": UInt8(ascii: "'"), "“": UInt8(ascii: "\""),
    "”": UInt8(ascii: "\""), "─": UInt8(ascii: "-"), "\u{A0}": UInt8(ascii: " "), "\u{202F}": UInt8(ascii: " "),
    "\u{2007}": UInt8(ascii: " "), "✎": UInt8(ascii: "="), "⟨": UInt8(ascii: "<"), "⟩": UInt8(ascii: ">"),
  ]

  func append(_ cell: Cell, to bytes: inout [UInt8]) {
    if let character = cell.ascii { return bytes.append(character) }
    guard cell.width > 0 else { return }
    let text = cell.text
    if signs == .ascii, let sign = Self.plain[text] {
      bytes += [UInt8](repeating: sign, count: Int(cell.width))
    } else if !isUnicode {
      bytes += encoded(cell) ?? [UInt8](repeating: Self.plain[text] ?? UInt8(ascii: "?"), count: Int(cell.width))
    } else if agrees(cell) {
      bytes += text.utf8
    } else {
      bytes += "\u{FFFD}".utf8
      if cell.width == 2 { bytes.append(UInt8(ascii: " ")) }
    }
  }

  /// A cell in the locale's own character set; nil where that lacks it, or a byte of it could be taken for a control.
  private func encoded(_ cell: Cell) -> [UInt8]? {
    guard cell.text.unicodeScalars.count == 1, let scalar = cell.text.unicodeScalars.first, agrees(cell) else {
      return nil
    }
    var bytes = [CChar](repeating: 0, count: 16)
    var state = mbstate_t()
    let count = wcrtomb(&bytes, wchar_t(bitPattern: scalar.value), &state)
    guard count <= bytes.count else { return nil }
    let encoded = bytes[..<count].map { UInt8(bitPattern: $0) }
    return encoded.allSatisfy { $0 >= 0xA0 } ? encoded : nil
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
