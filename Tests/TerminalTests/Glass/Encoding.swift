/// The character set that a terminal takes bytes for.
enum Encoding {
  case utf8, latin1, ascii

  /// The first character of some bytes and how many they are; nil where they are none of this set.
  func first(of bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, count: Int)? {
    guard let byte = bytes.first, byte >= 0x20, byte != 0x7F else { return nil }
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    switch self {
    case .ascii: return nil
    case .latin1: return byte >= 0xA0 ? (Unicode.Scalar(byte), 1) : nil
    case .utf8:
      let count = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard let text = String(validating: bytes.prefix(count), as: UTF8.self), let scalar = text.unicodeScalars.first,
        scalar.value >= 0xA0
      else { return nil }
      return (scalar, count)
    }
  }
}
