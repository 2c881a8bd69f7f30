/// Unpacks DEFLATE (RFC 1951), as gzip and zip have it. Linear in what it makes, which has a limit.
struct Inflater {
  private let input: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private var limit: UnpackingLimit
  /// How much may be made of what was taken so far, so that a trap is known by its beginning.
  private var allowed = UnpackingLimit.harmless

  /// What is packed at the beginning of some bytes, and how many of them it takes up.
  static func inflate(
    _ input: UnsafeBufferPointer<UInt8>, limit: inout UnpackingLimit
  ) throws(PackingFlaw) -> (bytes: [UInt8], used: Int) {
    var inflater = Inflater(input: input, limit: limit)
    defer { limit = inflater.limit }
    while try !inflater.takeBlock() {}
    // What was taken ahead and not used.
    return (inflater.output, inflater.at - inflater.bitCount / 8)
  }

  private init(input: UnsafeBufferPointer<UInt8>, limit: UnpackingLimit) {
    (self.input, self.limit) = (input, limit)
  }

  /// True for the last one.
  private mutating func takeBlock() throws(PackingFlaw) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try copyStored()
    case 1: try takeSymbols(Self.fixedLetters, Self.fixedDistances)
    case 2:
      let (letters, distances) = try takeCodes()
      try takeSymbols(letters, distances)
    default: throw .garbled
    }
    return isLast
  }
}

/// Bits, the first of a byte lowest.
extension Inflater {
  @inline(__always)
  private mutating func fill() {
    while bitCount <= 56, at < input.count {
      bits |= UInt64(input[at]) << UInt64(bitCount)
      at += 1
      bitCount += 8
    }
  }

  @inline(__always)
  private mutating func take(_ count: Int) throws(PackingFlaw) -> Int {
    if bitCount < count { fill() }
    guard bitCount >= count else { throw .cut }
    let value = Int(bits & (1 << UInt64(count) - 1))
    drop(count)
    return value
  }

  @inline(__always)
  private mutating func drop(_ count: Int) {
    bits >>= UInt64(count)
    bitCount -= count
  }

  @inline(__always)
  private mutating func takeSymbol(_ code: HuffmanCode) throws(PackingFlaw) -> Int {
    if bitCount < HuffmanCode.longest { fill() }
    guard let (symbol, length) = code.symbol(of: bits) else { throw bitCount < HuffmanCode.longest ? .cut : .garbled }
    guard length <= bitCount else { throw .cut }
    drop(length)
    return symbol
  }
}

/// Blocks.
extension Inflater {
  private mutating func copyStored() throws(PackingFlaw) {
    drop(bitCount % 8)
    let (count, complement) = (try take(16), try take(16))
    guard count ^ complement == 0xFFFF else { throw .garbled }
    at -= bitCount / 8
    (bits, bitCount) = (0, 0)
    guard at + count <= input.count else { throw .cut }
    try limit.take(count)
    output.append(contentsOf: input[at..<at + count])
    at += count
  }

  private mutating func takeSymbols(_ letters: HuffmanCode, _ distances: HuffmanCode) throws(PackingFlaw) {
    while true {
      let symbol = try takeSymbol(letters)
      if symbol < 256 {
        try limit.take(1)
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        try copy(lengthSymbol: symbol - 257, distances)
      }
    }
  }

  /// The same bytes once more, which may overlap with what they make.
  private mutating func copy(lengthSymbol: Int, _ distances: HuffmanCode) throws(PackingFlaw) {
    guard lengthSymbol < Self.lengths.count else { throw .garbled }
    let (length, lengthBits) = Self.lengths[lengthSymbol]
    let count = length + (try take(lengthBits))
    let distanceSymbol = try takeSymbol(distances)
    guard distanceSymbol < Self.distances.count else { throw .garbled }
    let (nearest, distanceBits) = Self.distances[distanceSymbol]
    let distance = nearest + (try take(distanceBits))
    guard distance <= output.count else { throw .garbled }
    try limit.take(count)
    if output.count > allowed { try allowMore() }
    for _ in 0..<count { output.append(output[output.count - distance]) }
  }

  private mutating func allowMore() throws(PackingFlaw) {
    allowed = UnpackingLimit.harmless + at * UnpackingLimit.ratio
    if output.count > allowed { throw .tooLarge }
  }

  /// The codes that a block brings along, packed by a third one.
  private mutating func takeCodes() throws(PackingFlaw) -> (HuffmanCode, HuffmanCode) {
    let (letters, distances, count) = (try take(5) + 257, try take(5) + 1, try take(4) + 4)
    var lengthsOfCode = [UInt8](repeating: 0, count: 19)
    for index in 0..<count { lengthsOfCode[Self.order[index]] = UInt8(try take(3)) }
    let code = try HuffmanCode(lengthsOfCode)
    var lengths: [UInt8] = []
    while lengths.count < letters + distances {
      let symbol = try takeSymbol(code)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw .garbled }
        lengths += Array(repeating: last, count: try take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try take(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try take(7) + 11)
      default: lengths.append(UInt8(symbol))
      }
    }
    guard lengths.count == letters + distances else { throw .garbled }
    return (try HuffmanCode(lengths[..<letters]), try HuffmanCode(lengths[letters...]))
  }
}

/// What the standard fixes.
extension Inflater {
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The shortest length, or the nearest distance, of each symbol, and how many bits say how much more it is.
  private static let lengths: [(Int, Int)] =
    steps(from: 3, bits: (0..<28).map { max(0, $0 / 4 - 1) }) + [(258, 0)]
  private static let distances: [(Int, Int)] = steps(from: 1, bits: (0..<30).map { max(0, $0 / 2 - 1) })

  private static func steps(from first: Int, bits: [Int]) -> [(Int, Int)] {
    var next = first
    return bits.map { count in
      defer { next += 1 << count }
      return (next, count)
    }
  }

  private static let fixedLetters = fixed(
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
      + Array(repeating: 8, count: 8))
  private static let fixedDistances = fixed(Array(repeating: 5, count: 32))

  private static func fixed(_ lengths: [UInt8]) -> HuffmanCode {
    guard let code = try? HuffmanCode(lengths) else {
      // The lengths fill all the room that there is, as the standard gives them.
      preconditionFailure("a fixed code that is none")
    }
    return code
  }
}
