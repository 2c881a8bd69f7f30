import Canvas

/// How a character looks, colours aside.
struct Attributes: Hashable {
  var isBold = false
  var isItalic = false
  var isUnderlined = false
  var isReversed = false

  /// One digit: bold counts 1, underlined 2, reversed 4, italic 8, as a hexadecimal one.
  var digit: String {
    String((isBold ? 1 : 0) + (isUnderlined ? 2 : 0) + (isReversed ? 4 : 0) + (isItalic ? 8 : 0), radix: 16)
  }

  /// The digit of each character of each line, a blank for a blank, from lines in which SGR sequences change them.
  static func plane(of lines: [String]) -> [String] {
    var now = Attributes()
    return lines.map { line in
      var found = ""
      var rest = line[...]
      while let character = rest.popFirst() {
        if character == "\u{1B}", let end = rest.firstIndex(where: \.isLetter) {
          now.apply(rest[..<end].dropFirst())
          rest = rest[rest.index(after: end)...]
        } else {
          found += character == " " ? " " : now.digit
        }
      }
      return trimmed(found)
    }
  }

  /// The same of a canvas, as the theme draws its roles in colour.
  static func plane(of canvas: Canvas) -> [String] {
    (0..<canvas.size.rows).map { row in
      let digits = canvas.row(row).filter { $0.width > 0 }.map { cell in
        let style = cell.style
        let look = Attributes(
          isBold: style.isBold || style.role == .heading, isItalic: style.isItalic,
          isUnderlined: style.isUnderlined || style.role == .link, isReversed: style.isReversed)
        return cell.text == " " ? " " : look.digit
      }
      return trimmed(digits.joined())
    }
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  private mutating func apply(_ parameters: Substring) {
    var numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }[...]
    while let number = numbers.popFirst() {
      switch number {
      case 0: self = Attributes()
      case 1: isBold = true
      case 3: isItalic = true
      case 4: isUnderlined = true
      case 7: isReversed = true
      // A colour of 256 is two numbers more.
      case 38, 48: numbers = numbers.dropFirst(2)
      default: break
      }
    }
  }
}
