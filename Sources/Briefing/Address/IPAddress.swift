/// A host that is a number, read in every form that browsers read (WHATWG URL, “host parsing”).
public enum IPAddress: Hashable, Sendable {
  case four(UInt32)
  /// Eight groups of sixteen bits.
  case six([UInt16])

  /// Whether the last label makes the whole a number, so that it is one or nothing.
  static func isMeant(by labels: [Substring]) -> Bool {
    guard let last = labels.last(where: { !$0.isEmpty }) else { return false }
    return last.utf8.allSatisfy(\.isDigit) || number(last) != nil
  }

  /// One to four numbers with full stops between them: decimal, octal behind `0` or hexadecimal behind `0x`; the last one
  /// fills what is left.
  init?(four text: String) {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard (1...4).contains(parts.count) else { return nil }
    var value: UInt64 = 0
    for (index, part) in parts.enumerated() {
      guard let number = Self.number(part) else { return nil }
      let room = index == parts.count - 1 ? 8 * (5 - parts.count) : 8
      guard number < UInt64(1) << UInt64(room) else { return nil }
      value = value << UInt64(room) | number
    }
    self = .four(UInt32(value))
  }

  /// Groups of hexadecimal digits between colons, `::` once for any number of zeros, and the last two as four decimal ones.
  init?(six text: String) {
    let halves = Self.halves(of: Array(text.utf8))
    guard (1...2).contains(halves.count) else { return nil }
    var groups: [[UInt16]] = []
    for (index, half) in halves.enumerated() {
      guard let read = Self.groups(half, mayEndInFour: index == halves.count - 1) else { return nil }
      groups.append(read)
    }
    let count = groups.map(\.count).reduce(0, +)
    if groups.count == 1 {
      guard count == 8 else { return nil }
      self = .six(groups[0])
    } else {
      guard count < 8 else { return nil }
      self = .six(groups[0] + [UInt16](repeating: 0, count: 8 - count) + groups[1])
    }
  }

  /// The number of one part; one that is far too large is as good as the largest.
  private static func number(_ text: Substring) -> UInt64? {
    guard !text.isEmpty else { return nil }
    var digits = text
    var radix = 10
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      (digits, radix) = (text.dropFirst(2), 16)
    } else if text.count > 1, text.hasPrefix("0") {
      (digits, radix) = (text.dropFirst(), 8)
    }
    if digits.isEmpty { return 0 }
    guard digits.utf8.allSatisfy({ ($0.hexadecimal ?? 16) < radix }) else { return nil }
    return UInt64(digits, radix: radix) ?? .max
  }

  /// What stands on both sides of the `::`, or the whole.
  private static func halves(of bytes: [UInt8]) -> [[UInt8]] {
    let colon = UInt8(ascii: ":")
    var halves: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      if bytes[index] == colon, index + 1 < bytes.count, bytes[index + 1] == colon {
        halves.append([])
        index += 2
      } else {
        halves[halves.count - 1].append(bytes[index])
        index += 1
      }
    }
    return halves
  }

  private static func groups(_ half: [UInt8], mayEndInFour: Bool) -> [UInt16]? {
    if half.isEmpty { return [] }
    let parts = half.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (index, part) in parts.enumerated() {
      let text = String(decoding: part, as: UTF8.self)
      if mayEndInFour, index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let value = dotted(text) else { return nil }
        groups += [UInt16(value >> 16), UInt16(value & 0xFFFF)]
      } else {
        let isShort = (1...4).contains(part.count) && part[part.startIndex] != UInt8(ascii: "+")
        guard isShort, let value = UInt16(text, radix: 16) else { return nil }
        groups.append(value)
      }
    }
    return groups
  }

  /// Four decimal numbers and nothing else, as they stand inside of brackets.
  private static func dotted(_ text: String) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard !part.isEmpty, part.utf8.allSatisfy(\.isDigit), part == "0" || part.first != "0", let number = UInt8(part)
      else { return nil }
      value = value << 8 | UInt32(number)
    }
    return value
  }
}

extension IPAddress {
  /// The form that everybody knows: four decimal numbers, or hexadecimal groups in brackets (RFC 5952).
  public var text: String {
    switch self {
    case .four(let value): [24, 16, 8, 0].map { String(value >> UInt32($0) & 0xFF) }.joined(separator: ".")
    case .six(let groups): "[" + Self.text(of: groups) + "]"
    }
  }

  private static func text(of groups: [UInt16]) -> String {
    var best = 0..<0
    var start: Int?
    for index in 0...groups.count {
      if index < groups.count, groups[index] == 0 {
        start = start ?? index
      } else {
        if let first = start, index - first > max(1, best.count) { best = first..<index }
        start = nil
      }
    }
    func part(_ range: Range<Int>) -> String { groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
    return best.isEmpty
      ? part(0..<groups.count) : part(0..<best.lowerBound) + "::" + part(best.upperBound..<groups.count)
  }
}
