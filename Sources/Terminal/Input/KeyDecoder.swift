import Canvas

/// Turns the bytes that a terminal sends into keys, what the mouse did, and pasted text.
///
/// Sequences may come in any pieces. What is no key (reports, unknown sequences) is swallowed whole, so that no
/// part of it is taken for a command.
struct KeyDecoder {
  /// What a decoder makes of bytes.
  enum Input: Hashable {
    case key(Key)
    case mouse(Mouse)
    case pasted(String)
    /// A paste of more bytes than are kept, which was dropped.
    case pasteTooLong
  }

  /// More bytes than this are no story, but a mistake.
  static let longestPaste = 64 << 20
  private let longestPaste: Int
  private static let longestSequence = 4096

  private enum Progress {
    case ground
    /// After ESC.
    case escape
    /// The lead of a UTF-8 sequence and what follows it; `alt` after ESC.
    case scalar([UInt8], alt: Bool)
    /// After ESC [, or the one byte that means the same to a terminal of eight bits.
    case control([UInt8])
    /// After ESC O.
    case shifted
    /// The old mouse report, of three bytes.
    case mouse([UInt8])
    /// An operating system command or the like, which ends with BEL or ESC \.
    case string(count: Int, endsNext: Bool, opener: UInt8)
    case paste([UInt8])
  }

  private var progress = Progress.ground
  private var inputs: [Input] = []

  init(longestPaste: Int = Self.longestPaste) {
    self.longestPaste = longestPaste
  }

  /// How long to wait for more before `giveUp`, in milliseconds; nil while nothing is half read.
  var patience: Int32? {
    switch progress {
    case .ground: nil
    case .escape: 25
    case .shifted, .scalar: 100
    case .control(let bytes): bytes.isEmpty ? 100 : 500
    case .string(let count, _, _): count == 0 ? 25 : 1000
    case .mouse: 500
    // What is still to come of one that a slow line holds up must not be taken for keys.
    case .paste: 30_000
    }
  }

  /// Whether the end of a paste is still to come.
  var isPasting: Bool { if case .paste = progress { true } else { false } }

  /// Takes in bytes and returns what they completed.
  mutating func take(_ bytes: some Sequence<UInt8>) -> [Input] {
    for byte in bytes { take(byte) }
    defer { inputs = [] }
    return inputs
  }

  /// Nothing more came: an escape was the key itself, half a sequence is dropped, half a paste is all there is of it.
  mutating func giveUp() -> [Input] {
    switch progress {
    case .ground, .scalar, .mouse: break
    case .escape: emit(.escape)
    case .control(let bytes): if bytes.isEmpty { emit(.alt("[")) }
    case .shifted: emit(.alt("O"))
    case .string(let count, _, let opener): if count == 0 { emit(.alt(Unicode.Scalar(opener))) }
    case .paste(let bytes): emitPaste(bytes)
    }
    progress = .ground
    defer { inputs = [] }
    return inputs
  }

  private mutating func emit(_ key: Key) {
    inputs.append(.key(key))
  }

  private mutating func emitPaste(_ bytes: [UInt8]) {
    guard bytes.count <= longestPaste else { return inputs.append(.pasteTooLong) }
    inputs.append(.pasted(String(decoding: bytes, as: UTF8.self)))
  }

  // MARK: One byte

  private mutating func take(_ byte: UInt8) {
    switch progress {
    case .ground: takePlain(byte)
    case .escape: takeAfterEscape(byte)
    case .scalar(let bytes, let alt): takeTrail(byte, of: bytes, alt: alt)
    case .control(let bytes): takeControl(byte, after: bytes)
    case .shifted: takeShifted(byte)
    case .mouse(let bytes): takeMouse(bytes + [byte])
    case .string(let count, let endsNext, let opener): takeString(byte, count, endsNext: endsNext, opener: opener)
    case .paste: takePasted(byte)
    }
  }

  private mutating func takePlain(_ byte: UInt8) {
    switch byte {
    case 0x1B: progress = .escape
    case 0x9B: progress = .control([])
    case 0x80...: beginScalar(byte, alt: false)
    default: emit(Self.key(for: byte))
    }
  }

  private static func key(for byte: UInt8) -> Key {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
    case 0x00, 0x1C...0x1F: .control(Unicode.Scalar(byte + 0x40))
    default: .scalar(Unicode.Scalar(byte))
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    progress = .ground
    switch byte {
    case 0x1B:
      emit(.escape)
      progress = .escape
    case UInt8(ascii: "["): progress = .control([])
    case UInt8(ascii: "O"): progress = .shifted
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      progress = .string(count: 0, endsNext: false, opener: byte)
    case 0x80...: beginScalar(byte, alt: true)
    default: emit(.alt(Unicode.Scalar(byte)))
    }
  }

  private mutating func beginScalar(_ byte: UInt8, alt: Bool) {
    progress = (0xC2...0xF4).contains(byte) ? .scalar([byte], alt: alt) : .ground
  }

  private mutating func takeTrail(_ byte: UInt8, of bytes: [UInt8], alt: Bool) {
    guard (0x80...0xBF).contains(byte) else {
      progress = .ground
      return take(byte)
    }
    let bytes = bytes + [byte]
    let length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard bytes.count == length else {
      progress = .scalar(bytes, alt: alt)
      return
    }
    progress = .ground
    guard let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first else { return }
    emit(alt ? .alt(scalar) : .scalar(scalar))
  }

  private mutating func takeShifted(_ byte: UInt8) {
    if byte == 0x1B {
      progress = .escape
      return
    }
    // A modifier, as some terminals put it.
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return }
    progress = .ground
    if let key = EscapeSequence.shifted(byte) { emit(key) }
  }

  private mutating func takeControl(_ byte: UInt8, after bytes: [UInt8]) {
    switch byte {
    case 0x1B:
      progress = .escape
    case UInt8(ascii: "[") where bytes.isEmpty, 0x20...0x3F:
      progress = bytes.count < Self.longestSequence ? .control(bytes + [byte]) : .ground
    case 0x40...0x7E:
      endControl(byte, parameters: bytes)
    default:
      progress = .ground
    }
  }

  private mutating func endControl(_ final: UInt8, parameters: [UInt8]) {
    progress = .ground
    switch (String(decoding: parameters, as: UTF8.self), final) {
    case ("200", UInt8(ascii: "~")): progress = .paste([])
    case ("", UInt8(ascii: "M")): progress = .mouse([])
    case (let text, UInt8(ascii: "M")) where text.hasPrefix("<"): emit(MouseReport.mouse(text.dropFirst()))
    case (let text, _): if let key = EscapeSequence.control(text, final) { emit(key) }
    }
  }

  private mutating func takeMouse(_ bytes: [UInt8]) {
    progress = bytes.count < 3 ? .mouse(bytes) : .ground
    if bytes.count == 3 { emit(MouseReport.mouse(bytes)) }
  }

  private mutating func emit(_ mouse: Mouse?) {
    if let mouse { inputs.append(.mouse(mouse)) }
  }

  private mutating func takeString(_ byte: UInt8, _ count: Int, endsNext: Bool, opener: UInt8) {
    if byte == 0x07 || (endsNext && byte == UInt8(ascii: "\\")) || count > Self.longestSequence {
      progress = .ground
    } else {
      progress = .string(count: count + 1, endsNext: byte == 0x1B, opener: opener)
    }
  }

  // MARK: Paste

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func takePasted(_ byte: UInt8) {
    guard case .paste(var bytes) = progress else { return }
    // Let go of the array, so that appending does not copy it.
    progress = .ground
    bytes.append(byte)
    // One byte beyond the limit stays, and what may be its end.
    if bytes.count > longestPaste + 1 + Self.pasteEnd.count { bytes.remove(at: longestPaste) }
    if byte == UInt8(ascii: "~"), bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
      bytes.removeLast(Self.pasteEnd.count)
      return emitPaste(bytes)
    }
    progress = .paste(bytes)
  }
}
