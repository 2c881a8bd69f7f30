@testable import Briefing

/// Whatever the bytes are, every letter is in the story or set aside, and all of it may be shown.
enum StoryPromise {
  static func broken(by input: [UInt8]) -> String? {
    let reading = StoryParser.parse(input)
    return flaw(in: reading, of: input.count) ?? loss(of: input, in: reading)
  }

  private static func flaw(in reading: Reading, of length: Int) -> String? {
    for text in texts(of: reading.story).flatMap(lines) {
      if let flaw = Displayable.flaw(in: text) { return "\(flaw): \(text)" }
      if !Gate.lines(of: text).isVerbatim(text) { return "would not pass the gate again: \(text)" }
    }
    for paragraph in reading.story.blocks {
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
    var last = 0
    for piece in reading.setAside {
      if let flaw = Displayable.flaw(in: String(piece.text.map { $0 == "\n" ? " " : $0 })) {
        return "set aside: \(flaw)"
      }
      guard !piece.place.isEmpty, piece.place.lowerBound >= last, piece.place.upperBound <= length else {
        return "a piece set aside has no place of its own: \(piece)"
      }
      last = piece.place.lowerBound
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
      for case .item(let item) in paragraph.containers { texts.append(item.marker) }
    }
    return texts
  }

  /// The letters and digits of the input, as it came through the gate, against those of the reading. Text that says
  /// it is in the canonical form is left to the promise on that form.
  private static func loss(of input: [UInt8], in reading: Reading) -> String? {
    let clean = input.withUnsafeBufferPointer { Gate.pass($0).withBytes { $0.string(0..<$0.count) } }
    guard !clean.contains("courant: 1"), !clean.contains("courant: 2") else { return nil }
    var kept = Letters()
    for text in texts(of: reading.story) { kept.add(text) }
    for piece in reading.setAside where piece.reason == .footer || piece.reason == .linkResidue { kept.add(piece.text) }
    var typed = Letters()
    typed.add(withoutMarks(clean.lowercased()))
    return typed.missing(from: kept).map { "\($0) is lost" }
  }

  /// The text without the addresses of links and without `www.`, which are marks.
  private static func withoutMarks(_ text: String) -> String {
    var kept: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: "](".utf8) {
        while index < bytes.count, bytes[index] > 0x20 { index += 1 }
      } else if bytes[index...].starts(with: "www.".utf8) {
        index += 4
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
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
