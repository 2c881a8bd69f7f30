/// The CRC-64 of a stream of bytes, as the xz format defines it (https://tukaani.org/xz/xz-file-format.txt, 6).
///
/// It tells damage by chance, and is no proof against someone who means harm.
struct Checksum {
  private(set) var value: UInt64 = 0

  private static let table: [UInt64] = (0..<256).map { byte in
    (0..<8).reduce(UInt64(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xC96C_5795_D787_0F42 : sum >> 1 }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var sum = ~value
    Self.table.withUnsafeBufferPointer { table in
      for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    }
    value = ~sum
  }
}
