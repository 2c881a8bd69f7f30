/// A label of a host in letters of any script, as the letters of ASCII that the net knows it by (RFC 3492).
///
/// Both ways are quadratic in the label, which is no longer than 63 letters where hosts are concerned.
enum Punycode {
  private static let (base, least, most, skew, damp) = (36, 1, 26, 38, 700)
  private static let (firstBias, firstScalar) = (72, 0x80)

  /// The label without the `xn--` in front; nil if it is too long to be counted.
  static func encode(_ label: [Unicode.Scalar]) -> String? {
    var output = label.filter(\.isASCII).map { UInt8($0.value) }
    let plain = output.count
    if plain > 0 { output.append(UInt8(ascii: "-")) }
    var (scalar, delta, bias, handled) = (firstScalar, 0, firstBias, plain)
    while handled < label.count {
      guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= scalar }).min() else { return nil }
      let (step, isTooLarge) = (next - scalar).multipliedReportingOverflow(by: handled + 1)
      guard !isTooLarge, delta <= Int.max - step else { return nil }
      delta += step
      scalar = next
      for letter in label {
        if letter.value < scalar { delta += 1 }
        guard letter.value == scalar else { continue }
        append(delta, bias: bias, to: &output)
        bias = adapt(delta, count: handled + 1, isFirst: handled == plain)
        delta = 0
        handled += 1
      }
      delta += 1
      scalar += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The label that stands behind an `xn--`; nil if it is none.
  static func decode(_ text: some StringProtocol) -> [Unicode.Scalar]? {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    let mark = bytes.lastIndex(of: UInt8(ascii: "-"))
    var label = bytes[..<(mark ?? 0)].map { Unicode.Scalar($0) }
    var rest = bytes[(mark.map { $0 + 1 } ?? 0)...]
    var (scalar, place, bias) = (firstScalar, 0, firstBias)
    while !rest.isEmpty {
      guard let delta = number(from: &rest, bias: bias) else { return nil }
      place += delta
      bias = adapt(delta, count: label.count + 1, isFirst: place == delta && label.allSatisfy(\.isASCII))
      scalar += place / (label.count + 1)
      place %= label.count + 1
      guard scalar <= 0x10FFFF, let letter = Unicode.Scalar(UInt32(scalar)) else { return nil }
      label.insert(letter, at: place)
      place += 1
    }
    return label
  }

  /// Writes a number with digits whose weights the bias sets.
  private static func append(_ number: Int, bias: Int, to output: inout [UInt8]) {
    var rest = number
    var position = base
    while true {
      let threshold = min(max(position - bias, least), most)
      if rest < threshold { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
    output.append(digit(rest))
  }

  private static func number(from bytes: inout ArraySlice<UInt8>, bias: Int) -> Int? {
    var (number, weight, position) = (0, 1, base)
    while let byte = bytes.popFirst() {
      guard let value = value(of: byte) else { return nil }
      number += value * weight
      // Far more than any scalar in any place of a label needs.
      guard number < 1 << 40 else { return nil }
      let threshold = min(max(position - bias, least), most)
      if value < threshold { return number }
      weight *= base - threshold
      guard weight < 1 << 40 else { return nil }
      position += base
    }
    return nil
  }

  private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var bias = 0
    while delta > (base - least) * most / 2 {
      delta /= base - least
      bias += base
    }
    return bias + (base - least + 1) * delta / (delta + skew)
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26)
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: nil
    }
  }
}
