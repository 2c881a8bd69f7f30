@testable import Briefing

/// The gate is idempotent, lets only what may be shown through, is safe under concatenation, and loses no byte unsaid.
enum GatePromise {
  static func broken(by input: [UInt8]) -> String? {
    let once = Gate.text(of: input)
    if let flaw = Displayable.flaw(in: once) { return flaw }
    if !Gate.text(of: once).isVerbatim(once) { return "passing twice is not passing once" }
    return concatenation(input) ?? loss(of: input)
  }

  /// Two texts that passed may be put together without another look.
  static func concatenation(_ input: [UInt8]) -> String? {
    let half = input.count / 2
    let joined = Gate.text(of: Array(input[..<half])) + Gate.text(of: Array(input[half...]))
    if let flaw = Displayable.flaw(in: joined) { return "put together, \(flaw)" }
    return Gate.text(of: joined).isVerbatim(joined) ? nil : "two texts that passed do not pass together"
  }

  /// Every byte comes out as it was, is white space or stands in what was set aside.
  private static func loss(of input: [UInt8]) -> String? {
    guard Encoding.sniff(input) == .utf8 else { return nil }
    return input.withUnsafeBufferPointer { bytes in
      let passage = Gate.pass(bytes)
      let mark = Encoding.markLength(bytes)
      return passage.withBytes { clean in loss(from: bytes, to: clean, passage, behind: mark) }
    }
  }

  private static func loss(from input: Bytes, to clean: Bytes, _ passage: Passage, behind mark: Int) -> String? {
    var (place, cleanPlace) = (mark, 0)
    var pieces = passage.setAside.map(\.place)[...]
    for change in passage.map.changes {
      let original = change.original.lowerBound + mark..<change.original.upperBound + mark
      guard input[place..<original.lowerBound].elementsEqual(clean[cleanPlace..<change.clean.lowerBound]) else {
        return "bytes before \(original) are not those of the input"
      }
      let left = bytes(of: input, in: original, outside: &pieces)
      let shown = String(decoding: clean[change.clean], as: UTF8.self).unicodeScalars
      for scalar in String(decoding: left, as: UTF8.self).unicodeScalars
      where !scalar.properties.isWhitespace && !shown.contains(scalar) {
        return "U+\(String(scalar.value, radix: 16)) at \(original) is lost"
      }
      (place, cleanPlace) = (original.upperBound, change.clean.upperBound)
    }
    let isWhole = input[place...].elementsEqual(clean[cleanPlace...])
    return isWhole ? nil : "the end is not that of the input"
  }

  /// The bytes of a range that stand in none of the pieces, which are in their order.
  private static func bytes(of input: Bytes, in range: Range<Int>, outside pieces: inout ArraySlice<Range<Int>>)
    -> [UInt8]
  {
    var left: [UInt8] = []
    for index in range {
      while let first = pieces.first, first.upperBound <= index { pieces.removeFirst() }
      if pieces.first?.contains(index) != true { left.append(input[index]) }
    }
    return left
  }
}
