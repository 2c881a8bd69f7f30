/// Walks over valid UTF-8 one glyph at a time, measuring without copying.
struct GlyphScanner {
  /// A glyph's place and measure.
  struct Span {
    var range: Range<Int>
    var columns: Int
    /// Whether it is shown as its own bytes.
    var isVerbatim: Bool
    var breaking: Breaking
    /// Whether marks stand on it.
    var hasMarks = false
    /// Whether its last scalar binds what comes next into the same syllable or picture.
    var isBinding = false
    /// Whether a mark on it takes its vowel away, so that it ends a syllable.
    var isFinal = false
  }

  /// More than these would not fit beside a base in one of ncurses' cells.
  private static let maxMarks = 4
  private static let replacement = "\u{FFFD}"
  private static let dottedCircle: Unicode.Scalar = "\u{25CC}"

  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next glyph; nil at the end.
  @inline(__always)
  mutating func next() -> Span? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    if byte >= 0x20, byte < 0x7F, position + 1 == bytes.count || bytes[position + 1] < 0x80 {
      position += 1
      let breaking = ScalarTable.entry(of: UInt32(byte)).breaking
      return Span(range: position - 1..<position, columns: 1, isVerbatim: true, breaking: breaking)
    }
    return cluster()
  }

  /// How lines break around the next glyph; nil at the end.
  func peek() -> Breaking? {
    var ahead = self
    return ahead.next()?.breaking
  }

  /// What a glyph shows.
  func text(of span: Span) -> String {
    if span.isVerbatim { return String(decoding: bytes[span.range], as: UTF8.self) }
    if span.columns == 0 { return "" }
    var at = span.range.lowerBound
    let first = scalar(at: at)
    let shape = ScalarTable.entry(of: first.value).shape
    guard shape == .narrow || shape == .wide || shape == .mark else { return Self.replacement }
    var shown = String.UnicodeScalarView()
    if shape == .mark { shown.append(Self.dottedCircle) }
    shown.append(first)
    at += length(at: at)
    while at < span.range.upperBound, shown.count <= Self.maxMarks {
      let scalar = scalar(at: at)
      if ScalarTable.entry(of: scalar.value).shape == .mark { shown.append(scalar) }
      at += length(at: at)
    }
    return String(shown)
  }

  /// A cell that shows a glyph; not for one that takes no columns.
  func cell(of span: Span, style: Style) -> Cell {
    let width = UInt8(span.columns)
    guard span.isVerbatim, span.range.count == length(at: span.range.lowerBound) else {
      return Cell(text: text(of: span), width: width, style: style)
    }
    return Cell(scalar(at: span.range.lowerBound), width: width, style: style)
  }

  // MARK: Beyond ASCII

  private mutating func cluster() -> Span {
    let start = position
    let scalar = scalar(at: position)
    let entry = ScalarTable.entry(of: scalar.value)
    position += length(at: position)
    var span = Span(range: start..<position, columns: 1, isVerbatim: false, breaking: entry.breaking)
    switch entry.shape {
    case .narrow, .wide:
      span.columns = entry.shape == .wide ? 2 : 1
      span.isVerbatim = true
      extend(&span, pictograph: entry.isPictograph)
      // A mark on a space is to be seen, and would not be at the end of a line.
      if span.hasMarks, span.breaking == .space { span.breaking = .letter }
    case .mark where scalar == "\u{200C}", .selector, .joiner:
      span.columns = 0
      span.isBinding = entry.shape == .joiner
    case .mark:
      extend(&span, pictograph: false)
    case .refused, .modifier, .tag:
      break
    }
    span.range = start..<position
    return span
  }

  /// Takes in what follows a base and belongs to it.
  private mutating func extend(_ span: inout Span, pictograph: Bool) {
    var marks = 0
    while position < bytes.count, bytes[position] >= 0x80 {
      let scalar = scalar(at: position).value
      let length = length(at: position)
      switch ScalarTable.entry(of: scalar).shape {
      case .mark:
        marks += 1
        if marks > Self.maxMarks { span.isVerbatim = false }
        span.hasMarks = true
        span.isBinding = Self.isStacker(scalar)
        span.isFinal = span.isFinal || Self.isKiller(scalar)
      case .selector:
        span.isVerbatim = false
      case .joiner:
        span.isVerbatim = false
        span.isBinding = true
        if pictograph { skipPictograph(after: length, in: &span) }
      case .modifier where pictograph, .tag where pictograph:
        span.isVerbatim = false
      default:
        return
      }
      position += length
    }
  }

  /// Passes over the pictograph that a joiner at the present position binds to the one before.
  private mutating func skipPictograph(after joiner: Int, in span: inout Span) {
    let at = position + joiner
    guard at < bytes.count, bytes[at] >= 0x80, ScalarTable.entry(of: scalar(at: at).value).isPictograph else { return }
    position += length(at: at)
    span.isBinding = false
  }

  /// Signs of Burmese, Khmer and their neighbours that set the next consonant under this one.
  private static func isStacker(_ scalar: UInt32) -> Bool {
    scalar == 0x1039 || scalar == 0x17D2 || scalar == 0x1A60
  }

  /// Signs of Thai, Lao, Khmer and Burmese under which a consonant has no vowel.
  private static func isKiller(_ scalar: UInt32) -> Bool {
    scalar == 0x0E4C || scalar == 0x0ECC || scalar == 0x103A || scalar == 0x17CB || scalar == 0x17CD
  }

  private func length(at index: Int) -> Int {
    switch bytes[index] {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  /// The scalar whose bytes begin at an offset.
  func scalar(at index: Int) -> Unicode.Scalar {
    let lead = UInt32(bytes[index])
    func trail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    let value =
      switch length(at: index) {
      case 1: lead
      case 2: (lead & 0x1F) << 6 | trail(1)
      case 3: (lead & 0x0F) << 12 | trail(1) << 6 | trail(2)
      default: (lead & 0x07) << 18 | trail(1) << 12 | trail(2) << 6 | trail(3)
      }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
