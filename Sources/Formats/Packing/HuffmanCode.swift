/// A prefix code as DEFLATE has them (RFC 1951, 3.2.2): symbols by the bits that stand for them.
struct HuffmanCode {
  /// Codes of up to so many bits are found with one look.
  private static let width = 9
  static let longest = 15

  /// By the next bits, the first lowest: a symbol times 16 plus how many bits it has; 0 for a longer code.
  private var table = [UInt16](repeating: 0, count: 1 << Self.width)
  /// How many codes have so many bits, and the symbols in the order of their codes.
  private var counts = [Int](repeating: 0, count: Self.longest + 1)
  private var symbols: [UInt16]

  /// - Parameter lengths: how many bits each symbol's code has; 0 for a symbol that does not occur.
  /// - Throws: `garbled` where more codes are asked for than there are, or fewer, save a single one.
  init(_ lengths: some RandomAccessCollection<UInt8>) throws(PackingFlaw) {
    for length in lengths { counts[Int(length)] += 1 }
    let used = lengths.count - counts[0]
    counts[0] = 0
    var room = 1
    for count in counts.dropFirst() {
      room = room << 1 - count
      if room < 0 { throw .garbled }
    }
    if room > 0, used > 1 { throw .garbled }
    var places = [Int](repeating: 0, count: Self.longest + 2)
    for length in 1...Self.longest { places[length + 1] = places[length] + counts[length] }
    symbols = [UInt16](repeating: 0, count: used)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[places[Int(length)]] = UInt16(symbol)
      places[Int(length)] += 1
    }
    fillTable()
  }

  private mutating func fillTable() {
    var code = 0
    var place = 0
    for length in 1...Self.width {
      for _ in 0..<counts[length] {
        let entry = symbols[place] << 4 | UInt16(length)
        // Bits come with the first one lowest, and codes with it highest.
        let start = (0..<length).reduce(0) { $0 | (code >> $1 & 1) << (length - 1 - $1) }
        for index in stride(from: start, to: 1 << Self.width, by: 1 << length) { table[index] = entry }
        code += 1
        place += 1
      }
      code <<= 1
    }
  }

  /// The symbol that the next bits stand for, and how many of them; nil where they stand for none.
  @inline(__always)
  func symbol(of bits: UInt64) -> (symbol: Int, length: Int)? {
    let entry = table[Int(bits & (1 << UInt64(Self.width) - 1))]
    return entry > 0 ? (Int(entry >> 4), Int(entry & 15)) : longSymbol(of: bits)
  }

  private func longSymbol(of bits: UInt64) -> (symbol: Int, length: Int)? {
    var (code, first, place) = (0, 0, 0)
    for length in 1...Self.longest {
      code |= Int(bits >> UInt64(length - 1) & 1)
      let count = counts[length]
      if code - first < count { return (Int(symbols[place + code - first]), length) }
      place += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }
}
