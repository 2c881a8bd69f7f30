/// Where a text that was cut anywhere ends as one that can be read: the beginning of a longer one.
public enum BeginningEnd {
  /// How many of the bytes to read: up to the last line break in their second half, or else the last space, or else the
  /// last whole character. Looks at half of them at most.
  public static func find(in bytes: [UInt8]) -> Int {
    let units = Units(bytes)
    let places = (units.count / 2..<units.count).reversed()
    func last(_ unit: UInt16) -> Int? { places.first { units[$0] == unit } }
    return (last(0x0A) ?? last(0x20) ?? places.first(where: units.opens) ?? 0) * units.width
  }

  /// The bytes as units of the encoding that they are in.
  private struct Units {
    let bytes: [UInt8]
    let encoding: Encoding

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      encoding = Encoding.sniff(bytes)
    }

    var width: Int { encoding == .utf8 ? 1 : 2 }
    var count: Int { bytes.count / width }

    subscript(index: Int) -> UInt16 {
      guard encoding != .utf8 else { return UInt16(bytes[index]) }
      let (first, second) = (UInt16(bytes[index * 2]), UInt16(bytes[index * 2 + 1]))
      return encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
    }

    /// Whether a character begins with a unit.
    func opens(_ index: Int) -> Bool {
      encoding == .utf8 ? self[index] & 0xC0 != 0x80 : self[index] & 0xFC00 != 0xDC00
    }
  }
}
