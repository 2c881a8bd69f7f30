import TmuxSupport

/// What a terminal says of itself, read from its description as `infocmp` prints it and not by way of ncurses.
struct Description {
  /// A part of a sequence.
  indirect enum Part {
    case byte(UInt8)
    case digits
    case anyByte
    case oneOf([[Part]])
  }

  /// The capabilities that draw or set up a screen. What asks the terminal something, changes its palette, its title or
  /// its tabs, or prints on paper is none of them.
  private static let drawing = Set(
    """
    bold clear cnorm cr csr cub cub1 cud cud1 cuf cuf1 cup cuu cuu1 civis dch dch1 dim dl dl1 ech ed el el1 enacs home hpa
    ht ich ich1 il il1 ind indn nel oc op rc rep rev ri rin rmacs rmam rmcup rmir rmkx rmso rmul sc setab setaf setb setf
    sgr sgr0 smacs smam smcup smir smkx smso smul vpa
    """.split { " \n".contains($0) }.map(String.init))

  let name: String
  private(set) var sequences: [(capability: String, parts: [Part])] = []
  /// Whether the alternate screen is a private mode, from which others may be guessed.
  private(set) var hasPrivateModes = false
  private(set) var colors = 0

  /// Nil where there is no such description.
  init?(_ name: String, folder: String? = nil) {
    let place = folder.map { ["-A", $0] } ?? []
    guard let outcome = Run.toEnd(["infocmp", "-1"] + place + [name]), outcome.status == 0 else { return nil }
    self.name = name
    for line in outcome.output.split(separator: "\n") where line.first == "\t" {
      let field = line.dropFirst().dropLast()
      if field.hasPrefix("colors#") { colors = Self.number(field.dropFirst(7)) }
      guard let equals = field.firstIndex(of: "=") else { continue }
      let capability = String(field[..<equals])
      if capability == "smcup" { hasPrivateModes = field[equals...].hasPrefix("=\\E[?") }
      guard Self.drawing.contains(capability) else { continue }
      var reader = SequenceReader(field[field.index(after: equals)...])
      sequences.append((capability, reader.all()))
    }
  }

  private static func number(_ text: Substring) -> Int {
    (text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)) ?? 0
  }

  /// The longest sequence at the start of some bytes, and what it is called.
  func longestMatch(_ bytes: ArraySlice<UInt8>) -> (capability: String, count: Int)? {
    sequences.compactMap { sequence in
      Self.ends(of: sequence.parts[...], in: bytes).max().map { (sequence.capability, $0 - bytes.startIndex) }
    }.filter { $0.1 > 0 }.max { $0.1 < $1.1 }
  }

  /// Whether an attribute, as the parameters of ECMA-48's SGR, is one that the description sets or resets.
  ///
  /// No attributes at all is what `sgr0` sets, in whatever form.
  func knows(attribute: String) -> Bool {
    if attribute.isEmpty || attribute == "0" { return sequences.contains { $0.capability == "sgr0" } }
    let whole = Array("\u{1B}[\(attribute)m".utf8)
    return attributes.contains(attribute) || longestMatch(whole[...])?.count == whole.count
  }

  /// The parts of the sequences that set more than one attribute, as where a faint letter is a bright black one.
  private var attributes: Set<String> {
    let names: Set = ["bold", "dim", "smul", "rmul", "rev", "smso", "rmso", "sgr0", "op"]
    let texts = sequences.filter { names.contains($0.capability) }.map { sequence in
      String(decoding: sequence.parts.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }, as: UTF8.self)
    }
    return Set(
      texts.flatMap { $0.matches(of: /\e\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";").map(String.init) } })
  }

  /// How long the sequence is that repeats the letter in front of it; nil where there is none.
  func repetition(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.dropFirst().first == 0x1B, let sequence = sequences.first(where: { $0.capability == "rep" }) else {
      return nil
    }
    return Self.ends(of: sequence.parts[...], in: bytes).max().map { $0 - bytes.startIndex }
  }

  private static func ends(of parts: ArraySlice<Part>, in bytes: ArraySlice<UInt8>) -> [Int] {
    guard let part = parts.first else { return [bytes.startIndex] }
    let rest = parts.dropFirst()
    switch part {
    case .byte(let byte):
      return bytes.first == byte ? ends(of: rest, in: bytes.dropFirst()) : []
    case .anyByte:
      return bytes.isEmpty ? [] : ends(of: rest, in: bytes.dropFirst())
    case .digits:
      let number = bytes.prefix { (0x30...0x39).contains($0) }
      return number.isEmpty ? [] : ends(of: rest, in: bytes[number.endIndex...])
    case .oneOf(let alternatives):
      return alternatives.flatMap { ends(of: $0 + rest, in: bytes) }
    }
  }
}

/// Reads the notation of terminfo(5), in which a sequence may have parameters and conditions.
private struct SequenceReader {
  private var rest: Substring

  init(_ text: Substring) {
    rest = text
  }

  mutating func all() -> [Description.Part] {
    parts().parts
  }

  /// Parts up to the end, or to the `%t`, `%e` or `%;` of a condition.
  private mutating func parts() -> (parts: [Description.Part], end: Character?) {
    var parts: [Description.Part] = []
    while let character = rest.popFirst() {
      switch character {
      case "%":
        let next = rest.popFirst() ?? "%"
        switch next {
        case "t", "e", ";": return (parts, next)
        case "?": parts.append(.oneOf(condition()))
        default: if let part = operation(next) { parts.append(part) }
        }
      case "$" where rest.first == "<":
        rest = rest.drop { $0 != ">" }.dropFirst()
      case "^":
        parts.append(.byte((rest.popFirst()?.asciiValue ?? 0x40) & 0x1F))
      case "\\":
        parts.append(.byte(escaped()))
      default:
        parts.append(.byte(character.asciiValue ?? 0x3F))
      }
    }
    return (parts, nil)
  }

  /// What the branches of a condition send; what it asks sends nothing.
  private mutating func condition() -> [[Description.Part]] {
    var branches: [[Description.Part]] = []
    while true {
      let asked = parts()
      guard asked.end == "t" else { return branches + [asked.parts] }
      let branch = parts()
      branches.append(branch.parts)
      if branch.end != "e" { return branches + [[]] }
    }
  }

  private mutating func operation(_ letter: Character) -> Description.Part? {
    switch letter {
    case "d": return .digits
    case "c": return .anyByte
    case "%": return .byte(0x25)
    case "p", "P", "g": rest = rest.dropFirst()
    case "'":
      if rest.popFirst() == "\\" { _ = escaped() }
      rest = rest.dropFirst()
    case "{": rest = rest.drop { $0 != "}" }.dropFirst()
    case ":", "0"..."9", ".":
      let letter = rest.drop { !"dcsxXo".contains($0) }.first
      rest = rest.drop { !"dcsxXo".contains($0) }.dropFirst()
      return letter.flatMap { operation($0) }
    default: break
    }
    return nil
  }

  private mutating func escaped() -> UInt8 {
    let letter = rest.popFirst() ?? "\\"
    switch letter {
    case "E", "e": return 0x1B
    case "n", "l": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "b": return 0x08
    case "f": return 0x0C
    case "s": return 0x20
    case "0"..."7":
      let digits = [letter] + rest.prefix(2).filter { ("0"..."7").contains($0) }
      rest = rest.dropFirst(digits.count - 1)
      let value = digits.reduce(0) { $0 * 8 + Int($1.asciiValue ?? 0x30) - 0x30 }
      return value == 128 ? 0 : UInt8(truncatingIfNeeded: value)
    default: return letter.asciiValue ?? 0x3F
    }
  }
}
