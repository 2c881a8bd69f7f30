import Briefing

/// A mail, or the mails of a mailbox.
struct MailStories: StorySeries {
  private let bytes: [UInt8]
  private let decoder: ForeignDecoder
  /// Where each mail stands; a single one may hold several.
  private let ranges: [Range<Int>]
  private let single: [StoryFile.Story]

  /// A single mail. - Throws: `noWords` where nothing in it can be read.
  init(mail bytes: [UInt8], _ decoder: @escaping ForeignDecoder) throws(FormatError) {
    (self.bytes, self.decoder, ranges) = (bytes, decoder, [])
    single = MailMessage(bytes, in: 0..<bytes.count, decoder).stories
    if single.isEmpty { throw .noWords }
  }

  /// A mailbox (mbox): mails one after another, each behind a line `From …`.
  init(mailbox bytes: [UInt8], _ decoder: @escaping ForeignDecoder) {
    (self.bytes, self.decoder, single) = (bytes, decoder, [])
    ranges = Self.ranges(bytes)
  }

  var count: Int { ranges.isEmpty ? single.count : ranges.count }

  func story(_ index: Int) throws(FormatError) -> StoryFile.Story {
    if ranges.isEmpty { return single[index] }
    let original = Array(bytes[ranges[index]])
    let mail = Self.unquoted(original)
    guard var story = MailMessage(mail, in: 0..<mail.count, decoder).stories.first else { throw .noWords }
    story.original = original
    return story
  }

  /// A line `From …` begins a mail where an empty line stands before it and a field behind it.
  private static func ranges(_ bytes: [UInt8]) -> [Range<Int>] {
    var starts: [Int] = []
    var (at, isBehindEmpty) = (0, true)
    while at < bytes.count {
      let end = bytes.lineEnd(from: at, before: bytes.count)
      let line = bytes[at..<end].droppingReturn
      if isBehindEmpty, line.starts(with: "From ".utf8), isField(bytes, end + 1) { starts.append(at) }
      isBehindEmpty = line.isEmpty
      at = end + 1
    }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { $0..<$1 }
  }

  private static func isField(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start < bytes.count else { return false }
    let name = bytes[start...].prefix(78).prefix { $0 != UInt8(ascii: ":") }
    return !name.isEmpty && name.count < 78 && name.allSatisfy { ($0 > 0x20 || $0 == 0x20) && $0 < 0x7F }
      && (name.first == UInt8(ascii: ">") || !name.contains(0x20))
  }

  /// A mailbox quotes lines that would begin a mail: `>From`.
  private static func unquoted(_ mail: [UInt8]) -> [UInt8] {
    guard mail.has("\n>From ") else { return mail }
    var text: [UInt8] = []
    var at = 0
    while at < mail.count {
      let end = min(mail.count, mail.lineEnd(from: at, before: mail.count) + 1)
      let quotes = mail[at..<end].prefix { $0 == UInt8(ascii: ">") }.count
      let isQuoted = quotes > 0 && mail[(at + quotes)..<end].starts(with: "From ".utf8)
      text += mail[(at + (isQuoted ? 1 : 0))..<end]
      at = end
    }
    return text
  }
}
