/// What is known of words, their beginnings and their endings: a weight for each role they may play at a boundary.
///
/// An open-addressed table, made once from readable lines; looking up allocates nothing.
struct Lexicon: Sendable {
  private var keys: [UInt32]
  private var roles: [SIMD8<Int16>]
  private let mask: Int

  /// Makes an empty lexicon with room for `count` entries.
  init(room count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    roles = Array(repeating: SIMD8(), count: size)
    mask = size - 1
  }

  /// Sets the weights of a key that is not there yet.
  mutating func insert(_ key: UInt32, _ weights: SIMD8<Int16>) {
    var slot = Int(key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    roles[slot] = weights
  }

  /// Looks keys up while the tables are held still.
  struct Reader {
    fileprivate let keys: UnsafeBufferPointer<UInt32>
    fileprivate let roles: UnsafeBufferPointer<SIMD8<Int16>>
    fileprivate let mask: Int

    /// Adds the weights of `key`, if it is known.
    @inline(__always)
    func add(_ key: UInt32, to sum: inout SIMD8<Int32>) {
      var slot = Int(key) & mask
      while keys[slot] != 0 {
        if keys[slot] == key {
          sum &+= SIMD8<Int32>(truncatingIfNeeded: roles[slot])
          return
        }
        slot = (slot + 1) & mask
      }
    }
  }

  /// Gives a reader of the tables, good for the call.
  @inline(__always)
  func withReader<Result>(_ read: (Reader) -> Result) -> Result {
    keys.withUnsafeBufferPointer { keys in
      roles.withUnsafeBufferPointer { roles in read(Reader(keys: keys, roles: roles, mask: mask)) }
    }
  }
}

extension Lexicon {
  /// Reads lines of a word (`word`, `begin-`, `-ending`) and up to eight weights in tenths, in the order of `Role`.
  init(lines: StaticString, count: Int) {
    self.init(room: count)
    lines.withUTF8Buffer { bytes in
      var index = 0
      while index < bytes.count {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        insert(line: UnsafeBufferPointer(rebasing: bytes[index..<end]))
        index = end + 1
      }
    }
  }

  private mutating func insert(line: UnsafeBufferPointer<UInt8>) {
    guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return }
    var weights = SIMD8<Int16>()
    var lane = -1
    var sign: Int16 = 1
    for byte in line[space...] {
      switch byte {
      case UInt8(ascii: " "): (lane, sign) = (lane + 1, 1)
      case UInt8(ascii: "-"): sign = -1
      default: if lane < 8 { weights[lane] = weights[lane] &* 10 &+ sign &* Int16(byte & 0x0F) }
      }
    }
    insert(Lexicon.key(UnsafeBufferPointer(rebasing: line[..<space])), weights &* 10)
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
