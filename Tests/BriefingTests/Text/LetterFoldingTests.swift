import Testing

@testable import Briefing

@Suite struct `Folding letters` {
  @Test func `gives for every scalar what Python's tables give`() {
    for (block, expected) in FoldingSamples.hashes.enumerated() {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for scalar in (UInt32(block) << 10..<UInt32(block + 1) << 10).lazy.compactMap(Unicode.Scalar.init) {
        for byte in Array(LetterFolding.folded(String(Character(scalar))).utf8) + [0x0A] {
          hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
      }
      #expect(hash == expected, "from U+\(String(block << 10, radix: 16)) on")
    }
  }

  @Test func `gives the same for every normal form of a text, and nothing else when it is done again`() {
    for line in FoldingSamples.texts.unicodeScalars.split(separator: "\n") {
      let forms = line.split(separator: "|", omittingEmptySubsequences: false).map {
        String(String.UnicodeScalarView($0))
      }
      guard forms.count == 4 else {
        Issue.record("no sample: \(line)")
        continue
      }
      for form in forms {
        #expect(
          Array(LetterFolding.folded(form).unicodeScalars) == Array(forms[3].unicodeScalars), "\(form.debugDescription)"
        )
      }
    }
  }

  @Test func `makes every scalar of Unicode what stays as it is`() {
    for scalar in (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) {
      let once = LetterFolding.folded("x\(scalar)")
      if !LetterFolding.folded(once).utf8.elementsEqual(once.utf8) {
        Issue.record("U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    ("ещё", "ЕЩЕ"), ("Σίσυφος", "ΣΙΣΥΦΟΣ"), ("ᾳ", "α"), ("Łódź", "lodz"), ("Øresund", "oresund"),
    ("Đà Nẵng", "da nang"),
    ("مُحَمَّد", "محمد"), ("إسلام", "اسلام"), ("کتابی", "كتابي"), ("שָׁלוֹם", "שלום"), ("ＡＩ", "ai"), ("ﾎﾟｰﾄ", "ポート"),
    ("ﬁne", "fine"), ("Straße", "STRASSE"), ("CO₂", "co2"), ("한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"),
    ("œuvre", "oeuvre"), ("क़लम", "कलम"), ("ที่", "ที"), ("می‌شود", "میشود"), ("co‑operate", "co-operate"),
    ("don’t", "don't"),
  ])
  func `looks past what a reader does`(one: String, other: String) {
    #expect(LetterFolding.folded(one) == LetterFolding.folded(other))
  }

  @Test(arguments: [("バス", "ハス"), ("की", "का"), ("ดี", "ดู"), ("ب", "ت"), ("е", "e"), ("か", "カ"), ("한", "하")])
  func `keeps letters apart that are others`(one: String, other: String) {
    #expect(LetterFolding.folded(one) != LetterFolding.folded(other))
  }

  @Test func `says where each letter comes from, with the marks on it`() {
    var letters: [String] = []
    LetterFolding.forEachLetter(of: "Ѐe\u{301}\u{323}ﬁﾎﾟ") { letter in
      letters.append("\(Unicode.Scalar(letter.value)?.description ?? "") \(letter.range)")
      return true
    }
    #expect(letters == ["е 0..<2", "e 2..<7", "f 7..<10", "i 7..<10", "ポ 10..<16"])
  }

  @Test func `takes a million marks on a letter as one letter`() {
    for mark in ["\u{301}", "\u{E38}", "\u{3099}", "\u{94D}", "\u{E3A}\u{E38}"] {
      let text = "ก" + String(repeating: mark, count: 200_000) + "a"
      #expect(LetterFolding.folded(text).unicodeScalars.last == "a")
    }
  }
}

@Suite struct `Text for an index of words` {
  @Test(arguments: [
    ("Łódź’s 東京 AI", "東京", "東 京"), ("Courant™ reads", "Courant™", "courant tm"), ("In ﾎﾟｰﾄ now", "ﾎﾟｰﾄ", "ポ ー ト"),
    ("Straße 5", "Straße", "strasse"), ("die ﬁne Art", "ﬁne", "fine"), ("e\u{301}a e", "e\u{301}a", "ea"),
    ("€ 5 \u{200D}ё и", "\u{200D}ё", "е"),
  ])
  func `leads from its words back to those of the text`(text: String, word: String, folded: String) throws {
    let words = try #require(WordText(text))
    let here = try #require(Self.range(of: folded, in: words.text))
    let there = try #require(Self.range(of: word, in: text))
    let found = words.original(of: here)
    #expect(found == there || found == there.lowerBound + 3..<there.upperBound && word.hasPrefix("\u{200D}"))
    #expect(WordText.of(text) == words.text)
  }

  @Test func `is the text itself where that has English letters, dashes and quotes`() {
    #expect(WordText("“Plain” — text’s way… of\u{A0}old") == nil)
    #expect(WordText("na\u{EF}ve")?.text == "naive")
  }

  private static func range(of word: String, in text: String) -> Range<Int>? {
    let (word, text) = (Array(word.utf8), Array(text.utf8))
    return (0...max(0, text.count - word.count)).first { text[$0...].starts(with: word) }.map { $0..<$0 + word.count }
  }
}
