/// The file beside a database that says how a transaction that was broken off is taken back.
enum RollbackJournal {
  /// With what one begins that counts (https://www.sqlite.org/fileformat2.html, 3).
  private static let start: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// Whether there is one, be it of a transaction that is still going on.
  static func isDue(_ path: String) -> Bool {
    guard let file = HeldFile(path + "-journal") else { return false }
    return Raw.read(file.descriptor, at: 0, count: start.count) == start
  }
}
