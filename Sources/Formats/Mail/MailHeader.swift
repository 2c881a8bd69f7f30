import Briefing

/// The fields above a mail, or above one of its parts (RFC 5322).
struct MailHeader {
  /// The names in lower case; the values with their folds taken out.
  private(set) var fields: [(name: String, value: [UInt8])] = []
  /// Where the body begins.
  private(set) var end: Int
  /// No mail has more.
  private static let most = 10_000

  /// The fields from the beginning of a range on, up to its first empty line. Linear.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    end = range.lowerBound
    while end < range.upperBound {
      let lineEnd = bytes.lineEnd(from: end, before: range.upperBound)
      let line = bytes[end..<lineEnd].droppingReturn
      let next = min(lineEnd + 1, range.upperBound)
      if line.isEmpty {
        end = next
        return
      }
      guard take(line) else { return }
      end = next
    }
  }

  /// False for a line that is no field, and so of the body.
  private mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    if line.first == 0x20 || line.first == 0x09 {
      if !fields.isEmpty { fields[fields.count - 1].value += line }
      return true
    }
    // The line that a mailbox puts above.
    if fields.isEmpty, line.starts(with: "From ".utf8) { return true }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    guard line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
    if fields.count < Self.most { fields.append((line[..<colon].lowercasedText, Array(line[(colon + 1)...]))) }
    return true
  }

  /// The first field of a name, as it stands.
  func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The first field of a name, with its encoded words decoded, through the gate; nil where there is none or nothing in it.
  func text(_ name: String, _ decoder: ForeignDecoder) -> String? {
    guard let raw = raw(name) else { return nil }
    let text = Gate.words(of: MailText.header(raw, decoder))
    return text.isEmpty ? nil : text
  }

  /// What stands in angle brackets in the first field of a name.
  func bracketed(_ name: String) -> String? {
    guard let raw = raw(name), let open = raw.lastIndex(of: UInt8(ascii: "<")),
      let close = raw[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let text = Gate.text(of: Array(raw[(open + 1)..<close])).filter { !$0.isWhitespace }
    return text.isEmpty ? nil : text
  }
}

extension [UInt8] {
  /// Where the next line feed stands, or the end.
  func lineEnd(from start: Int, before end: Int) -> Int {
    withUnsafeBufferPointer { bytes in
      var at = start
      while at < end, bytes[at] != 0x0A { at += 1 }
      return at
    }
  }
}

extension ArraySlice<UInt8> {
  var droppingReturn: ArraySlice<UInt8> { last == 0x0D ? dropLast() : self }
}
