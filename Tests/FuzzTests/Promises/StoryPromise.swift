@testable import Briefing

/// Whatever the bytes are, every letter is in the story or set aside, and all of it may be shown.
enum StoryPromise {
  static func broken(by input: [UInt8]) -> String? {
    let reading = StoryParser.parse(input)
    return flaw(in: reading, of: input.count) ?? loss(of: input, in: reading) ?? lostAddress(of: input, in: reading)
  }

  /// What of a reading may not be shown, or has no place; `length` is that of the input.
  static func flaw(in reading: Reading, of length: Int) -> String? {
    if let flaw = flaw(in: reading.story) ?? hiddenFlaw(in: reading.setAside) { return flaw }
    var last = 0
    for piece in reading.setAside {
      guard !piece.place.isEmpty, piece.place.lowerBound >= last, piece.place.upperBound <= length else {
        return "a piece set aside has no place of its own: \(piece)"
      }
      last = piece.place.lowerBound
    }
    return nil
  }

  /// What of a story may not be shown, or stands outside of its words.
  static func flaw(in story: Story) -> String? {
    for text in texts(of: story).flatMap(lines) {
      if let flaw = Displayable.flaw(in: text) { return "\(flaw): \(text)" }
      if !Gate.lines(of: text).isVerbatim(text) { return "would not pass the gate again: \(text)" }
    }
    for paragraph in story.blocks {
      switch paragraph.kind {
      case .code, .table: break
      default:
        if paragraph.text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) || hasDoubledSpace(paragraph.text) {
          return "not one line: \(paragraph.text)"
        }
      }
      for span in paragraph.spans
      where !isPlace(span.range.lowerBound, in: paragraph.text) || !isPlace(span.range.upperBound, in: paragraph.text) {
        return "a span stands outside of its paragraph"
      }
      for citation in paragraph.citations where !isPlace(citation.place, in: paragraph.text) {
        return "a citation stands outside of its paragraph"
      }
    }
    return nil
  }

  /// What of the pieces set aside may not be shown.
  static func hiddenFlaw(in pieces: [SetAside]) -> String? {
    for piece in pieces {
      if let flaw = Displayable.flaw(in: String(piece.text.map { $0 == "\n" ? " " : $0 })) {
        return "set aside: \(flaw)"
      }
    }
    return nil
  }

  /// The lines of code and the cells of tables, which are shown one by one.
  private static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\t" }.map(String.init)
  }

  private static func hasDoubledSpace(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x20, last == 0x20 { return true }
      last = byte
    }
    return false
  }

  private static func isPlace(_ place: Int, in text: String) -> Bool {
    let utf8 = text.utf8
    guard place <= utf8.count else { return false }
    return place == utf8.count || utf8[utf8.index(utf8.startIndex, offsetBy: place)] & 0xC0 != 0x80
  }

  private static func texts(of story: Story) -> [String] {
    var texts = [story.headline] + story.summary + story.sections.map(\.heading)
    texts += story.authors
    if let publisher = story.publisher { texts.append(publisher) }
    if let url = story.url { texts.append(url) }
    for paragraph in story.blocks {
      texts.append(paragraph.text)
      for citation in paragraph.citations {
        texts += [citation.host] + [citation.url, citation.label].compactMap { $0 }
      }
      for case .item(let item) in paragraph.containers { texts.append(item.marker == "☑" ? "x" : item.marker) }
      for case .link(let url) in paragraph.spans.map(\.style) { texts.append(url) }
      if case .image(let url) = paragraph.kind { texts.append(url) }
      if case .code(let language?) = paragraph.kind { texts.append(language) }
    }
    return texts
  }

  /// The letters and digits of the input, as it came through the gate, against those of the reading. Text that says
  /// it is in the canonical form is left to the promise on that form.
  private static func loss(of input: [UInt8], in reading: Reading) -> String? {
    let clean = input.withUnsafeBufferPointer { Gate.passText($0).withBytes { $0.string(0..<$0.count) } }
    guard !clean.contains("courant: 1"), !clean.contains("courant: 2") else { return nil }
    var kept = Letters()
    for text in texts(of: reading.story) { kept.add(text) }
    for piece in reading.setAside where piece.reason != .control && piece.reason != .malformed { kept.add(piece.text) }
    var typed = Letters()
    typed.add(withoutMarks(clean.lowercased()))
    return typed.missing(from: kept).map { "\($0) is lost" }
  }

  /// An address of the web in the input, up to what an escape or a reference may have changed of it, that is nowhere in the
  /// reading.
  private static func lostAddress(of input: [UInt8], in reading: Reading) -> String? {
    let clean = input.withUnsafeBufferPointer { Gate.passText($0).withBytes { $0.string(0..<$0.count) } }
    guard !clean.contains("courant: 1"), !clean.contains("courant: 2") else { return nil }
    let addresses = WebAddresses.all(in: clean)
    guard !addresses.isEmpty else { return nil }
    // By bytes: a mark behind the last letter is no part of what is looked for.
    let kept = Array((texts(of: reading.story) + reading.setAside.map(\.text)).joined(separator: "\n").utf8)
    return addresses.first { kept.firstRange(of: $0.utf8) == nil }.map { "\($0) is lost" }
  }

  /// The text without its marks that have letters: addresses of links, `www.`, tags, character references, and what stands
  /// for a source that a list defines.
  private static func withoutMarks(_ text: String) -> String {
    var kept: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: "](".utf8) {
        while index < bytes.count, bytes[index] > 0x20, !opensTag(bytes, at: index) { index += 1 }
      } else if let end = numberEnd(bytes, at: index) ?? sourceWordEnd(bytes, at: index) {
        index = end
      } else if rest.starts(with: "www.".utf8) {
        index += 4
      } else if let end = markEnd(bytes, at: index) {
        index = end
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Behind the number of an item or a bullet, if a line opens with one.
  private static func numberEnd(_ bytes: [UInt8], at index: Int) -> Int? {
    guard bytes[index].isDigit, bytes[..<index].last.map({ $0 <= 0x20 }) ?? true else { return nil }
    var end = index
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    return end < bytes.count && end - index < 10 && ".)".utf8.contains(bytes[end]) ? end + 1 : nil
  }

  /// Behind a word such as `Source:` that a parenthesis opens with.
  private static func sourceWordEnd(_ bytes: [UInt8], at index: Int) -> Int? {
    let isBehind = bytes[..<index].last == UInt8(ascii: "(") || bytes[..<index].suffix(3).elementsEqual("（".utf8)
    guard isBehind else { return nil }
    let end = bytes.withUnsafeBufferPointer { SourceWord.end(in: $0, at: index, limit: $0.count) }
    return end > index ? end : nil
  }

  private static func opensTag(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "<") else { return false }
    return bytes.withUnsafeBufferPointer { HTMLTag.read($0, at: index, limit: $0.count) != nil }
  }

  private static func markEnd(_ bytes: [UInt8], at index: Int) -> Int? {
    bytes.withUnsafeBufferPointer { text in
      switch text[index] {
      case UInt8(ascii: "&"):
        return CharacterReference.read(text, at: index, limit: text.count, rules: .markdown)?.end
      case UInt8(ascii: "<"):
        if text.has("<sup>", at: index), let end = text[(index + 5)...].firstIndex(of: UInt8(ascii: "<")),
          text.has("</sup>", at: end), end - index < 24
        {
          return end + 6
        }
        return HTMLTag.read(text, at: index, limit: text.count)?.range.upperBound
      case UInt8(ascii: "["), UInt8(ascii: "]"):
        guard let close = text[(index + 1)...].firstIndex(of: UInt8(ascii: "]")), close - index < 80,
          text[index] == UInt8(ascii: "[") || text.has("[", at: index + 1)
        else { return nil }
        let inner = text[(index + 1)..<close]
        let isNumber = inner.allSatisfy { $0.isDigit || " ,;-^".utf8.contains($0) }
        return isNumber || inner.first == UInt8(ascii: "^") || text[index] == UInt8(ascii: "]") ? close : nil
      default: return nil
      }
    }
  }
}

/// How often each letter and digit occurs, whatever its case.
private struct Letters {
  private var ascii = [Int](repeating: 0, count: 128)
  private var others: [Unicode.Scalar: Int] = [:]

  mutating func add(_ text: String) {
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII {
        ascii[Int(scalar.value)] += 1
      } else if Self.isLetter(scalar) {
        others[scalar, default: 0] += 1
      }
    }
  }

  /// A letter that is oftener here than there.
  func missing(from other: Letters) -> Unicode.Scalar? {
    for value in Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8) where ascii[Int(value)] > other.ascii[Int(value)] {
      return Unicode.Scalar(value)
    }
    return others.first { $0.value > other.others[$0.key, default: 0] }?.key
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
    default: false
    }
  }
}
