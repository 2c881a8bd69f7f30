/// Finds the bytes that may be inline marks of Markdown or HTML. Most text has none, so sixteen bytes are looked at together.
enum InlineMarks {
  /// The first byte in `range` that may be a mark, or the range's end.
  ///
  /// Of marks that are no ASCII, the last byte is found, which is rarer in words than the first. Those count too that share
  /// most of their bits with a mark: `>`, `^`, `|`.
  @inline(__always)
  static func first(in range: Range<Int>, of text: Bytes) -> Int {
    text.first(in: range) { block in
      let brackets = block.matches(0x5B, ignoring: 0x20) | block.matches(0x5C, ignoring: 0x03) | block.matches(0x60)
      let signs = block.matches(0x2A) | block.matches(0x26) | block.matches(0x2F) | block.matches(0x3C, ignoring: 0x42)
      return brackets | signs | block.matches(0x90, ignoring: 0x04) | block.matches(0xBD)
    }
  }
}
