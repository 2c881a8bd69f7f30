/// How a body is written so that mail can carry it (RFC 2045).
public enum TransferEncoding {
  /// `=C3=A9`, and `=` at the end of a line that goes on. What is no such sign stays as it is. Linear.
  public static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      guard byte == UInt8(ascii: "=") else {
        text.append(byte)
        continue
      }
      if at + 1 < bytes.endIndex, let high = hex(bytes[at]), let low = hex(bytes[at + 1]) {
        text.append(high << 4 | low)
        at += 2
      } else if let end = softBreakEnd(bytes, at) {
        at = end
      } else {
        text.append(byte)
      }
    }
    return text
  }

  /// Behind the line end that a `=` takes away; spaces may stand before it.
  private static func softBreakEnd(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
    var at = start
    while at < bytes.endIndex, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
    if at == bytes.endIndex { return at }
    return bytes[at] == 0x0A ? at + 1 : nil
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    (values[Int(UInt8(ascii: "-"))], values[Int(UInt8(ascii: "_"))]) = (62, 63)
    return values
  }()

  /// Bytes written in 64 letters; what is none of these is passed over. Linear.
  public static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 4 * 3 + 3)
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in bytes {
      if byte == UInt8(ascii: "=") {
        (bits, count) = (0, 0)
        continue
      }
      let value = values[Int(byte)]
      if value == 0xFF { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        text.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return text
  }
}
