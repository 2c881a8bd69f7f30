import Samples
import Testing

@testable import Briefing

/// What a reader sees of hostile and broken input, one test a case.
@Suite("Hostile and broken input")
struct HostileInputTests {
  /// The paragraph that a story of one question shows of a text.
  private func shown(_ bytes: [UInt8]) -> String {
    let story = StoryParser.parse(Array("Head\n\nLede.\n\n### Why?\n\nIt is «".utf8) + bytes + Array("» so.\n".utf8))
      .story
    let text = story.sections.first?.blocks.map(\.text).joined(separator: "\n") ?? ""
    return text.hasPrefix("It is «") && text.hasSuffix("» so.") ? String(text.dropFirst(7).dropLast(5)) : text
  }

  private func shown(_ text: String) -> String { shown(Array(text.utf8)) }

  @Test(
    "Case 1: colours and cursor movements are read as letters",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m", "^[[31mred^[[0m"), ("\u{1B}[2;5Hx", "^[[2;5Hx"), ("\u{1B}\u{1B}[A", "^[^[[A"),
      ("\u{1B}", "^["),
    ])
  func colours(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test(
    "Case 2: a title stays in the text",
    arguments: [
      ("\u{1B}]0;title\u{7}x", "^[]0;title^Gx"), ("\u{1B}]2;title\u{1B}\\x", "^[]2;title^[\\x"),
    ])
  func titles(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test("Case 3: a link of the terminal is text, and cites nothing")
  func terminalLinks() {
    let input = "\u{1B}]8;;https://other.example/\u{1B}\\good.example\u{1B}]8;;\u{1B}\\"
    #expect(shown(input) == "^[]8;;https://other.example/^[\\good.example^[]8;;^[\\")
    let story = StoryParser.parse(Array("Head\n\nLede \(input) end.\n".utf8)).story
    #expect(story.blocks.allSatisfy { $0.citations.isEmpty })
  }

  @Test(
    "Case 4: the clipboard is neither read nor written",
    arguments: [
      ("\u{1B}]52;c;aGk=\u{7}", "^[]52;c;aGk=^G"), ("\u{1B}]52;c;?\u{1B}\\", "^[]52;c;?^[\\"),
    ])
  func clipboard(_ input: String, _ seen: String) {
    #expect(shown(input) == seen)
    #expect(StoryParser.parse(Array("Head \(input) line\n\nLede.\n".utf8)).story.headline == "Head \(seen) line")
  }

  @Test("Case 5: what a string never ended leaves the rest readable", arguments: ["]", "P", "_", "^", "X"])
  func unended(_ opener: String) { #expect(shown("\u{1B}\(opener)x and the rest") == "^[\(opener)x and the rest") }

  @Test(
    "Case 6: nothing is asked of the terminal",
    arguments: [
      ("\u{1B}P$qm\u{1B}\\", "^[P$qm^[\\"), ("\u{1B}[c", "^[[c"), ("\u{1B}[6n", "^[[6n"), ("\u{1B}[21t", "^[[21t"),
      ("\u{5}", "^E"),
    ])
  func questions(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test(
    "Case 7: the terminal is not reset, and its letters stay letters",
    arguments: [("\u{1B}c", "^[c"), ("\u{1B}#8", "^[#8"), ("\u{1B}(0qqq", "^[(0qqq"), ("\u{E}x\u{F}", "^Nx^O")])
  func resets(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test(
    "Case 8: no mode of the terminal changes, and nothing passes for pasted",
    arguments: [
      ("\u{1B}[?1049h", "^[[?1049h"), ("\u{1B}[?1003h", "^[[?1003h"), ("\u{1B}[200~x\u{1B}[201~", "^[[200~x^[[201~"),
    ])
  func modes(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test("Case 9: the commands of eight bits leave a mark of what is no letter", arguments: 0x80...0x9F)
  func eightBits(value: Int) throws {
    let scalar = try #require(Unicode.Scalar(UInt32(value)))
    #expect(shown("a\(Character(scalar))2Jb") == "a\u{FFFD}2Jb")
  }

  @Test(
    "Case 10: character references are read before the gate, once, and escapes of other languages are letters",
    arguments: [
      ("&#27;[31m", "^[[31m"), ("&#x9b;2J", "\u{FFFD}2J"), ("&#155;2J", "\u{FFFD}2J"), ("&amp;#27;", "&#27;"),
      ("a&#x202E;b", "a⟨RLO⟩b"), ("a&#x2060;b&shy;c", "abc"), ("&#0;&#xD800;&#1114112;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("\\u001b[31m", "\\u001b[31m"), ("=1B[31m", "=1B[31m"), ("%1B[31m", "%1B[31m"),
    ])
  func references(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test("Case 11: a thousand bells are seen and not heard")
  func bells() { #expect(shown(String(repeating: "\u{7}", count: 1000)) == String(repeating: "^G", count: 1000)) }

  @Test(
    "Case 12: what would be written over stays beside what would write over it",
    arguments: [
      ("EVIL\u{8}\u{8}\u{8}\u{8}good", "EVIL^H^H^H^Hgood"), ("EVIL\rgood", "EVIL good"),
      ("EVIL\u{1B}[2Kgood", "EVIL^[[2Kgood"),
    ])
  func overwriting(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test(
    "Case 13: other controls are seen, and the text behind them",
    arguments: [
      ("a\u{7F}b", "a^?b"), ("a\u{0}b", "a^@b"), ("a\u{B}b", "a^Kb"), ("a\u{C}b", "a^Lb"), ("a\u{18}b", "a^Xb"),
      ("a\u{1A}b", "a^Zb"),
    ])
  func controls(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test(
    "Case 14: a name on several lines is one line with single spaces",
    arguments: ["\r", "\n", "\t", "\u{2028}", "\u{2029}"])
  func lineBreaks(_ sign: String) { #expect(Gate.text(of: "one\(sign)two") == "one two") }

  @Test(
    "Case 15: what turns text around is named where it stands, and the text keeps its order",
    arguments: [
      ("file\u{202E}gpj.exe", "file⟨RLO⟩gpj.exe"), ("\u{202D}a\u{202C}", "⟨LRO⟩a⟨PDF⟩"),
      ("\u{202A}a\u{202B}", "⟨LRE⟩a⟨RLE⟩"),
      ("\u{2066}a\u{2067}b\u{2068}c\u{2069}", "⟨LRI⟩a⟨RLI⟩b⟨FSI⟩c⟨PDI⟩"),
    ])
  func directions(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test(
    "Case 16: marks of direction go, and the words stay",
    arguments: [
      ("שלום\u{200F} עולם", "שלום עולם"), ("\u{200E}abc", "abc"), ("مرحبا\u{61C} بكم", "مرحبا بكم"),
    ])
  func directionMarks(_ input: String, _ seen: String) { #expect(shown(input) == seen) }

  @Test(
    "Case 17: nothing hides inside of a word",
    arguments: [
      "\u{2060}", "\u{FEFF}", "\u{115F}", "\u{3164}", "\u{2800}", "\u{34F}", "\u{180E}", "\u{2061}", "\u{1D173}",
    ])
  func hidden(_ sign: String) { #expect(shown("pass\(sign)word") == "password") }

  @Test(
    "Case 18: joiners stay where words need them",
    arguments: ["می\u{200C}خواهم", "क्\u{200D}ष", "👩\u{200D}🔬", "🏳️\u{200D}🌈"])
  func joiners(_ input: String) { #expect(shown(input) == input) }

  @Test("Case 19: letters of tags and runs of selectors go, and are told")
  func tags() {
    let tags = String(
      String.UnicodeScalarView("pwned".unicodeScalars.compactMap { Unicode.Scalar(0xE0000 + $0.value) }))
    let selectors = String(String.UnicodeScalarView((0xE0100...0xE01EF).compactMap { Unicode.Scalar(UInt32($0)) }))
    for hidden in [tags, selectors, "\u{FE00}\u{FE01}\u{FE0D}"] {
      #expect(shown("a\(hidden)b") == "ab")
      let aside = StoryParser.parse(Array("Head\n\nA\(hidden)b.\n".utf8)).setAside
      #expect(aside.map(\.place.count) == [hidden.utf8.count])
      #expect(aside.first?.text.hasPrefix("U+") == true)
    }
  }

  @Test(
    "Case 20: what is no character leaves a mark",
    arguments: [0x206A, 0x206F, 0xFFF9, 0xFFFB, 0xE000, 0xF8FF, 0x10FFFD, 0xFFFE, 0xFDD0, 0x378])
  func noCharacters(_ value: UInt32) throws {
    let sign = try #require(Unicode.Scalar(value))
    #expect(shown("a\(Character(sign))b") == "a\u{FFFD}b")
  }

  @Test(
    "Case 21: of a thousand marks on a letter eight stay, and a hundred thousand take no longer than they are long",
    arguments: [1000, 100_000])
  func marks(_ count: Int) {
    let text = "z" + String(repeating: "\u{301}", count: count) + "algo"
    var seen = ""
    let time = processorSeconds { seen = shown(text) }
    #expect(seen == "z" + String(repeating: "\u{301}", count: 8) + "algo")
    #expect(time < 2)
  }

  @Test(
    "Case 21: marks that stand on nothing get something to stand on",
    arguments: ["", " ", "\u{A0}", "(", "”", "\u{202E}"])
  func bareMarks(_ before: String) {
    #expect(Gate.text(of: before + "\u{301}x") == Gate.text(of: before) + "\u{25CC}\u{301}x")
  }

  @Test("Case 22: long rows of joined emoji and flags stay whole")
  func emoji() {
    let family = String(repeating: "👩\u{200D}", count: 399) + "👩"
    let flags = String(repeating: "🇫🇷", count: 200) + "🇫"
    #expect(shown(family) == family)
    #expect(shown(flags) == flags)
  }

  @Test(
    "Case 23: selectors of text and picture stay on what has both",
    arguments: ["❤\u{FE0F}", "❤\u{FE0E}", "1\u{FE0F}\u{20E3}", "#\u{20E3}"])
  func selectors(_ input: String) {
    #expect(shown(input) == input)
    #expect(shown("a\u{FE0F}b") == "ab")
  }

  @Test(
    "Case 24: a broken letter leaves one mark for each part that could have been one",
    arguments: [
      ([0x80], 1), ([0xC3], 1), ([0xE2, 0x82], 1), ([0xF0, 0x9F, 0x98], 1), ([0xE2, 0x82, 0xE2, 0x82], 2),
      ([0x80, 0xBF], 2), ([0xF0, 0x9F, 0xC3], 2),
    ] as [([UInt8], Int)])
  func broken(_ bytes: [UInt8], _ marks: Int) {
    #expect(shown([0x61] + bytes + [0x62]) == "a" + String(repeating: "\u{FFFD}", count: marks) + "b")
  }

  @Test(
    "Case 25: no command is hidden in a longer form",
    arguments: [
      [0xC0, 0xAF], [0xC1, 0x9B], [0xE0, 0x80, 0x9B], [0xF0, 0x80, 0x80, 0x9B], [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0x9B], [0x9D],
    ] as [[UInt8]])
  func overlong(_ bytes: [UInt8]) {
    #expect(shown([0x61] + bytes + [0x62]) == "a" + String(repeating: "\u{FFFD}", count: bytes.count) + "b")
  }

  @Test(
    "Case 26: UTF-16 is read with a mark of its order and without, UTF-7 as the letters it has",
    arguments: [true, false], [true, false])
  func encodings(isLittle: Bool, hasMark: Bool) {
    let units = Array((hasMark ? "\u{FEFF}" : "").utf16) + Array("Ein Hafen wächst\n\nEs ist so.\u{1B}[31m\n".utf16)
    let bytes = units.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let story = StoryParser.parse(bytes).story
    #expect(story.headline == "Ein Hafen wächst")
    #expect(story.lede.map(\.text) == ["Es ist so.^[[31m"])
    #expect(shown("+AGE-+ABs-") == "+AGE-+ABs-")
    #expect(shown("xml encoding=\"x-none\"") == "xml encoding=\"x-none\"")
  }

  @Test(
    "Case 27: a name that goes into a message is one line of what may be shown",
    arguments: [
      ("\u{1B}]0;t\u{7}.txt", "^[]0;t^G.txt"), ("a\nb", "a b"), ("gpj\u{202E}.exe", "gpj⟨RLO⟩.exe"),
      ("a\u{2060}b", "ab"),
    ])
  func names(_ name: String, _ seen: String) { #expect(Gate.text(of: name) == seen) }

  @Test("Case 29: what is printed and read again is the same, and has nothing in it that was not shown")
  func printed() {
    let input = "He\u{1B}[1mad\n\nLe\u{9B}de\u{202E}. (a.com)\n\n### Why\u{7}?\n\nSo\u{2060} it\u{0} is.\n"
    let reading = StoryParser.parse(Array(input.utf8))
    for text in [CanonicalPrinter.text(of: reading), MarkdownPrinter.text(of: reading)] {
      #expect(Gate.lines(of: text).utf8.elementsEqual(text.utf8))
      #expect(read(text).story == reading.story)
    }
  }
}
