@testable import Briefing

/// The gate's promises on every scalar, on pairs of special ones, and on random strings.
enum GateSweep {
  /// What is broken on one of all 1 112 064 scalars, or on every so many of them; nil if nothing.
  static func flawInScalars(every step: Int) -> String? {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: step) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if let sentence = broken(by: [scalar]) ?? misjudged(scalar) {
        return "U+\(String(value, radix: 16)): \(sentence)"
      }
    }
    return nil
  }

  /// What is said of a scalar alone is what happens to it behind a letter.
  private static func misjudged(_ scalar: Unicode.Scalar) -> String? {
    let stays = Gate.text(of: "x" + String(scalar)).unicodeScalars.elementsEqual(["x", scalar])
    if stays, !Gate.lets(scalar) { return "comes through and is said not to" }
    let needsMore =
      Displayable.isJoiner(scalar) || Displayable.isSelector(scalar) || Displayable.isNoBreak(scalar)
      || needsItsScript(scalar)
    return Gate.lets(scalar) && !stays && !needsMore ? "is said to come through and does not" : nil
  }

  /// Signs that show nothing elsewhere, and parts of a syllable.
  private static func needsItsScript(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    let kind = ScalarKind.of(scalar.value, basicPlane: ScalarKind.basicPlane)
    return kind == .sign || kind == .conjoining
  }

  /// What is broken on one of all pairs of special scalars, or on every so many of them.
  static func flawInPairs(every step: Int) -> String? {
    for (number, first) in special.enumerated() {
      for second in stride(from: number % step, to: special.count, by: step).map({ special[$0] }) {
        if let sentence = broken(by: [first, second]) { return "\(name(first)) \(name(second)): \(sentence)" }
      }
    }
    return nil
  }

  /// What is broken on one of so many random strings: half of special scalars, half of any bytes.
  static func flawInStrings(_ count: Int, seed: UInt64) -> String? {
    var random = Dice(state: seed)
    for number in 0..<count {
      let length = random.roll(24)
      let bytes: [UInt8]
      if number % 2 == 0 {
        bytes = (0..<length).flatMap { _ in Array(String(special[random.roll(special.count)]).utf8) }
      } else {
        bytes = (0..<length).map { _ in UInt8(random.roll(256)) }
      }
      if let sentence = GatePromise.broken(by: bytes) { return "\(bytes): \(sentence)" }
    }
    return nil
  }

  private static func broken(by scalars: [Unicode.Scalar]) -> String? {
    GatePromise.broken(by: scalars.flatMap { Array(String($0).utf8) })
  }

  private static func name(_ scalar: Unicode.Scalar) -> String { "U+\(String(scalar.value, radix: 16))" }

  /// Some four hundred scalars: controls, spaces, marks, joiners, selectors, what steers and what hides, emoji, and letters of
  /// many scripts.
  static let special: [Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0x2F, 0x3A...0x40, 0x5B...0x61, 0x7B...0xA0, 0xAD...0xAD, 0x2FE...0x301, 0x34F...0x34F, 0x483...0x489,
      0x591...0x592, 0x5BE...0x5C0, 0x5D0...0x5D6, 0x600...0x606, 0x61C...0x61C, 0x627...0x628, 0x64B...0x650,
      0x6DD...0x6DD,
      0x70F...0x710, 0x915...0x916, 0x93C...0x94D, 0x9BC...0x9BE, 0xE31...0xE35, 0x1039...0x103A, 0x1100...0x1101,
      0x115F...0x1161, 0x11A8...0x11A8, 0x17B4...0x17B6, 0x17D2...0x17D2, 0x180B...0x180F, 0x1820...0x1820,
      0x2000...0x2040, 0x203C...0x203C, 0x205F...0x2071, 0x20D0...0x20D1, 0x20E3...0x20E3,
      0x2190...0x2191, 0x25CC...0x25CC, 0x2600...0x2601, 0x2764...0x2764, 0x27E8...0x27E9, 0x2800...0x2801,
      0x3000...0x3002, 0x3041...0x3050, 0x302A...0x3030, 0x3099...0x309A, 0x3164...0x3164, 0x4E00...0x4E00,
      0xAC00...0xAC00,
      0xD7FF...0xD7FF, 0xE000...0xE000, 0xF8FF...0xF8FF, 0xFB1E...0xFB1E, 0xFDD0...0xFDD0, 0xFE00...0xFE0F,
      0xFE20...0xFE20, 0xFEFF...0xFEFF, 0xFF08...0xFF09, 0xFFA0...0xFFA0, 0xFFF0...0xFFFF, 0x10A01...0x10A01,
      0x110BD...0x110BD, 0x1D165...0x1D166, 0x1D173...0x1D173, 0x1F1E6...0x1F1E7, 0x1F300...0x1F310, 0x1F3FB...0x1F3FC,
      0x1F469...0x1F469, 0x1F525...0x1F525, 0x20000...0x20000, 0xE0001...0xE0001, 0xE0020...0xE0021,
      0xE007F...0xE007F, 0xE0100...0xE0101, 0xE01EF...0xE01F0, 0xF0000...0xF0000, 0x10FFFF...0x10FFFF,
    ]
    let signs: [UInt32] = [
      0x2D30, 0x2D7F, 0xA960, 0xD7B0, 0x11005, 0x1107F, 0x13000, 0x13440, 0x13441, 0x16FE4, 0x18B00, 0x1D159, 0x1D800,
      0x1DA9B,
    ]
    return Array(ranges.joined().prefix(400) + signs).compactMap(Unicode.Scalar.init)
  }()
}

/// Numbers that look random and are the same in every run.
struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, sides)))
  }
}
