import Briefing

/// A headline or question as the tables show it in lists; the whole of it is with the story.
enum LineText {
  /// In UTF-8; more than any window has room for.
  private static let longest = 1024

  /// As much of the text as a line can show. SQLite takes a text to end at a NUL: a space stands for it.
  static func of(_ text: String) -> String {
    let isWhole = text.utf8.count <= longest
    if isWhole, !text.utf8.contains(0) { return text }
    var bytes = text.utf8.prefix(longest).map { $0 == 0 ? 0x20 : $0 }
    if isWhole { return String(decoding: bytes, as: UTF8.self) }
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self) + "…"
  }

  /// What lists by headline are sorted by.
  static func sortKey(of text: String) -> String {
    FoldedText.sortKey(of: text, bytes: 32)
  }
}
