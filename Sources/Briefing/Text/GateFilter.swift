/// One walk of the gate over UTF-8, or over bytes that ought to be.
struct GateFilter {
  private let input: Bytes
  private let outer: PlaceMap?
  private let kinds = ScalarKind.basicPlane
  private var output: [UInt8]?
  private var copied = 0
  private var map = PlaceMap()
  /// The kind of the scalar that marks and joiners after it stand on.
  private var base = ScalarKind.plain
  /// That scalar, if it is not ASCII.
  private var letter: UInt32 = 0
  private var previous = ScalarKind.plain
  private var marks = 0
  private var held = HeldSpaces()
  /// Whether the text so far ends in nothing that a mark could stand on.
  private var isBare = true
  private let carriageReturnsBreakLines: Bool
  var setAside: [SetAside] = []

  /// `outer` leads from `input` on to the bytes of the file, if they are not the same.
  init(_ input: Bytes, outer: PlaceMap?) {
    (self.input, self.outer) = (input, outer)
    carriageReturnsBreakLines = input.first(0x0A, in: 0..<input.count) == input.count
  }

  mutating func run() -> Passage {
    var index = 0
    while index < input.count {
      let stop = firstUnusual(from: index)
      if stop > index { startBase(.plain, isBare: Self.isBare(input[stop - 1])) }
      guard stop < input.count else { break }
      index = input[stop] < 0x80 ? passControl(at: stop) : passScalar(at: stop)
    }
    if output != nil { copy(to: input.count) }
    if let output { held.keepOnlyBetweenWords(of: output) }
    return Passage(copy: output, map: map, outer: outer, setAside: setAside, held: held)
  }

  /// The next byte that is not printable ASCII.
  @inline(__always)
  private func firstUnusual(from start: Int) -> Int {
    input.first(in: start..<input.count) { $0.unusual }
  }

  private mutating func startBase(_ kind: ScalarKind, _ scalar: UInt32 = 0, isBare: Bool = false) {
    (base, letter, previous, marks) = (kind, scalar, kind, 0)
    self.isBare = isBare
  }

  private mutating func passControl(at index: Int) -> Int {
    let byte = input[index]
    startBase(.plain, isBare: true)
    switch byte {
    case 0x0A: break
    case 0x09:
      change(index..<index + 1, to: [0x20])
      held.noteTab(at: (output?.count ?? 1) - 1)
    case 0x0D where index + 1 < input.count && input[index + 1] == 0x0A: change(index..<index + 1, to: [])
    case 0x0D: change(index..<index + 1, to: [carriageReturnsBreakLines ? 0x0A : 0x20])
    default:
      let visible = [0x5E, byte ^ 0x40]
      change(index..<index + 1, to: visible)
      isBare = Self.isBare(visible[1])
      putAside(index..<index + 1, .control, String(decoding: visible, as: UTF8.self))
    }
    return index + 1
  }

  private mutating func passScalar(at index: Int) -> Int {
    let width = UTF8Shape.width(of: input, at: index)
    guard width.isValid else {
      let range = index..<index + width.bytes
      change(range, to: Self.replacement)
      startBase(.plain)
      putAside(range, .malformed, range.map { hex(UInt32(input[$0])) }.joined(separator: " "))
      return range.upperBound
    }
    let scalar = input.scalar(at: index).value
    let kind = ScalarKind.of(scalar, basicPlane: kinds)
    apply(kind, to: scalar, at: index..<index + width.bytes)
    return index + width.bytes
  }

  private mutating func apply(_ kind: ScalarKind, to scalar: UInt32, at range: Range<Int>) {
    switch kind {
    case .plain, .joining, .emoji: startBase(kind, scalar, isBare: scalar == 0x3000)
    case .punctuation: startBase(.plain, scalar, isBare: true)
    case .conjoining:
      if !ScalarKind.bearsHangul(letter) { change(range, to: Self.dottedCircle + input[range]) }
      startBase(.plain, scalar)
    case .mark, .joiningMark:
      if marks == Gate.marksPerBase { return drop(range, scalar) }
      if isBare, !isKeycap(scalar, at: range.lowerBound) { change(range, to: Self.dottedCircle + input[range]) }
      isBare = false
      marks += 1
      previous = kind
    case .sign:
      guard ScalarKind.isAtHome(scalar, behind: letter), marks < Gate.marksPerBase else { return drop(range, scalar) }
      marks += 1
      previous = kind
    case .space:
      change(range, to: [0x20])
      held.note(scalar, at: (output?.count ?? 1) - 1)
      startBase(.plain, isBare: true)
    case .joiner:
      guard base == .joining || base == .emoji, previous != .joiner else { return drop(range, scalar) }
      previous = .joiner
      // A picture is joined once; a letter may be again, behind its next mark.
      if base == .emoji { base = .plain }
    case .selector:
      guard scalar >= 0xFE0E, previous == .emoji || isKeycapBase(before: range.lowerBound) else {
        return drop(range, scalar)
      }
      previous = .selector
    case .hidden: drop(range, scalar)
    case .bidi:
      change(range, to: Array("⟨\(Self.bidiName(scalar))⟩".utf8))
      startBase(.plain, isBare: true)
      putAside(range, .control, name(scalar))
    case .refused, .control:
      change(range, to: Self.replacement)
      startBase(.plain)
      putAside(range, .control, name(scalar))
    }
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
  private static let dottedCircle: [UInt8] = [0xE2, 0x97, 0x8C]

  /// Whether no mark can stand on this byte: a space or ASCII's punctuation, and what an address may stand between.
  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x24, 0x2B, 0x3D, 0x5E, 0x60, 0x7C, 0x7E: false
    default: !byte.isDigit && !byte.isLetter
    }
  }

  /// U+20E3 on `#` or `*`, which stand on their own elsewhere.
  private func isKeycap(_ scalar: UInt32, at index: Int) -> Bool {
    scalar == 0x20E3 && (previous == .selector || isKeycapBase(before: index))
  }

  /// A digit, `#` or `*`, which U+FE0F and U+20E3 make a keycap.
  private func isKeycapBase(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let byte = input[index - 1]
    return byte.isDigit || byte == 0x23 || byte == 0x2A
  }

  private mutating func drop(_ range: Range<Int>, _ scalar: UInt32) {
    change(range, to: [])
    putAside(range, .control, name(scalar))
  }

  private mutating func change(_ range: Range<Int>, to bytes: [UInt8]) {
    if output == nil {
      output = []
      output?.reserveCapacity(input.count + 64)
    }
    copy(to: range.lowerBound)
    let start = output?.count ?? 0
    output?.append(contentsOf: bytes)
    map.record(range, as: start..<start + bytes.count)
    copied = range.upperBound
  }

  private mutating func copy(to end: Int) {
    output?.append(contentsOf: input[copied..<end])
    copied = end
  }

  /// Neighbours of one kind make one piece, and so does everything behind the four-thousandth.
  private mutating func putAside(_ range: Range<Int>, _ reason: SetAside.Reason, _ text: String) {
    let place = outer?.original(of: range) ?? range
    if let last = setAside.last,
      setAside.count >= 4096 || (last.reason == reason && last.place.upperBound == place.lowerBound)
    {
      let merged = last.place.lowerBound..<place.upperBound
      setAside[setAside.count - 1].place = merged
      if last.text.utf8.count < 120 {
        setAside[setAside.count - 1].text += (reason == .control && text.hasPrefix("^") ? "" : " ") + text
      } else if !last.text.hasSuffix("…") {
        setAside[setAside.count - 1].text += " …"
      }
    } else {
      setAside.append(SetAside(place: place, text: text, reason: reason))
    }
  }

  private func name(_ scalar: UInt32) -> String { "U+" + hex(scalar, width: 4) }

  private func hex(_ value: UInt32, width: Int = 2) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func bidiName(_ scalar: UInt32) -> String {
    switch scalar {
    case 0x202A: "LRE"
    case 0x202B: "RLE"
    case 0x202C: "PDF"
    case 0x202D: "LRO"
    case 0x202E: "RLO"
    case 0x2066: "LRI"
    case 0x2067: "RLI"
    case 0x2068: "FSI"
    default: "PDI"
    }
  }
}
