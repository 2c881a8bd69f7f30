/// Lines at the head of a text that are marks, or say what another one says.
enum HeadMarks {
  /// Whether a line is markup as a whole: nothing but marks such as `=====`, or tags without words.
  static func isMarkup(_ line: Range<Int>, in text: Bytes) -> Bool {
    if text[line.lowerBound] == UInt8(ascii: "<") || text[line.lowerBound] == UInt8(ascii: "{") {
      return isTags(line, in: text)
    }
    return line.count >= 3 && line.allSatisfy { "=-*_~#+ ".utf8.contains(text[$0]) }
  }

  private static func isTags(_ line: Range<Int>, in text: Bytes) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound {
      if text[index].isSpace {
        index += 1
      } else if text[index] == UInt8(ascii: "<"),
        let end = HTMLTag.read(text, at: index, limit: line.upperBound)?.range.upperBound
      {
        index = end
      } else if text[index] == UInt8(ascii: "{"),
        let end = TemplateMark.end(text, at: index, limit: line.upperBound)
      {
        index = end
      } else {
        return false
      }
    }
    return true
  }

  /// Whether a line does nothing but underline the one above it.
  static func isUnderline(_ line: Range<Int>, in text: Bytes) -> Bool {
    guard let first = line.first, "=-~".utf8.contains(text[first]) else { return false }
    return line.count >= 2 && line.allSatisfy { text[$0] == text[first] }
  }

  /// Whether a line ends in a colon, and so has to do with what comes below.
  static func announces(_ line: Range<Int>, in text: Bytes) -> Bool {
    text[line.upperBound - 1] == UInt8(ascii: ":") || text.has("：", at: line.upperBound - 3)
  }

  /// Whether a line says the words of a title, with the marks of a heading or without.
  static func says(_ line: Range<Int>, _ title: String, in text: Bytes) -> Bool {
    line.count <= title.utf8.count + 32 && FoldedText.words(of: text.string(line)) == FoldedText.words(of: title)
  }
}
