import Briefing
import Testing

@Suite("Where the beginning of a text ends")
struct BeginningEndTests {
  @Test func `behind the last whole line`() {
    #expect(beginning("One.\nTwo.\nThre") == "One.\nTwo.")
  }

  @Test func `in a long line behind the last whole word`() {
    #expect(beginning("A head\nOne two three four fi") == "A head\nOne two three four")
  }

  @Test func `without spaces behind the last whole character`() {
    let bytes = Array("港口港口".utf8.dropLast())
    #expect(Array(bytes.prefix(BeginningEnd.find(in: bytes))) == Array("港口港".utf8))
  }

  @Test(arguments: [true, false])
  func `in UTF-16 too`(isLittleEndian: Bool) {
    func bytes(_ text: String) -> [UInt8] {
      ("\u{FEFF}" + text).utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
        return isLittleEndian ? [low, high] : [high, low]
      }
    }
    // U+0A20 and U+200A have bytes that are no line break and no space here.
    for (text, end) in [("One.\nਠ\u{200A}x", "One."), ("12345678 ਠ\u{200A}", "12345678"), ("ਠਠ🎈🎈", "ਠਠ🎈")] {
      #expect(BeginningEnd.find(in: bytes(text)) == bytes(end).count)
    }
  }

  @Test func `of nothing it is nothing`() {
    #expect(BeginningEnd.find(in: []) == 0)
  }

  private func beginning(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes.prefix(BeginningEnd.find(in: bytes)), as: UTF8.self)
  }
}
