/// Whether a terminal understands all that is sent to it: letters of its character set, what its description explains,
/// and, where it has private modes, those that such terminals know or pass over.
struct Vocabulary {
  let description: Description
  let encoding: Encoding

  /// What no description has. A terminal of private modes passes over those it does not know.
  private static let beyondDescriptions =
    [2004, 2026, 1000, 1002, 1006].flatMap { ["\u{1B}[?\($0)h", "\u{1B}[?\($0)l"] }.map { Array($0.utf8) }

  /// Each thing that the terminal would not understand, with where it stands.
  func notUnderstood(in bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if let letter = encoding.first(of: rest) {
        rest = rest.dropFirst(description.repetition(rest) ?? letter.count)
      } else if [0x08, 0x0A, 0x0D].contains(byte) {
        rest = rest.dropFirst()
      } else if let count = count(ofSequence: rest) {
        rest = rest.dropFirst(count)
      } else {
        found.append("at \(rest.startIndex): \(String(decoding: rest.prefix(12), as: UTF8.self).debugDescription)")
        rest = rest.dropFirst()
      }
    }
    return found
  }

  private func count(ofSequence bytes: ArraySlice<UInt8>) -> Int? {
    if let match = description.longestMatch(bytes) { return match.count }
    if let count = count(ofAttributes: bytes) { return count }
    guard description.hasPrivateModes else { return nil }
    return Self.beyondDescriptions.first { bytes.starts(with: $0) }?.count ?? Self.count(ofLink: bytes)
  }

  /// The length of a sequence that opens a link or closes it (OSC 8), which such terminals know or pass over.
  private static func count(ofLink bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.starts(with: "\u{1B}]8;;".utf8) else { return nil }
    let address = bytes.dropFirst(5).prefix { (0x21...0x7E).contains($0) }
    return bytes[address.endIndex...].starts(with: "\u{1B}\\".utf8) ? 5 + address.count + 2 : nil
  }

  /// The length of a sequence that sets several attributes at once, each of which the description knows.
  private func count(ofAttributes bytes: ArraySlice<UInt8>) -> Int? {
    let parameters = bytes.dropFirst(2).prefix { (0x30...0x3B).contains($0) }
    guard bytes.starts(with: [0x1B, 0x5B]), parameters.endIndex < bytes.endIndex,
      bytes[parameters.endIndex] == UInt8(ascii: "m")
    else { return nil }
    var numbers = String(decoding: parameters, as: UTF8.self).split(separator: ";", omittingEmptySubsequences: false)[
      ...]
    while let number = numbers.popFirst() {
      let isIndexed = ["38", "48"].contains(number) && numbers.first == "5"
      let attribute = isIndexed ? ([number] + numbers.prefix(2)).joined(separator: ";") : String(number)
      if isIndexed { numbers = numbers.dropFirst(2) }
      guard description.knows(attribute: attribute) else { return nil }
    }
    return parameters.count + 3
  }
}
