/// What the printer and the reader of the canonical form agree on.
enum CanonicalForm {
  static let version: StaticString = "courant: 1"
  static let escape = UInt8(ascii: "\\")

  /// Writes a byte of a line so that it stays on it.
  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case escape: output += [escape, escape]
    case 0x0A: output.append(0x20)
    default: output.append(byte)
    }
  }
}
