/// The encodings that the gate reads.
enum Encoding {
  case utf8, utf16LittleEndian, utf16BigEndian

  /// Judges by the byte-order mark, or else by where the zero bytes stand in the first 512 bytes.
  static func sniff(_ head: some Collection<UInt8>) -> Encoding {
    if let isPlain = head.withContiguousStorageIfAvailable(isPlain), isPlain { return .utf8 }
    let head = Array(head.prefix(512))
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    guard head.count >= 4 else { return .utf8 }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let many = head.count * 3 / 10
    if zeros.odd > many, zeros.even == 0 { return .utf16LittleEndian }
    if zeros.even > many, zeros.odd == 0 { return .utf16BigEndian }
    return .utf8
  }

  /// Whether neither a mark of UTF-16 opens the bytes nor a zero stands in the first 512, as in nearly every text.
  private static func isPlain(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let near = 0..<min(head.count, 512)
    return (head.first ?? 0) < 0xFE && head.first(0, in: near) == near.upperBound
  }

  /// The length of the byte-order mark that the text opens with.
  static func markLength(_ input: Bytes) -> Int {
    if input.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    return input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) ? 2 : 0
  }
}

/// UTF-16 turned into UTF-8, with the way back to its bytes.
struct UTF16Text {
  private(set) var bytes: [UInt8] = []
  private(set) var map = PlaceMap()
  private(set) var setAside: [SetAside] = []

  init(_ input: Bytes, encoding: Encoding, skipping start: Int) {
    bytes.reserveCapacity(input.count)
    var index = start
    while index < input.count {
      let (scalar, width) = Self.scalar(input, at: index, littleEndian: encoding == .utf16LittleEndian)
      let begin = bytes.count
      bytes.append(contentsOf: Array(String(scalar ?? "\u{FFFD}").utf8))
      map.record(index..<index + width, as: begin..<bytes.count, merging: false)
      if scalar == nil {
        let text = input[index..<index + width].map { String($0, radix: 16, uppercase: true) }
        setAside.append(
          SetAside(place: index..<index + width, text: text.joined(separator: " "), reason: .malformed))
      }
      index += width
    }
  }

  /// The scalar whose units begin at `index`, or nil for half of a pair or half of a unit.
  private static func scalar(_ input: Bytes, at index: Int, littleEndian: Bool) -> (Unicode.Scalar?, Int) {
    func unit(_ place: Int) -> UInt32? {
      guard place + 1 < input.count else { return nil }
      let (first, second) = (UInt32(input[place]), UInt32(input[place + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    guard let first = unit(index) else { return (nil, 1) }
    guard first & 0xFC00 == 0xD800, let second = unit(index + 2), second & 0xFC00 == 0xDC00 else {
      return (Unicode.Scalar(first), 2)
    }
    return (Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF), 4)
  }
}

/// How many bytes of UTF-8 belong together (The Unicode Standard 15.0, table 3-7).
enum UTF8Shape {
  /// The length of the scalar at `index`, or of the maximal subpart of one that cannot be finished.
  @inline(__always)
  static func width(of input: Bytes, at index: Int) -> (bytes: Int, isValid: Bool) {
    let first = input[index]
    var (needed, low, high): (Int, UInt8, UInt8)
    switch first {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: (needed, low, high) = (1, 0x80, 0xBF)
    case 0xE0: (needed, low, high) = (2, 0xA0, 0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: (needed, low, high) = (2, 0x80, 0xBF)
    case 0xED: (needed, low, high) = (2, 0x80, 0x9F)
    case 0xF0: (needed, low, high) = (3, 0x90, 0xBF)
    case 0xF1...0xF3: (needed, low, high) = (3, 0x80, 0xBF)
    case 0xF4: (needed, low, high) = (3, 0x80, 0x8F)
    default: return (1, false)
    }
    var bytes = 1
    while needed > 0 {
      guard index + bytes < input.count, input[index + bytes] >= low, input[index + bytes] <= high else {
        return (bytes, false)
      }
      (low, high) = (0x80, 0xBF)
      bytes += 1
      needed -= 1
    }
    return (bytes, true)
  }
}
