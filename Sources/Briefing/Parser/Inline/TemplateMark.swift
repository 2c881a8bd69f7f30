/// Marks that programs which make pages of Markdown read, and that no reader is meant to see: `{% include note.html %}`,
/// `{{< figure … >}}`, `{/* note */}`, `{#anchor}`.
enum TemplateMark {
  private static let longest = 1000

  /// The end of the mark that opens at `start`, where `{` stands; nil if none does.
  ///
  /// What gives a heading or a paragraph its name and style, `{#anchor}`, `{: .note}`, stands at the end of `limit` or of a line,
  /// or right behind a link. No other brace stands in a mark, so that each is looked at once.
  static func end(_ text: Bytes, at start: Int, limit: Int) -> Int? {
    if text.has("{%", at: start) { return close("%}", of: start, text, limit) }
    if text.has("{{<", at: start) { return close(">}}", of: start, text, limit) }
    if text.has("{{%", at: start) { return close("%}}", of: start, text, limit) }
    if text.has("{/*", at: start) { return close("*/}", of: start, text, limit) }
    guard start + 2 < limit, "#:/".utf8.contains(text[start + 1]),
      !text[start + 2].isPunctuation || isNamed(text, start),
      let end = close("}", of: start, text, limit)
    else { return nil }
    let isBehindLink = start > 0 && text[start - 1] == UInt8(ascii: ")") && text[start + 1] == UInt8(ascii: ":")
    let isLast = end == limit || text[end] == 0x0A
    return isBehindLink || isLast && isApart(text, start) ? end : nil
  }

  /// Whether a space stands before `start`.
  private static func isApart(_ text: Bytes, _ start: Int) -> Bool {
    start == 0 || text[start - 1].isSpace || text.has("\u{3000}", at: start - 3)
  }

  /// `{:.note}`, `{:#anchor}`.
  private static func isNamed(_ text: Bytes, _ start: Int) -> Bool {
    text[start + 1] == UInt8(ascii: ":") && ".#".utf8.contains(text[start + 2])
  }

  private static func close(_ mark: StaticString, of start: Int, _ text: Bytes, _ limit: Int) -> Int? {
    var index = start + 2
    let stop = min(limit, start + longest)
    while index < stop, text[index] != UInt8(ascii: "{") || text[index - 1] == UInt8(ascii: "{") {
      if text.has(mark, at: index) {
        let end = index + mark.utf8CodeUnitCount
        return end <= limit ? end : nil
      }
      index += 1
    }
    return nil
  }

  /// The end of what stands between a brace at `start` and the one that closes it; nil if that lies too deep or too far.
  static func balancedEnd(_ text: Bytes, at start: Int, limit: Int) -> Int? {
    var (index, depth) = (start, 0)
    let stop = min(limit, start + 2 * longest)
    while index < stop {
      if text[index] == UInt8(ascii: "{") { depth += 1 }
      if text[index] == UInt8(ascii: "}") { depth -= 1 }
      index += 1
      if depth == 0 { return index }
      if depth > 8 { return nil }
    }
    return nil
  }
}
