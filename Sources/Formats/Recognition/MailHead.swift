/// Whether a text opens as a mail does, with lines that name who sent it, when, and what it is.
enum MailHead {
  /// Those that hardly anything but a mail has.
  private static let sure: Set<String> = [
    "received", "message-id", "mime-version", "return-path", "delivered-to", "dkim-signature", "list-id",
    "x-original-to", "content-transfer-encoding", "snapshot-content-location",
  ]

  /// Several mails, each behind a line `From …`.
  static func isMailbox(_ head: [UInt8]) -> Bool {
    guard head.starts(with: "From ".utf8), let end = head.firstIndex(of: 0x0A) else { return false }
    let names = names(of: head[(end + 1)...])
    return names.contains("from") || !names.isDisjoint(with: sure)
  }

  static func isMail(_ head: [UInt8], isNamedSo: Bool) -> Bool {
    let names = names(of: head[...])
    let isSent = names.contains("from") && (names.contains("date") || names.contains("subject"))
    if isNamedSo { return isSent || !names.isDisjoint(with: sure) }
    let certain = names.intersection(sure).count
    return isSent && (certain > 0 || names.isSuperset(of: ["date", "subject", "to"])) || certain > 1
  }

  /// The names of the fields, in lower case, up to the empty line; none where a line is no field.
  private static func names(of head: ArraySlice<UInt8>) -> Set<String> {
    var names: Set<String> = []
    var start = head.startIndex
    while start < head.endIndex {
      let end = head[start...].firstIndex(of: 0x0A) ?? head.endIndex
      let line = head[start..<end]
      start = min(end + 1, head.endIndex)
      guard let first = line.first, first != 0x0D else { return names }
      if first == 0x20 || first == 0x09 { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex, colon - line.startIndex < 78,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else {
        // The beginning may end within a line.
        return end == head.endIndex ? names : []
      }
      names.insert(line[..<colon].lowercasedText)
    }
    return names
  }
}
