/// Words that say that a source follows: `Source:`, `via`.
enum SourceWord {
  /// Where the words behind such a word begin; `start` if none stands there. Looks at no more than 40 bytes.
  static func end(in text: Bytes, at start: Int, limit: Int) -> Int {
    guard start < limit, !isHost(text, at: start, limit: limit) else { return start }
    let stop = min(limit, start + 40)
    var index = start
    while index < stop, !ends(text, index) { index += text.scalar(at: index).width }
    guard index > start, index < stop else { return start }
    let word = text.string(start..<index).lowercased()
    let colon = text[index] == UInt8(ascii: ":") ? 1 : text.has("：", at: index) ? 3 : 0
    guard openers.contains(word) || (colon > 0 && (nouns.contains(word) || ReferenceWords.name(word))) else {
      return start
    }
    index += colon
    while index < limit, text.spaceWidth(at: index) > 0 { index += text.spaceWidth(at: index) }
    return index
  }

  /// Most of what stands in parentheses is a host in small letters, which needs no look into a table.
  private static func isHost(_ text: Bytes, at start: Int, limit: Int) -> Bool {
    var index = start
    while index < limit, text[index].isLower || text[index].isDigit || text[index] == UInt8(ascii: "-") { index += 1 }
    return index < limit && index > start && text[index] == UInt8(ascii: ".")
  }

  private static func ends(_ text: Bytes, _ index: Int) -> Bool {
    switch text[index] {
    case ...0x20, UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "."),
      UInt8(ascii: ","):
      true
    default: text.has("：", at: index)
    }
  }

  /// Those that need no colon.
  private static let openers: Set<String> = [
    "via", "source", "sources", "quelle", "quellen", "fuente", "fuentes", "fonte", "fontes", "fonti", "bron", "bronnen",
    "källa", "källor", "kilde", "kilder", "lähde", "źródło", "zdroj", "forrás", "kaynak", "источник", "источники",
    "джерело", "πηγή", "nguồn", "sumber",
  ]

  private static let nouns: Set<String> = ["from", "per", "出典", "来源", "來源", "출처", "مصدر", "المصدر", "מקור", "स्रोत"]
}
