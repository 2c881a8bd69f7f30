/// The check sum of gzip and zip (CRC-32 of ISO 3309).
enum CyclicCheck {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  static func sum(of bytes: [UInt8]) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      ~bytes.reduce(~0) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A number of some bytes, the lowest first; 0 where there are not so many.
  func number(at place: Int, bytes: Int) -> Int {
    guard place >= 0, place + bytes <= count else { return 0 }
    return (0..<bytes).reduce(0) { $0 | Int(self[place + $1]) << ($1 * 8) }
  }
}
