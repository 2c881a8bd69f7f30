import Testing

@testable import Terminal

@Suite("Fewer bytes that mean the same")
struct OutputCompactorTests {
  private func lean(_ text: String) -> String {
    var stream = OutputCompactor()
    return String(decoding: stream.take(Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    "Attributes are sent where a character needs them, and not before",
    arguments: [
      ("\u{1B}[1mone\u{1B}(B\u{1B}[m \u{1B}[0;1mtwo\u{1B}[m", "\u{1B}[1mone two"),
      ("\u{1B}[38;5;31m›\u{1B}[39m\u{1B}(B\u{1B}[m\u{1B}[5d›", "\u{1B}[38;5;31m›\u{1B}[5d\u{1B}[m›"),
      ("\u{1B}[1ma\u{1B}[m\u{1B}[1mb", "\u{1B}[1mab"),
      ("\u{1B}[1ma\u{1B}[0;4mb", "\u{1B}[1ma\u{1B}[;4mb"),
      ("\u{1B}[31ma\u{1B}[1mb\u{1B}[39mc", "\u{1B}[31ma\u{1B}[1mb\u{1B}[39mc"),
      ("\u{1B}[38;2;1;2;3ma\u{1B}[48;5;9mb", "\u{1B}[38;2;1;2;3ma\u{1B}[48;5;9mb"),
      ("\u{F}a\u{1B}[m\u{F}b", "ab"),
    ])
  func attributes(written: String, sent: String) {
    #expect(lean(written) == sent)
  }

  @Test(
    "A blank is sent in whatever colour, but under a line, reversed or on a ground it is as it should be",
    arguments: [
      ("\u{1B}[31ma\u{1B}[m b", "\u{1B}[31ma \u{1B}[mb"), ("\u{1B}[4ma\u{1B}[m b", "\u{1B}[4ma\u{1B}[m b"),
      ("\u{1B}[7ma\u{1B}[m b", "\u{1B}[7ma\u{1B}[m b"), ("\u{1B}[41ma\u{1B}[m\u{1B}[K", "\u{1B}[41ma\u{1B}[m\u{1B}[K"),
      ("a\u{1B}[7m \u{1B}[mb", "a\u{1B}[7m \u{1B}[mb"), ("\u{1B}[41ma\u{1B}[m\n", "\u{1B}[41ma\u{1B}[m\n"),
    ])
  func blanks(written: String, sent: String) {
    #expect(lean(written) == sent)
  }

  @Test(
    "Rows further down are reached by line feeds where none would scroll",
    arguments: [
      ("\u{1B}[2;1Ha\u{1B}[3;7Hb", "\u{1B}[2;1Ha\n\u{1B}[7Gb"), ("\u{1B}[2;1Ha\u{1B}[4;1Hb", "\u{1B}[2;1Ha\n\n\rb"),
      ("\u{1B}[2da\u{1B}[3db", "\u{1B}[2da\nb"), ("\u{1B}[9;1Ha\u{1B}[10;7Hb", "\u{1B}[9;1Ha\u{1B}[10;7Hb"),
      ("\u{1B}[2;1Ha\u{1B}[1;24r\u{1B}[3;7Hb", "\u{1B}[2;1Ha\u{1B}[1;24r\u{1B}[3;7Hb"),
      ("\u{1B}[5;1Ha\u{1B}[3;7Hb", "\u{1B}[5;1Ha\u{1B}[3;7Hb"),
      ("\u{1B}[12;1Ha\u{1B}[12;58Hb\u{1B}[12;1Hc\u{1B}[12dd", "\u{1B}[12;1Ha\u{1B}[58Gb\rcd"),
      ("\u{1B}[9;1H\u{1B}[7ma\u{1B}[m\u{1B}[9;5Hb", "\u{1B}[9;1H\u{1B}[7ma\u{1B}[5G\u{1B}[mb"),
    ])
  func rows(written: String, sent: String) {
    var stream = OutputCompactor()
    stream.screen = (24, 3..<9)
    #expect(String(decoding: stream.take(Array(written.utf8)), as: UTF8.self) == sent)
  }

  @Test(
    "No terminal steps over the edge of the rows that scroll, so that such a step goes to the row",
    arguments: [
      ("\u{1B}[4;1Ha\u{1B}[Ab", "\u{1B}[4;1Ha\u{1B}[3db"), ("\u{1B}[6;1Ha\u{1B}[4Ab", "\u{1B}[6;1Ha\u{1B}[2db"),
      ("\u{1B}[5;1Ha\u{1B}[Ab", "\u{1B}[5;1Ha\u{1B}[Ab"), ("\u{1B}[9;1Ha\u{1B}[2Bb", "\u{1B}[9;1Ha\u{1B}[11db"),
      ("\u{1B}[3;1Ha\u{1B}[Ab", "\u{1B}[3;1Ha\u{1B}[Ab"),
    ])
  func edges(written: String, sent: String) {
    var stream = OutputCompactor()
    stream.screen = (24, 3..<9)
    #expect(String(decoding: stream.take(Array(written.utf8)), as: UTF8.self) == sent)
  }

  @Test("What is not an attribute passes as it is")
  func rest() {
    let text =
      "\u{1B}[?1049h\u{1B}[2;3H\u{1B}7\u{1B}[4;22r\u{1B}8\r\n\u{8}\u{1B}]8;;https://a.example/m\u{1B}\\x\u{1B}]0;m\u{7}\u{1B}[?25l\u{1B}M\u{1B}]Rx\u{1B}]P0112233y"
    #expect(lean(text) == text)
  }

  @Test("Attributes that were set back at the end are set back where the terminal is given back")
  func settling() {
    var stream = OutputCompactor()
    _ = stream.take(Array("\u{1B}[1ma\u{1B}[m".utf8))
    #expect(stream.finish() == Array("\u{1B}[m".utf8))
    #expect(stream.finish().isEmpty)
  }
}
