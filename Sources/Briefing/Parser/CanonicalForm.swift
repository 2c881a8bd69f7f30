/// What the printers and the readers of the forms that parse back agree on.
enum CanonicalForm {
  /// Whether a story is written as text for a shell, or as Markdown for other programs.
  enum Style {
    case text, markdown
  }

  static let version: StaticString = "courant: 2"
  static let firstVersion: StaticString = "courant: 1"
  static let escape = UInt8(ascii: "\\")
  /// What opens the comment at the end of Markdown, and the whole of one in which nothing stands.
  static let comment: StaticString = "<!-- courant: 2"
  static let emptyComment: StaticString = "<!-- courant: 2 -->"
  static let firstComment: StaticString = "<!-- courant: 1"
  static let firstEmptyComment: StaticString = "<!-- courant: 1 -->"
  /// A line across.
  static let rule: StaticString = "___"
  /// Stands where a list ends and the next one would otherwise be taken for more of it.
  static let listEnd: StaticString = "<!-- -->"
  /// A block of prose without words.
  static let noWords: StaticString = "<!-- empty -->"
  /// Quotes and items are written in their places up to this depth, so that what stands before a line stays short.
  static let deepest = 32

  /// Whether a byte parts, opens or closes something, so that no host has it.
  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, escape, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
      UInt8(ascii: ">"):
      true
    default: false
    }
  }

  /// Writes a byte of a line so that it stays on it.
  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case escape: output += [escape, escape]
    case 0x0A: output.append(0x20)
    default: output.append(byte)
    }
  }

  /// A text so written that it stays on its line, and that no comment ends in it.
  static func line(_ text: String, inComment: Bool = false) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      if inComment, byte == UInt8(ascii: ">") { output.append(escape) }
      append(byte, to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The words of a line that is no block: in them nothing is a mark but a backslash.
  ///
  /// Where they have what divides texts, there is one before it, so that a story stays whole and apart from others.
  static func words(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var output: [UInt8] = []
      for index in bytes.indices {
        if divides(at: index, in: bytes, behind: output.last) { output.append(escape) }
        append(bytes[index], to: &output)
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// Whether something begins at a place that means more in a text of several stories: two hashes or more, which open a
  /// heading in a flattened one, or what fences code. `last` is what was written before it, where marks may part words.
  static func divides(at index: Int, in text: Bytes, behind last: UInt8?) -> Bool {
    switch text[index] {
    case UInt8(ascii: "#"): text.has("##", at: index) && last != text[index]
    case UInt8(ascii: "~"): text.has("~~~", at: index) && last != text[index]
    case UInt8(ascii: "`"): text.has("```", at: index) && last != text[index]
    case UInt8(ascii: "{"): text.has("{%", at: index)
    default: false
    }
  }

  /// A text as it can be written alone: without the spaces at either end, where none can stand although a backslash can be
  /// before one, and with something to carry a mark that would join what stands before it.
  static func alone(_ text: String) -> String {
    var text = text
    let trimmed = text.withUTF8 { $0.string($0.trimmed(0..<$0.count)) }
    return trimmed.utf8.allSatisfy { $0 < 0x80 } ? trimmed : Gate.words(of: trimmed)
  }

  /// Takes away the spaces of any kind that words end with.
  static func trimEnd(_ output: inout [UInt8]) {
    while let last = output.last {
      let isIdeographic = last == 0x80 && output.suffix(3).elementsEqual([0xE3, 0x80, 0x80])
      let width = last == 0x20 ? 1 : isIdeographic ? 3 : HeldSpaces.width(atEndOf: output)
      guard width > 0 else { return }
      output.removeLast(width)
    }
  }

  /// The text that a line stands for.
  static func read(_ text: Bytes, _ range: Range<Int>, held: HeldSpaces = HeldSpaces()) -> String {
    var output: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == escape, index + 1 < range.upperBound { index += 1 }
      if text[index] == 0x20 {
        held.copy(index..<index + 1, of: text, to: &output)
      } else {
        output.append(text[index])
      }
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension CanonicalForm {
  /// How far into an address its host is sought: many marks may share one address, and each asks for its host.
  private static let longestAuthority = 320

  /// The host that an address names, as citations hold it; nil where it names none.
  static func host(of url: String) -> String? {
    var url = url
    guard let (written, isName) = url.withUTF8(written) else { return nil }
    if isName { return written }
    let name = Citation.host(named: written)
    return isHost(name) ? name : nil
  }

  /// The host of an address as it stands there: behind the scheme and the user's name, before the port and the path. Says
  /// as well whether that is plainly what citations have.
  private static func written(in url: Bytes) -> (host: String, isName: Bool)? {
    let limit = min(url.count, longestAuthority)
    var scheme = url.first(UInt8(ascii: ":"), in: 0..<limit)
    while scheme < limit, !url.has("://", at: scheme) {
      scheme = url.first(UInt8(ascii: ":"), in: scheme + 1..<limit)
    }
    guard scheme + 3 <= limit else { return nil }
    var start = scheme + 3
    let end = url.first(in: start..<limit) { $0.matches(0x2F) | $0.matches(0x3F) | $0.matches(0x23) }
    guard end < limit || limit == url.count else { return nil }
    if let user = url[start..<end].lastIndex(of: UInt8(ascii: "@")) { start = user + 1 }
    let host = start..<url.first(UInt8(ascii: ":"), in: start..<end)
    return (url.string(host), isPlainHost(host, in: url))
  }

  /// Whether a host is of small letters, digits, hyphens and full stops, and has no `www.` before it.
  private static func isPlainHost(_ host: Range<Int>, in url: Bytes) -> Bool {
    !host.isEmpty && !url.has("www.", at: host.lowerBound)
      && url[host].allSatisfy { $0.isLower || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  /// What the words in the brackets of a linked citation say: a host, or what the text calls the source.
  static func naming(_ words: String, _ url: String) -> (host: String, label: String?)? {
    let host = host(of: url)
    if words == host || (isHost(words) && (host == nil || words.utf8.contains(UInt8(ascii: ".")))) {
      return (words, nil)
    }
    guard let host, !words.isEmpty else { return nil }
    return (host, words)
  }

  /// Whether a name has nothing in it that the forms are made of.
  static func isHost(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 512, !name.utf8.contains(where: isMark) else { return false }
    // Without spaces, of which ASCII's are marks, words of ASCII stay as they are.
    return name.utf8.allSatisfy { $0 < 0x80 } || alone(name) == name
  }

  /// An address so written between parentheses that it cannot end early; nil for one that cannot stand there.
  static func target(_ url: String, _ style: Style) -> String? {
    var bytes = url
    let mayStand = bytes.withUTF8 { bytes in
      let isWhole =
        !bytes.isEmpty && !bytes.contains { $0 <= 0x20 } && !url.holdsSpaces
        && bytes.trimmed(0..<bytes.count).count == bytes.count
      return isWhole && (style == .text || AddressStart.isWeb(bytes, 0..<bytes.count))
    }
    guard mayStand else { return nil }
    // An ampersand opens an entity only where a semicolon closes it.
    let mayHoldEntities = url.utf8.contains(UInt8(ascii: ";"))
    let isBalanced = isBalanced(url)
    return bytes.withUTF8 { bytes in
      var output: [UInt8] = []
      for (index, byte) in bytes.enumerated() {
        let isEscaped =
          switch byte {
          case escape: true
          case UInt8(ascii: "("), UInt8(ascii: ")"): style == .markdown || !isBalanced
          case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""),
            UInt8(ascii: "`"), UInt8(ascii: "|"):
            style == .markdown
          case UInt8(ascii: "&"): style == .markdown && mayHoldEntities
          default: style == .text && divides(at: index, in: bytes, behind: output.last)
          }
        if isEscaped { output.append(escape) }
        output.append(byte)
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  private static func isBalanced(_ url: String) -> Bool {
    var depth = 0
    for byte in url.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}

extension CanonicalForm {
  /// What the items of a list that follow one another have in common: a bullet, or the mark behind the number.
  enum ListKind: Equatable {
    case bullets
    case numbers(UInt8)
  }

  /// How an item's marker is written, if it can be: a hyphen for a bullet, or up to nine digits and a mark behind them.
  static func marker(_ marker: String) -> (text: String, kind: ListKind) {
    let digits = marker.utf8.prefix { $0.isDigit }
    guard (1...9).contains(digits.count), marker.utf8.count == digits.count + 1, let mark = marker.utf8.last,
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    else { return ("-", .bullets) }
    return (marker, .numbers(mark))
  }
}
