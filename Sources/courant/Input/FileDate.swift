import Briefing

/// The date that a file's name opens with, as in `2026-04-28-ports.txt`.
enum FileDate {
  static func published(in name: ArraySlice<UInt8>) -> Moment? {
    let bytes = Array(name)
    guard bytes.count > 10, !isDigit(bytes[10]) else { return nil }
    return Moment(iso8601: String(decoding: bytes[..<10], as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
