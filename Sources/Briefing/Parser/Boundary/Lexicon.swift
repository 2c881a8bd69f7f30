/// What is known of words, their beginnings and their endings: a weight for each role they may play at a boundary, and
/// whether they are usually written small.
///
/// One packed string, sorted, that is read in place: nothing is built and nothing allocated.
///
/// First comes an index of 4097 places, three digits each, by the upper twelve bits of a key. Then come the entries: four
/// digits of the lower twenty bits, a digit for each of the eight weights in tenths of a log-odds with 45 added, and one
/// for the casing. A digit is a byte from `$` to `~`, base 91.
struct Lexicon: @unchecked Sendable {
  static var base: UInt32 { 91 }
  static var zero: UInt8 { 0x24 }
  static var buckets: Int { 4096 }
  static var entryWidth: Int { 13 }

  // What is pointed to stays for the life of the process and never changes, so it may be read from anywhere.
  private let index: UnsafePointer<UInt8>
  private let entries: UnsafePointer<UInt8>

  init(packed: StaticString) {
    self.init(memory: packed.utf8Start)
  }

  /// Reads bytes that stay as they are for the life of the process.
  init(memory: UnsafePointer<UInt8>) {
    index = memory
    entries = memory + (Lexicon.buckets + 1) * 3
  }

  /// The digits behind the key of an entry, or nothing for a key that is not known.
  @inline(__always)
  private func digits(of key: UInt32) -> UnsafePointer<UInt8>? {
    let bucket = Int(key >> 20)
    var entry = entries + place(bucket) * Lexicon.entryWidth
    let end = entries + place(bucket + 1) * Lexicon.entryWidth
    guard entry < end else { return nil }
    let name = Lexicon.name(of: key)
    while entry < end {
      if UnsafeRawPointer(entry).loadUnaligned(as: UInt32.self) == name { return entry + 4 }
      entry += Lexicon.entryWidth
    }
    return nil
  }

  @inline(__always)
  private func place(_ bucket: Int) -> Int {
    let digits = index + bucket * 3
    func digit(_ at: Int) -> Int { Int(digits[at]) - Int(Lexicon.zero) }
    return (digit(0) * Int(Lexicon.base) + digit(1)) * Int(Lexicon.base) + digit(2)
  }

  /// The four digits of a key's lower bits, the first in the lowest byte.
  static func name(of key: UInt32) -> UInt32 {
    var rest = key & 0xF_FFFF
    var name: UInt32 = 0
    for _ in 0..<4 {
      name = name << 8 | (rest % base + UInt32(zero))
      rest /= base
    }
    return UInt32(littleEndian: name)
  }

  /// Adds the weights of `key` in hundredths of a log-odds, if it is known, and gives its casing.
  @inline(__always) @discardableResult
  func add(_ key: UInt32, to sum: inout SIMD8<Int32>) -> WordCasing {
    guard let digits = digits(of: key) else { return .unknown }
    let weights = UnsafeRawPointer(digits).loadUnaligned(as: SIMD8<UInt8>.self)
    sum &+= (SIMD8<Int32>(truncatingIfNeeded: weights) &- Int32(Lexicon.zero) &- 45) &* 10
    return WordCasing(rawValue: digits[8] &- Lexicon.zero) ?? .unknown
  }

  /// The key of `word`, `begin-` or `-ending`.
  static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hyphen = UInt8(ascii: "-")
    var part = Hash.Part.word
    var from = 0
    var to = name.count
    if name.count > 1, name[0] == hyphen { (part, from) = (.suffix, 1) }
    if name.count > 1, name[to - 1] == hyphen { (part, to) = (.prefix, to - 1) }
    var hash = Hash.start
    while from < to {
      let scalar = Scalar(name, from)
      hash = Hash.step(hash, scalar.value)
      from += scalar.length
    }
    return Hash.seal(hash, part)
  }
}

/// How a word is usually written in the middle of a sentence.
enum WordCasing: UInt8, CaseIterable { case unknown, small, capital, mixed }
