import Testing

@testable import Briefing

/// What the gate lets through, what it shows instead, and what it takes out.
@Suite("The gate")
struct GateTests {
  @Test(
    "A command to the terminal is made visible",
    arguments: [
      ("\u{1B}[31mred", "^[[31mred"), ("\u{1B}]0;title\u{07}x", "^[]0;title^Gx"), ("a\u{08}b", "a^Hb"),
      ("a\u{7F}b\u{00}c", "a^?b^@c"), ("a\u{9B}31mb", "a\u{FFFD}31mb"), ("a\u{0B}b\u{0C}c", "a^Kb^Lc"),
    ])
  func controls(_ input: String, _ shown: String) {
    #expect(Gate.text(of: input) == shown)
  }

  @Test("What changes the direction of text is named where it stands")
  func bidi() {
    #expect(Gate.text(of: "file\u{202E}gpj.exe") == "file⟨RLO⟩gpj.exe")
    #expect(Gate.text(of: "a\u{2066}b\u{2069}c") == "a⟨LRI⟩b⟨PDI⟩c")
  }

  @Test(
    "What hides in text is taken out, so that the plain word is found",
    arguments: [
      "wo\u{200B}rd", "wo\u{2060}rd", "wo\u{FEFF}rd", "wo\u{AD}rd", "wo\u{3164}rd", "wo\u{2800}rd", "wo\u{200D}rd",
      "wo\u{E0041}\u{E007F}rd", "wo\u{E0100}rd", "wo\u{200E}rd", "wo\u{034F}rd", "wo\u{180B}rd", "wo\u{180F}rd",
      "wo\u{16FE4}rd", "wo\u{1D159}rd", "wo\u{1107F}rd", "wo\u{2D7F}rd", "wo\u{1039}rd", "wo\u{17D2}rd",
      "wo\u{13440}rd", "wo\u{13441}rd", "wo\u{1DA9B}rd", "wo\u{1BC9D}rd",
    ])
  func hidden(_ input: String) {
    #expect(Gate.text(of: input) == "word")
  }

  @Test(
    "Joiners and selectors stay where a script or an emoji needs them",
    arguments: ["می\u{200C}خواهم", "क्\u{200D}ष", "👩\u{200D}🔬", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "👍🏽", "ᠭ\u{180B}"])
  func joiners(_ input: String) {
    #expect(Gate.text(of: input) == input)
  }

  @Test(
    "What shows nothing stays behind the letters of its own script, where it chooses, turns or joins them",
    arguments: [
      "ᠭ\u{180B}", "ᠭ\u{180F}", "က\u{1039}က", "ស\u{17D2}ត", "\u{2D30}\u{2D7F}", "\u{11052}\u{1107F}\u{11064}",
      "\u{18B00}\u{16FE4}", "\u{13000}\u{13440}", "\u{1D800}\u{1DA9B}", "ക\u{D4D}\u{200D}\u{D4D}\u{200D}ക",
    ])
  func signs(_ input: String) {
    #expect(Gate.text(of: input) == input)
  }

  @Test("It is listed with what was set aside where it was taken out")
  func listed() {
    let reading = StoryParser.parse(Array("Cr\u{180B}anes\n\nA cr\u{1D159}ane.\n".utf8))
    #expect(reading.story.headline == "Cranes")
    #expect(reading.setAside.map(\.text) == ["U+180B", "U+1D159"])
  }

  @Test("Part of a Korean syllable is seen also where no syllable stands before it")
  func conjoining() {
    #expect(Gate.text(of: "cr\u{1161}ane") == "cr◌\u{1161}ane")
    let syllables = "\u{1112}\u{1161}\u{11AB}가\u{11A8}\u{A960}\u{D7B0}"
    #expect(Gate.text(of: syllables) == syllables)
  }

  @Test("A joiner does not stay where only a mark is of a script that joins")
  func strayJoiner() {
    #expect(Gate.text(of: "cr\u{94D}\u{200D}ane") == "cr\u{94D}ane")
  }

  @Test("What is no character is replaced", arguments: ["\u{E000}", "\u{FFFF}", "\u{206A}", "\u{FFF9}", "\u{378}"])
  func refused(_ input: String) {
    #expect(Gate.text(of: "a\(input)b") == "a\u{FFFD}b")
  }

  @Test("A base keeps eight marks")
  func marks() {
    let many = "e" + String(repeating: "\u{301}", count: 1000) + "x"
    #expect(Gate.text(of: many) == "e" + String(repeating: "\u{301}", count: 8) + "x")
  }

  @Test("A line stays one line with plain spaces")
  func spaces() {
    #expect(Gate.text(of: "a\tb\nc\u{A0}d\u{2028}e\u{202F}f") == "a b c d e f")
  }

  @Test(
    "Bytes that are no UTF-8 become one mark for each maximal subpart",
    arguments: [
      ([0x61, 0x80, 0x62], "a\u{FFFD}b"), ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"), ([0xE2, 0x82, 0x41], "\u{FFFD}A"),
      ([0xF0, 0x9F, 0x98], "\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0x9B, 0x33], "\u{FFFD}3"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xE0, 0x80, 0x9B], "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)])
  func malformed(_ input: [UInt8], _ shown: String) {
    #expect(Gate.text(of: input) == shown)
  }

  @Test("UTF-16 is read in both orders, with a byte-order mark and without")
  func utf16() {
    let units = Array("Headline für 日本 🚀 and more".utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for input in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      #expect(Gate.text(of: input) == "Headline für 日本 🚀 and more")
    }
  }

  @Test("What came through comes through unchanged")
  func idempotence() {
    let strange = (0..<2000).map { index in Unicode.Scalar(UInt32(index * 37)).map(Character.init) ?? "x" }
    let once = Gate.text(of: String(strange) + "e\u{301}\u{200B}\u{301}\u{200D}\u{200D}क्\u{200D}\u{200D}")
    #expect(Gate.text(of: once) == once)
  }

  @Test("A program or a picture is no text, and text with a stray control is")
  func binary() {
    #expect(Gate.looksBinary([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0]))
    #expect(Gate.looksBinary([0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 0, count: 12)))
    #expect(!Gate.looksBinary(Array("A line with \u{1B}[1m and a \u{0} in a good deal of text around it".utf8)))
    #expect(!Gate.looksBinary([0xFF, 0xFE, 0x41, 0, 0x42, 0]))
    #expect(Gate.looksBinary([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]))
    #expect(!Gate.looksBinary([]))
  }

  @Test("What the gate changed is set aside with its place in the input")
  func places() {
    let input = Array("\u{FEFF}Head\u{A0}line\r\n\r\nOne\u{200B} two \u{1B}[0m three.\r\n".utf8)
    let reading = StoryParser.parse(input)
    #expect(reading.story.headline == "Head\u{A0}line")
    #expect(reading.story.lede.first?.text == "One two ^[[0m three.")
    #expect(reading.setAside.map(\.text) == ["U+200B", "^["])
    #expect(reading.setAside.map { Array(input[$0.place]) } == [[0xE2, 0x80, 0x8B], [0x1B]])
  }
}
