/// Where a web address leads: a name, or a number.
public enum WebHost: Hashable, Sendable {
  /// A name as the net knows it, in ASCII, and as people read it; the same for most.
  case name(ascii: String, shown: String)
  /// A number, and how it was written.
  case number(IPAddress, written: String)

  /// In ASCII, as it stands in an address.
  public var ascii: String {
    switch self {
    case .name(let ascii, _): ascii
    case .number(let number, _): number.text
    }
  }

  /// As people read it.
  public var shown: String {
    switch self {
    case .name(_, let shown): shown
    case .number(let number, _): number.text
    }
  }

  /// Reads what stands before the port; nil if no host can be called so.
  ///
  /// Percent signs are decoded, wide letters and full stops are made plain, capitals small, and labels in other letters
  /// than ASCII become Punycode. Letters that normalisation would change further are refused, because two programs could
  /// make two hosts of them.
  init?(_ written: [UInt8]) {
    if written.first == UInt8(ascii: "[") {
      guard written.last == UInt8(ascii: "]"), written.count > 2 else { return nil }
      let text = String(decoding: written[1..<written.count - 1], as: UTF8.self)
      guard let number = IPAddress(six: text) else { return nil }
      self = .number(number, written: "[\(text)]")
      return
    }
    guard let text = String(validating: Self.decoded(written), as: UTF8.self), let plain = Self.plain(text) else {
      return nil
    }
    let labels = plain.split(separator: ".", omittingEmptySubsequences: false)
    if IPAddress.isMeant(by: labels) {
      guard let number = IPAddress(four: plain) else { return nil }
      self = .number(number, written: plain)
      return
    }
    self.init(labels: labels)
  }

  private init?(labels: [Substring]) {
    var (ascii, shown): ([String], [String]) = ([], [])
    for (index, label) in labels.enumerated() {
      // A full stop at the end names the root of all names.
      let isRoot = label.isEmpty && index > 0 && index == labels.count - 1
      guard let read = isRoot ? ("", "") : Self.label(label) else { return nil }
      ascii.append(read.0)
      shown.append(read.1)
    }
    let name = ascii.joined(separator: ".")
    guard name.utf8.count <= 254 else { return nil }
    self = .name(ascii: name, shown: shown.joined(separator: "."))
  }

  /// A label in ASCII and as it reads.
  private static func label(_ label: Substring) -> (String, String)? {
    let scalars = Array(label.unicodeScalars)
    guard !scalars.isEmpty, scalars.allSatisfy({ HostScript.of($0) != .none }) else { return nil }
    if scalars.allSatisfy(\.isASCII) {
      guard scalars.count <= 63 else { return nil }
      return (String(label), reading(of: String(label)) ?? String(label))
    }
    guard let code = Punycode.encode(scalars), code.utf8.count <= 59, passes(String(label)) else { return nil }
    return ("xn--" + code, String(label))
  }

  /// What a label in Punycode says, if nothing else would be encoded like it.
  private static func reading(of label: String) -> String? {
    guard label.hasPrefix("xn--"), let scalars = Punycode.decode(label.dropFirst(4)),
      !scalars.allSatisfy(\.isASCII), scalars.allSatisfy({ HostScript.of($0) != .none }),
      Punycode.encode(scalars) == String(label.dropFirst(4))
    else { return nil }
    let text = String(String.UnicodeScalarView(scalars))
    return passes(text) && plain(text)?.utf8.elementsEqual(text.utf8) == true ? text : nil
  }

  /// Whether the gate leaves a label as it is: no mark opens it, and not too many follow one another.
  private static func passes(_ label: String) -> Bool { Gate.text(of: label).utf8.elementsEqual(label.utf8) }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = bytes[index + 1].hexadecimal,
        let low = bytes[index + 2].hexadecimal
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  /// Small letters of usual width; nil where a letter has no small form of one letter.
  private static func plain(_ text: String) -> String? {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { return nil }
        plain.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
      case 0x3002, 0xFF61: plain.append(".")
      default: plain.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(plain)
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimal: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
