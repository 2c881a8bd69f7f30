import CNcurses
import Canvas

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a terminal of ECMA-48 would show of the bytes that it got, as far as a painted screen needs.
struct Glass {
  private(set) var size: Size
  private(set) var cursor = Point(column: 0, row: 0)
  private(set) var isAlternate = false
  /// Private modes that were set or reset.
  private(set) var modes: [Int: Bool] = [:]
  /// Whether attributes are off.
  private(set) var isPlain = true
  /// The colours that were asked for, by their numbers; one of red, green and blue has a number beyond all others.
  private(set) var colors: Set<Int> = []
  /// How often all of the screen was erased.
  private(set) var clearings = 0
  /// What it does not know.
  private(set) var unknown: [String] = []
  private let encoding: Encoding
  private var cells: [[String]]
  private var mainCells: [[String]] = []
  private var saved = Point(column: 0, row: 0)
  private var savedIsPlain = true
  /// What the main screen is left with; what is saved on the other screen is another's.
  private var mainState = (cursor: Point(column: 0, row: 0), isPlain: true)
  private var isWrapPending = false
  private var region: Range<Int>
  private var last = ""
  /// What came of a sequence that is not whole yet.
  private var pending: [UInt8] = []

  init(size: Size, encoding: Encoding = .utf8) {
    self.size = size
    self.encoding = encoding
    cells = Self.blank(size)
    region = 0..<size.rows
    _ = Self.knowsWidths
  }

  private static let knowsWidths: Bool = setlocale(LC_CTYPE, "C.UTF-8") != nil

  private static func blank(_ size: Size) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
  }

  var showsCursor: Bool { modes[25] ?? true }
  var marksPaste: Bool { modes[2004] ?? false }

  /// The rows, without the blanks at their ends.
  var lines: [String] {
    cells.map { row in
      let line = row.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  var text: String { lines.joined(separator: "\n") }
  var cursorLine: String { lines.indices.contains(cursor.row) ? lines[cursor.row] : "" }

  /// The screen takes another size; a program that is told draws it anew.
  mutating func resize(to size: Size) {
    self.size = size
    cells = (0..<size.rows).map { row in
      let old = row < cells.count ? cells[row] : []
      return Array((old + Array(repeating: " ", count: size.columns)).prefix(size.columns))
    }
    region = 0..<size.rows
    move(to: cursor)
  }

  mutating func take(_ bytes: some Sequence<UInt8>) {
    var rest = (pending + bytes)[...]
    pending = []
    while let byte = rest.first {
      if let letter = encoding.first(of: rest) {
        put(letter.scalar)
        rest = rest.dropFirst(letter.count)
      } else if byte == 0x1B {
        guard let count = takeEscape(rest) else {
          pending = Array(rest)
          return
        }
        rest = rest.dropFirst(count)
      } else if byte >= 0xC0, rest.count < 4, encoding == .utf8 {
        pending = Array(rest)
        return
      } else {
        takeControl(byte)
        rest = rest.dropFirst()
      }
    }
  }

  // MARK: Letters

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Int(wcwidth(wchar_t(bitPattern: scalar.value)))
    guard width > 0 else { return attach(scalar) }
    if isWrapPending || cursor.column + width > size.columns {
      isWrapPending = false
      cursor.column = 0
      lineFeed()
    }
    last = String(scalar)
    guard cursor.row < size.rows, cursor.column + width <= size.columns else { return }
    cells[cursor.row][cursor.column] = last
    if width == 2 { cells[cursor.row][cursor.column + 1] = "" }
    isWrapPending = cursor.column + width == size.columns
    cursor.column = min(cursor.column + width, size.columns - 1)
  }

  private mutating func attach(_ scalar: Unicode.Scalar) {
    var column = isWrapPending ? size.columns - 1 : cursor.column - 1
    while column > 0, cells[cursor.row][column].isEmpty { column -= 1 }
    if column >= 0 { cells[cursor.row][column].unicodeScalars.append(scalar) }
  }

  private mutating func takeControl(_ byte: UInt8) {
    switch byte {
    case 0x08: move(to: Point(column: cursor.column - 1, row: cursor.row))
    case 0x09: move(to: Point(column: cursor.column / 8 * 8 + 8, row: cursor.row))
    case 0x0A: lineFeed()
    case 0x0D: move(to: Point(column: 0, row: cursor.row))
    case 0x00, 0x0E, 0x0F: break
    default: unknown.append("0x" + String(byte, radix: 16))
    }
  }

  private mutating func move(to point: Point) {
    isWrapPending = false
    cursor = Point(
      column: max(0, min(point.column, size.columns - 1)), row: max(0, min(point.row, size.rows - 1)))
  }

  private mutating func lineFeed() {
    isWrapPending = false
    if cursor.row == region.upperBound - 1 { scroll(by: 1, in: region) } else { move(to: cursor + 1) }
  }

  /// Lines go up, or down where the number is negative.
  private mutating func scroll(by count: Int, in rows: Range<Int>) {
    for _ in 0..<min(abs(count), rows.count) {
      cells.remove(at: count > 0 ? rows.lowerBound : rows.upperBound - 1)
      cells.insert(
        Array(repeating: " ", count: size.columns), at: count > 0 ? rows.upperBound - 1 : rows.lowerBound)
    }
  }

  // MARK: Sequences

  /// How long the sequence is that begins here; nil while it is not whole.
  private mutating func takeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let kind = bytes.dropFirst().first else { return nil }
    switch kind {
    case UInt8(ascii: "["):
      let parameters = bytes.dropFirst(2).prefix { (0x20...0x3F).contains($0) }
      guard parameters.endIndex < bytes.endIndex else { return nil }
      takeControl(String(decoding: parameters, as: UTF8.self), Character(Unicode.Scalar(bytes[parameters.endIndex])))
      return parameters.count + 3
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count < 3 ? nil : 3
    case UInt8(ascii: "7"): (saved, savedIsPlain) = (cursor, isPlain)
    case UInt8(ascii: "8"):
      move(to: saved)
      isPlain = savedIsPlain
    case UInt8(ascii: "M"):
      if cursor.row == region.lowerBound { scroll(by: -1, in: region) } else { move(to: cursor + -1) }
    case UInt8(ascii: "]"): return command(bytes)
    case UInt8(ascii: "="), UInt8(ascii: ">"): break
    default: unknown.append("ESC \(Character(Unicode.Scalar(kind)))")
    }
    return 2
  }

  /// The length of a sequence that opens or closes a link, or sets the colours back, which shows nothing; nil while it is
  /// not whole.
  private mutating func command(_ bytes: ArraySlice<UInt8>) -> Int? {
    let ends = ["\u{7}", "\u{1B}\\"].map { Array($0.utf8) }
    for index in bytes.indices.dropFirst(2) {
      guard let end = ends.first(where: { bytes[index...].starts(with: $0) }) else { continue }
      let text = String(decoding: bytes[..<index].dropFirst(2), as: UTF8.self)
      if !text.hasPrefix("8;;"), text != "104" { unknown.append("OSC \(text.prefix(8))") }
      return index - bytes.startIndex + end.count
    }
    return nil
  }

  private mutating func takeControl(_ parameters: String, _ final: Character) {
    if parameters.hasPrefix("?") { return takePrivate(parameters.dropFirst(), final) }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "A": move(to: cursor + -count)
    case "B": move(to: cursor + count)
    case "C": move(to: Point(column: cursor.column + count, row: cursor.row))
    case "D": move(to: Point(column: cursor.column - count, row: cursor.row))
    case "G": move(to: Point(column: count - 1, row: cursor.row))
    case "d": move(to: Point(column: cursor.column, row: count - 1))
    case "H": move(to: Point(column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1, row: count - 1))
    case "J": eraseScreen(numbers.first ?? 0)
    case "K": eraseLine(numbers.first ?? 0)
    case "X": erase(cursor.row, cursor.column..<min(cursor.column + count, size.columns))
    case "@", "P": shift(final == "@" ? count : -count)
    case "L", "M":
      if region.contains(cursor.row) { scroll(by: final == "M" ? count : -count, in: cursor.row..<region.upperBound) }
    case "S", "T": scroll(by: final == "S" ? count : -count, in: region)
    case "b": for _ in 0..<count { for scalar in last.unicodeScalars { put(scalar) } }
    case "m": takeAttributes(parameters, numbers)
    case "r":
      region =
        (numbers.count > 1 ? count - 1 : 0)..<(numbers.count > 1 ? max(count, min(numbers[1], size.rows)) : size.rows)
      move(to: Point(column: 0, row: 0))
    case "h", "l", "t": break
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func takeAttributes(_ parameters: String, _ numbers: [Int]) {
    var rest = parameters.isEmpty ? [0] : numbers[...]
    while let number = rest.popFirst() {
      // A colour back to its default, and the first of the fonts, are no attributes.
      if ![10, 39, 49].contains(number) { isPlain = number == 0 }
      switch number {
      case 30...37, 40...47: colors.insert(number % 10)
      case 90...97, 100...107: colors.insert(number % 10 + 8)
      case 38, 48:
        colors.insert(rest.first == 5 && rest.count > 1 ? rest[rest.startIndex + 1] : .max)
        rest = rest.dropFirst(2)
      default: break
      }
    }
    if parameters.contains(":") { colors.insert(.max) }
  }

  private mutating func takePrivate(_ parameters: Substring, _ final: Character) {
    guard final == "h" || final == "l" else {
      // The cursor's form, on the Linux console.
      if final != "c" { unknown.append("CSI ?\(parameters)\(final)") }
      return
    }
    for mode in parameters.split(separator: ";").compactMap({ Int($0) }) {
      modes[mode] = final == "h"
      if [47, 1047, 1049].contains(mode) { showAlternate(final == "h", clearing: mode == 1049) }
    }
  }

  private mutating func showAlternate(_ isOn: Bool, clearing: Bool) {
    guard isOn != isAlternate else { return }
    isAlternate = isOn
    if isOn {
      mainCells = cells
      if clearing { mainState = (cursor, isPlain) }
      cells = Self.blank(size)
    } else {
      cells = mainCells
      resize(to: size)
      if clearing {
        move(to: mainState.cursor)
        isPlain = mainState.isPlain
      }
    }
  }

  private mutating func eraseScreen(_ kind: Int) {
    eraseLine(kind)
    for row in 0..<size.rows where kind == 2 || (kind == 0 && row > cursor.row) || (kind == 1 && row < cursor.row) {
      erase(row, 0..<size.columns)
    }
    if kind == 2 || (kind == 0 && cursor == Point(column: 0, row: 0)) { clearings += 1 }
  }

  private mutating func eraseLine(_ kind: Int) {
    let first = kind == 0 ? cursor.column : 0
    erase(cursor.row, first..<(kind == 1 ? cursor.column + 1 : size.columns))
  }

  private mutating func erase(_ row: Int, _ columns: Range<Int>) {
    for column in columns { cells[row][column] = " " }
  }

  /// Opens a gap at the cursor, or closes one.
  private mutating func shift(_ count: Int) {
    let blanks = Array(repeating: " ", count: min(abs(count), size.columns - cursor.column))
    if count > 0 {
      cells[cursor.row].insert(contentsOf: blanks, at: cursor.column)
      cells[cursor.row].removeLast(blanks.count)
    } else {
      cells[cursor.row].removeSubrange(cursor.column..<cursor.column + blanks.count)
      cells[cursor.row] += blanks
    }
  }
}

/// So many rows further down.
private func + (point: Point, rows: Int) -> Point {
  Point(column: point.column, row: point.row + rows)
}
