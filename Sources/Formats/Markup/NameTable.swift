/// Values by names of ASCII letters and digits, in letters of either case, so laid out that one is found in a step or two.
///
/// Of a name the first ten letters count: names that differ only behind them are one.
struct NameTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private let shift: UInt64

  init(_ names: [(String, Value)]) {
    // At most half full.
    let bits = UInt64(64 - (names.count * 2 + 1).leadingZeroBitCount)
    shift = 64 - bits
    keys = Array(repeating: 0, count: 1 << bits)
    values = Array(repeating: nil, count: 1 << bits)
    for (name, value) in names {
      let bytes = Array(name.utf8)
      let key = bytes.withUnsafeBufferPointer { Self.key($0, 0..<bytes.count) }
      var slot = slot(of: key)
      while keys[slot] != 0, keys[slot] != key { slot = next(slot) }
      (keys[slot], values[slot]) = (key, value)
    }
  }

  /// The value of the name that stands in a range; nil where none is called so.
  func find(_ bytes: MarkupBytes, _ range: Range<Int>) -> Value? {
    find(Self.key(bytes, range))
  }

  func find(_ key: UInt64) -> Value? {
    var slot = slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = next(slot)
    }
    return nil
  }

  /// Six bits for each of the first ten letters.
  static func key(_ bytes: MarkupBytes, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 1
    for index in range.prefix(10) {
      let letter = bytes[index].smallLetter
      // Letters are 1 to 26, digits 32 to 41, and all else, which no name has but `-`, is 63.
      let bits = letter &- 0x61 < 26 ? letter &- 0x60 : letter &- 0x30 < 10 ? letter &- 0x10 : 63
      key = key << 6 | UInt64(bits)
    }
    return key
  }

  private func slot(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  private func next(_ slot: Int) -> Int { (slot + 1) & (keys.count - 1) }
}
