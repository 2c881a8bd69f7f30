import Testing

@testable import Canvas

/// What the lines of a text begin and end with, as a typesetter would have it.
@Suite("Lines of prose")
struct ProseTests {
  @Test(
    "A number stays with its sign, its point and its unit",
    arguments: [
      "$1,000.50", "−3.5%", "+7%", "100%", "€5bn", "1.000€", "5 %", "€ 5", "10°C", "10 °C", "±0.5", "№5", "2019–2024",
      "2019-24", "3:30", "1/2", "(50%)", "#5", "٣٫٥٪", "US$5", "5’11”", "1,000억원", "第5", "5\u{202F}%",
    ])
  func numbers(_ number: String) {
    #expect(wrapped("some \(number) more", 1 + Width.of(number)).contains(number))
  }

  @Test("Ellipses and dashes end a line, and begin none")
  func dashes() {
    #expect(wrapped("wait… what", 5) == ["wait…", "what"])
    #expect(wrapped("wait…what", 5) == ["wait…", "what"])
    #expect(wrapped("one — two", 5) == ["one —", "two"])
    #expect(wrapped("one – two", 5) == ["one –", "two"])
    #expect(wrapped("stores—not", 7) == ["stores—", "not"])
    #expect(wrapped("dijo —según él— que", 7) == ["dijo", "—según", "él— que"])
    #expect(wrapped("er sagt … ja", 9) == ["er sagt …", "ja"])
    #expect(wrapped("他来了——我走", 9) == ["他来了——", "我走"])
  }

  @Test("Quotes of every kind stay with what they quote")
  func quotes() {
    #expect(wrapped("he said \"yes\" then", 9) == ["he said", "\"yes\"", "then"])
    #expect(wrapped("he said “yes” then", 9) == ["he said", "“yes”", "then"])
    #expect(wrapped("das „Wort“ gilt", 8) == ["das", "„Wort“", "gilt"])
    #expect(wrapped("das ‚Wort‘ gilt", 8) == ["das", "‚Wort‘", "gilt"])
    #expect(wrapped("der »Rat« tagt", 9) == ["der »Rat«", "tagt"])
    #expect(wrapped("le « mot » dit", 8) == ["le", "« mot »", "dit"])
    #expect(wrapped("le «\u{202F}mot\u{202F}» dit", 8) == ["le", "«\u{202F}mot\u{202F}»", "dit"])
    #expect(wrapped("l’idée d’un", 7) == ["l’idée", "d’un"])
    #expect(wrapped("¿Qué pasa? ¡Ya!", 10) == ["¿Qué pasa?", "¡Ya!"])
  }

  @Test("No-break spaces, narrow ones, figure spaces and word joiners hold, wherever they stand")
  func glue() {
    for glue in ["\u{A0}", "\u{202F}", "\u{2007}", "\u{2060}"] {
      let held = "30\(glue)000\(glue)€"
      #expect(wrapped("some \(held) more", 12).contains(held))
    }
  }

  @Test("Words with signs in them are words", arguments: ["C++", "C#", "AT&T", "R&D", "+/-", "A/B", "i.e.", "F#"])
  func signs(_ word: String) {
    for columns in Width.of(word)...9 where word != "A/B" {
      #expect(wrapped("the \(word) one", columns).contains { $0.contains(word) })
    }
  }

  @Test("A Hebrew word is not broken at its maqaf, nor a German one before its hyphen")
  func hyphens() {
    #expect(wrapped("זה בית־ספר", 8) == ["זה", "בית־ספר"])
    #expect(wrapped("ein- und ausgehen", 8) == ["ein- und", "ausgehen"])
    #expect(wrapped("from -5 to", 6) == ["from", "-5 to"])
    #expect(wrapped("run ls -la", 8) == ["run ls", "-la"])
  }

  @Test("Korean breaks at its spaces, with its particles, counters and parentheses")
  func korean() {
    #expect(wrapped("AI가 2024년 핵심(核心)", 6) == ["AI가", "2024년", "핵심(", "核心)"])
    #expect(wrapped("“AI가 핵심”이라고 했다", 12) == ["“AI가", "핵심”이라고", "했다"])
  }

  @Test("Small kana, marks of length and closing marks begin no line; opening ones end none", arguments: 8...24)
  func kinsoku(columns: Int) {
    let text = "「キャッチボールを（もう一度）しよう。」と、彼は『言った』！ぎゅっと握手して〜人々は〝笑〟った・・・ね？"
    for line in wrapped(text, columns) {
      #expect(!"ャッーュ）。」、』！〜々・？".contains(line.first ?? " "), "\(line)")
      #expect(!"「（『".contains(line.last ?? " "), "\(line)")
    }
  }

  @Test("A number stays with its counter in Japanese")
  func counters() {
    #expect(wrapped("電車は2024年", 10) == ["電車は", "2024年"])
  }

  @Test("Pictures may end a line on both sides, and are never cut")
  func pictures() {
    #expect(wrapped("ok🙂yes", 4) == ["ok🙂", "yes"])
    #expect(wrapped("👩‍👩‍👧‍👦👍🏽❤️", 2) == ["👩‍👩‍👧‍👦", "👍🏽", "❤️"])
    #expect(wrapped("🇩🇪🇫🇷🇺🇸", 2) == ["🇩🇪", "🇫🇷", "🇺🇸"])
    #expect(wrapped("🇩🇪🇫🇷🇺🇸", 5) == ["🇩🇪🇫🇷", "🇺🇸"])
  }

  @Test(
    "Thai, Lao, Khmer and Burmese break between syllables",
    arguments: [
      ("ราคาน้ำมันประเทศ", 6, ["ราคาน้ำ", "มันประ", "เทศ"]), ("สวัสดีครับ", 5, ["สวัส", "ดีครับ"]),
      ("เปลี่ยนแปลง", 6, ["เปลี่ยน", "แปลง"]), ("คนที่เดินทาง", 5, ["คนที่", "เดิน", "ทาง"]),
      ("ປະເທດລາວ", 5, ["ປະເທດ", "ລາວ"]), ("ភាសាខ្មែរ", 6, ["ភាសា", "ខ្មែរ"]), ("မြန်မာဘာသာ", 6, ["မြန်မာ", "ဘာသာ"]),
    ])
  func syllables(_ text: String, columns: Int, lines: [String]) {
    #expect(wrapped(text, columns) == lines)
  }

  @Test("A zero-width space is a place to break, and a mark on a space is no space")
  func oddSpaces() {
    #expect(wrapped("one\u{200B}two", 5) == ["one\u{200B}", "two"])
    #expect(wrapped("ab \u{301}", 2) == ["ab", " \u{301}"])
  }
}
