import Testing

@testable import Canvas

@Suite("Wrap")
struct WrapTests {
  private func wrap(_ text: String, _ columns: Int, indent: Int = 0) -> [String] {
    let bytes = Array(text.utf8)
    return Wrap.lines(of: text, columns: columns, indent: indent).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test("Prose is broken at spaces, which are not shown")
  func spaces() {
    #expect(wrap("the port lost three cranes", 11) == ["the port", "lost three", "cranes"])
    #expect(wrap("  two   words  ", 40) == ["two   words"])
    #expect(wrap("", 10) == [])
    #expect(wrap("   ", 10) == [])
  }

  @Test("A line that is exactly full is not broken early")
  func exact() {
    #expect(wrap("four four", 9) == ["four four"])
    #expect(wrap("four four ", 9) == ["four four"])
    #expect(wrap("four four a", 9) == ["four four", "a"])
  }

  @Test("A compound breaks after its hyphen, a range and an option do not")
  func hyphens() {
    #expect(wrap("a multi-cloud deal", 9) == ["a multi-", "cloud", "deal"])
    #expect(wrap("in 2024-26 or", 7) == ["in", "2024-26", "or"])
    #expect(wrap("say --help now", 7) == ["say", "--help", "now"])
    #expect(wrap("stores—not lines", 8) == ["stores—", "not", "lines"])
    #expect(wrap("the GPT-4 one", 8) == ["the", "GPT-4", "one"])
  }

  @Test("A text that keeps its spaces is cut or broken at the width, and nowhere else but at its newlines")
  func verbatim() {
    func lines(_ text: String, _ columns: Int, isCut: Bool) -> [String] {
      Wrap.verbatim(text, columns: columns, isCut: isCut).map { line in
        String(decoding: Array(text.utf8)[line.range], as: UTF8.self) + (line.isCut ? "…" : "")
      }
    }
    #expect(lines("  a b\n\n c\n", 5, isCut: true) == ["  a b", "", " c"])
    #expect(lines("abcdef\ng", 5, isCut: true) == ["abcd…", "g"])
    #expect(lines("abcdef\ng", 5, isCut: false) == ["abcde", "f", "g"])
    #expect(lines("漢字漢", 5, isCut: true) == ["漢字…"])
    #expect(lines("漢字", 1, isCut: false) == ["漢", "字"])
    #expect(lines("漢", 1, isCut: true) == ["…"])
    #expect(lines("", 5, isCut: true).isEmpty)
    #expect(lines("\n", 5, isCut: false) == [""])
  }

  @Test("A word longer than a line is broken at the width")
  func longWord() {
    #expect(wrap("an incomprehensible word", 8) == ["an", "incompre", "hensible", "word"])
    #expect(wrap("aaaaaaaaaa", 3) == ["aaa", "aaa", "aaa", "a"])
  }

  @Test("Words joined by a slash break behind it, a fraction does not")
  func slashes() {
    #expect(wrap("about 24/7 work", 9) == ["about", "24/7 work"])
    #expect(wrap("his and/or hers", 8) == ["his and/", "or hers"])
    #expect(wrap("in Q3/2024", 8) == ["in", "Q3/2024"])
    #expect(wrap("und / oder", 6) == ["und /", "oder"])
    #expect(wrap("to /etc/x", 6) == ["to", "/etc/x"])
  }

  @Test("A no-break space holds its words together")
  func noBreakSpace() {
    #expect(wrap("over 40\u{A0}km away", 8) == ["over", "40\u{A0}km", "away"])
  }

  @Test("French marks set off by a space do not start a line, nor do opening ones end it")
  func french() {
    #expect(wrap("Que faire ?", 9) == ["Que", "faire ?"])
    #expect(wrap("le mot « oui » dit", 12) == ["le mot", "« oui » dit"])
    #expect(wrap("the new .NET one", 8) == ["the new", ".NET one"])
  }

  @Test("German quotes in either form break at the spaces around them")
  func german() {
    #expect(wrap("das „Wort“ und »so« weiter", 10) == ["das „Wort“", "und »so«", "weiter"])
  }

  @Test("Ideographs break anywhere, save before closing marks and small kana and after opening brackets")
  func ideographs() {
    #expect(wrap("蓄電池が動く", 8) == ["蓄電池が", "動く"])
    #expect(wrap("港が動く。今日", 8) == ["港が動", "く。今日"])
    #expect(wrap("港で「動く」", 6) == ["港で", "「動", "く」"])
    #expect(wrap("これはキャラ", 8) == ["これは", "キャラ"])
    #expect(wrap("他说“你好”吧", 5) == ["他说", "“你", "好”吧"])
  }

  @Test("Korean breaks at its spaces")
  func korean() {
    #expect(wrap("한국어 문장", 8) == ["한국어", "문장"])
  }

  @Test("Thai breaks at a space near the end of the line, else between syllables, never before a following vowel")
  func thai() {
    #expect(wrap("ประเทศไทย วันนี้", 11) == ["ประเทศไทย", "วันนี้"])
    let lines = wrap("ราคาน้ำมันในประเทศ", 5)
    #expect(lines.count > 2)
    for line in lines {
      #expect(!"าะำ".contains(line.first ?? " "))
      #expect(!"เแโใไ".contains(line.last ?? " "))
    }
  }

  @Test("The first line leaves its indent free, and stays empty where nothing fits beside it")
  func indent() {
    #expect(wrap("one two three", 9, indent: 4) == ["one", "two three"])
    #expect(wrap("sesame", 6, indent: 4) == ["", "sesame"])
    #expect(wrap("sesame", 6, indent: 40) == ["", "sesame"])
  }

  @Test("A newline ends a line")
  func newline() {
    #expect(wrap("one\n\ntwo  \nthree", 20) == ["one", "", "two", "three"])
  }

  @Test("A wide character on one column stands alone instead of looping")
  func tooNarrow() {
    #expect(wrap("漢字", 1) == ["漢", "字"])
    #expect(wrap("ab", 0) == ["a", "b"])
    #expect(wrap("\u{FE0F}\u{200D}\u{200D}", 1).count <= 1)
  }

  @Test(
    "Every line fits, keeps its measure, and together they keep all but spaces", arguments: [1, 2, 3, 5, 8, 13, 40, 88])
  func properties(columns: Int) {
    var random = Dice(seed: UInt64(columns))
    let pieces = [
      "a", "word", " ", "  ", "-", "漢", "「", "。", "é\u{301}", "👩‍👧", "ไ", "ท", "า", "/", "\u{A0}", "3", "\n", "« ",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let lines = Wrap.lines(of: text, columns: columns, indent: Int.random(in: 0...6, using: &random))
      let bytes = Array(text.utf8)
      var end = 0
      var kept: [UInt8] = []
      for line in lines {
        #expect(line.range.lowerBound >= end)
        end = line.range.upperBound
        let shown = bytes[line.range]
        kept += shown
        let glyphs = Glyph.all(in: String(decoding: shown, as: UTF8.self))
        #expect(glyphs.reduce(0) { $0 + $1.columns } == line.columns)
        #expect(line.columns <= columns || glyphs.count == 1, "\(text.debugDescription)")
      }
      func spaceless(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 0x20 && $0 != 0x0A } }
      #expect(spaceless(kept) == spaceless(bytes), "\(text.debugDescription)")
    }
  }

  @Test("Cutting keeps whole words where that leaves half of the room in use")
  func cutting() {
    #expect(Wrap.cut("A model maker may sell", columns: 40) == "A model maker may sell")
    #expect(Wrap.cut("A model maker may sell", columns: 22) == "A model maker may sell")
    #expect(Wrap.cut("A model maker may sell", columns: 21) == "A model maker may…")
    #expect(Wrap.cut("A incomprehensibilities", columns: 12) == "A incompreh…")
    #expect(Wrap.cut("漢字漢字", columns: 6) == "漢字…")
    #expect(Wrap.cut("word", columns: 1) == "…")
    #expect(Wrap.cut("word", columns: 0) == "")
  }
}

/// Random numbers that are the same on every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
