/// What is gathered about a word while its scalars go by.
struct Letters {
  private(set) var count = 0
  private(set) var script = Script.none
  private(set) var stem: UInt32 = 0
  private(set) var key: UInt32 = Hash.start
  private(set) var isGreek = false
  var stop = Stop.none

  private var uppers = 0
  private var lowers = 0
  private var digits = 0
  private var firstIsUpper = false
  private var opener = Shape.end
  private var innerPeriods = 0
  private var innerClause = false
  private var sawParenOpen = false
  /// The first three letters and the last three, folded.
  private var first3: (UInt32, UInt32, UInt32) = (0, 0, 0)
  private var last3: (UInt32, UInt32, UInt32) = (0, 0, 0)

  var isDense: Bool { script.isDense }

  /// Takes one scalar: a letter or digit into the word, a mark only for the way the word opens. Says whether the scalar
  /// was a letter or digit.
  @inline(__always)
  mutating func append(_ value: UInt32) -> Bool {
    let kind = Script(value)
    if kind != .none {
      letter(value, kind)
    } else if Casing.isDigit(value) {
      digits += 1
      gather(value)
    } else if count == 0 {
      open(value)
      return false
    } else {
      return false
    }
    return true
  }

  /// Whether a byte is a letter of ASCII.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Takes letters of ASCII that stand together, as `append` would one by one, and says where they end.
  @inline(__always)
  mutating func append(plainOf run: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if stop != .none { passStop() }
    if script == .none { script = .latin }
    if count == 0 { firstIsUpper = run[start] < 0x61 }
    var index = start
    var (hash, capitals) = (key, 0)
    while index < run.count, Letters.isPlain(run[index]) {
      let folded = UInt32(run[index] | 0x20)
      if run[index] < 0x61 { capitals += 1 }
      hash = Hash.step(hash, folded)
      if count < 5 {
        setFirst(folded)
        stem = hash
      }
      last3 = (last3.1, last3.2, folded)
      count += 1
      index += 1
    }
    key = hash
    uppers += capitals
    lowers += index - start - capitals
    return index
  }

  /// Keeps the next letter if it is one of the first three.
  @inline(__always)
  private mutating func setFirst(_ folded: UInt32) {
    switch count {
    case 0: first3.0 = folded
    case 1: first3.1 = folded
    case 2: first3.2 = folded
    default: break
    }
  }

  private mutating func letter(_ value: UInt32, _ kind: Script) {
    if stop != .none { passStop() }
    if script == .none || (kind.isDense && !script.isDense) || (kind == .kana && script == .han) { script = kind }
    if kind == .cased, value >= 0x370, value < 0x400 { isGreek = true }
    let folded = kind.hasCase ? Casing.folded(value) : value
    if kind.hasCase {
      if folded != value { uppers += 1 } else { lowers += 1 }
      if count == 0 { firstIsUpper = folded != value }
    }
    gather(folded)
  }

  @inline(__always)
  private mutating func gather(_ folded: UInt32) {
    if stop != .none { passStop() }
    setFirst(folded)
    last3 = (last3.1, last3.2, folded)
    key = Hash.step(key, folded)
    count += 1
    if count <= 5 { stem = key }
  }

  /// A mark turned out to stand inside the word.
  private mutating func passStop() {
    if stop == .period { innerPeriods += 1 }
    if script.isDense, stop == .period || stop == .comma || stop == .semicolon { innerClause = true }
    stop = .none
  }

  private mutating func open(_ value: UInt32) {
    guard opener == .end else { return }
    switch value {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x300C, 0x300E, 0x300A: opener = .quote
    case 0x28, 0xFF08, 0x5B, 0x3010:
      opener = .paren
      sawParenOpen = true
    case 0xBF: opener = .inverted
    default: break
    }
  }

  /// Takes a mark that may end the word.
  mutating func append(stop value: UInt32) {
    switch value {
    case 0x2C, 0x60C, 0x3001, 0xFF0C, 0x1363, 0x104A: stop = .comma
    case 0x3A, 0xFF1A: stop = .colon
    case 0xFF1B, 0x61B: stop = .semicolon
    case 0x2E, 0x3002, 0xFF0E, 0xFF61, 0x964, 0x6D4, 0x589, 0x1362, 0x104B, 0x17D4: period()
    case 0x21, 0xFF01: stop = stop == .question ? .question : .exclamation
    case 0x2026: stop = .ellipsis
    case 0x2013, 0x2014, 0x2D: if count > 0 { stop = .dash }
    default: break
    }
  }

  private mutating func period() {
    stop = stop == .period || stop == .ellipsis ? .ellipsis : .period
  }

  mutating func closeQuote() {
    if count > 0, stop == .none || stop == .comma { stop = .quoteClose }
  }

  mutating func closeParen() {
    if sawParenOpen, innerPeriods > 0, lowers + uppers > 0 {
      stop = .citation
    } else if count > 0, stop == .none {
      stop = .parenClose
    }
  }

  /// The mark at the end, where a full stop behind an initial, a number or a short word is an abbreviation's.
  var finalStop: Stop {
    guard stop == .period else { return stop }
    if script.isDense || script == .hangul || script == .indic { return .period }
    let short = count <= 2 || innerPeriods > 0 || (count <= 3 && firstIsUpper && lowers > 0)
    return short || digits == count ? .abbreviation : .period
  }

  var shape: Shape {
    if opener != .end { return opener }
    if count == 0 { return .mark }
    if script.isDense { return innerClause || (stop == .period || stop == .comma) ? .clause : .dense }
    if script == .hangul { return .hangul }
    if script == .none { return .digit }
    if !script.hasCase { return .caseless }
    return casedShape
  }

  private var casedShape: Shape {
    if uppers == 0 { return digits > 0 && lowers < digits ? .digit : .lower }
    if firstIsUpper { return uppers > 1 && lowers <= 1 ? .caps : uppers > 1 ? .mixed : .capital }
    return .mixed
  }

  /// The keys for the lexicon: the whole word, its beginnings and its endings, as its script makes them telling.
  var grams: SIMD8<UInt32> {
    var grams = SIMD8<UInt32>()
    guard count > 0 else { return grams }
    let one = last3.2
    let two = Hash.of(last3.1, last3.2)
    let three = Hash.of(last3.0, last3.1, last3.2)
    switch script {
    case .none: break
    case .han, .kana, .thai:
      grams[1] = Hash.seal(Hash.of(first3.0), .prefix)
      if count > 1 { grams[2] = Hash.seal(Hash.of(first3.0, first3.1), .prefix) }
      if count > 2 { grams[3] = Hash.seal(Hash.of(first3.0, first3.1, first3.2), .prefix) }
      grams[4] = Hash.seal(Hash.of(one), .suffix)
      if count > 1 { grams[5] = Hash.seal(two, .suffix) }
      if count > 2 { grams[6] = Hash.seal(three, .suffix) }
    case .hangul, .indic, .rightToLeft:
      grams[0] = Hash.seal(key, .word)
      if count > 1 {
        grams[1] = Hash.seal(Hash.of(first3.0), .prefix)
        grams[2] = Hash.seal(Hash.of(first3.0, first3.1), .prefix)
        grams[4] = Hash.seal(Hash.of(one), .suffix)
        grams[5] = Hash.seal(two, .suffix)
      }
    case .latin, .cased:
      grams[0] = Hash.seal(key, .word)
      if count > 3 { grams[4] = Hash.seal(two, .suffix) }
      if count > 4 { grams[5] = Hash.seal(three, .suffix) }
    }
    return grams
  }
}

/// The hash of a few letters (FNV-1a over scalars), with the part of the word they are.
enum Hash {
  enum Part: UInt32 {
    case word = 1
    case prefix, suffix
  }

  static var start: UInt32 { 0x811C_9DC5 }

  @inline(__always)
  static func step(_ hash: UInt32, _ value: UInt32) -> UInt32 { (hash ^ value) &* 0x0100_0193 }

  @inline(__always)
  static func of(_ one: UInt32) -> UInt32 { step(start, one) }
  @inline(__always)
  static func of(_ one: UInt32, _ two: UInt32) -> UInt32 { step(step(start, one), two) }
  @inline(__always)
  static func of(_ one: UInt32, _ two: UInt32, _ three: UInt32) -> UInt32 { step(step(step(start, one), two), three) }

  /// Mixes in the part; never 0, which stands for no key.
  @inline(__always)
  static func seal(_ hash: UInt32, _ part: Part) -> UInt32 {
    let mixed = (hash ^ part.rawValue &* 0x9E37_79B9) &* 0x85EB_CA6B
    return (mixed ^ mixed >> 15) | 1
  }
}
