import CNcurses
import Canvas
import Testing
import TmuxSupport

@Suite("Widths on a real screen", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct WidthTests {
  private let size = Size(columns: 200, rows: 50)

  /// Lines of what Unicode assigns and this C library knows: every hundredth ideograph and Hangul syllable, all the rest.
  private var everyScript: [String] {
    var lines: [String] = []
    var line = ""
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), isKnown(scalar) else { continue }
      if value % 100 != 0,
        [0x3400...0x9FFF, 0xAC00...0xD7A3, 0x17000...0x18CFF, 0x20000...0x2FFFF].contains(where: { $0 ~= value })
      {
        continue
      }
      line += "a\(scalar)b "
      if Width.of(line) > size.columns - 10 {
        lines.append(line + "|")
        line = ""
      }
    }
    return lines + [line]
  }

  private func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    Glyph.all(in: "\(scalar)").allSatisfy { glyph in
      glyph.text.unicodeScalars.allSatisfy { wcwidth(wchar_t(bitPattern: $0.value)) >= 0 }
    }
  }

  private let sequences = [
    "👩‍👩‍👧‍👦 👨🏾‍🚀 👍🏽 ❤️ ☎︎ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪🇫🇷 🏳️‍🌈 é\u{301}\u{302}\u{303}\u{304}\u{305}x |",
    "क्षत्रिय हिन्दी বাংলা தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල |", "ภาษาไทย ພາສາລາວ ភាសាខ្មែរ မြန်မာဘာသာ བོད་ཡིག |",
    "שָׁלוֹם العَرَبِيَّة فارسی می\u{200C}خواهم اردو ܣܘܪܝܝܐ |",
    "한국어 \u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} ｶﾞ が か\u{3099} 漢字、「」。 |",
    "a\u{7}\u{1B}[31mb\u{202E}c\u{200B}d\u{E0041}e |",
    "30\u{A0}000\u{202F}€ 1\u{2007}2 x\u{AD}y x\u{2028}y x\u{2029}y x\u{2060}y |",
    "לפי הדו״ח [1] 2026-04-28 וגם 12 q 5 src |", "مُحَمَّدٌ لِلّٰهِ ﷲ ﷺ لا لَا ك\u{640}\u{651}ك ٣٫٥٪ [2] |",
    "ज्ञ क्ष्म्य श्री ক্ষ க்ஷ కృష్ణ ශ්‍රී က္ကျွ ង្ក្រ |", "ᄀ 가 각 ᅡ ᆨ ㄱㅏ ｱﾞｯﾟ ㈱㊙ Ａ１ ～￥ ° ± × § α Я ☆ ♀ ♂ ※ |",
    "☎ ☎︎ ☎️ ❤ ❤︎ ❤️ #️⃣ *️⃣ 9️⃣ ©️ ™️ ☝🏿 🤝🏻 🧑🏻‍🤝‍🧑🏿 👁️‍🗨️ 🏴‍☠️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇺 🇺🇸🇺 🫠 |",
    String(repeating: "🇩🇪", count: 40) + "🇩|", String(repeating: "👩‍👩‍👧‍👦", count: 60) + "|",
    "e" + String(repeating: "\u{301}\u{323}", count: 500) + "x|", "①②③ ─│┌ … — “x” ‘y’ • ▸▾ ± × ÷ ° |",
  ]

  @Test("tmux and ncurses put every script where the canvas does")
  func scripts() throws {
    let lines = everyScript + sequences
    let place = try TemporaryPlace()
    let file = try place.write("lines", lines.joined(separator: "\n"))
    let screen = try TmuxScreen(
      columns: size.columns, rows: size.rows, [BuiltProgram.path("scene-painter"), "text", file])
    for start in stride(from: 0, to: lines.count, by: size.rows) {
      var canvas = Canvas(size: size)
      for (row, line) in lines[start..<min(lines.count, start + size.rows)].enumerated() {
        canvas.write(line, column: 0, row: row)
      }
      let picture = (try? screen.wait(seconds: 5) { $0.lines == canvas.lines }) ?? screen.picture()
      for (row, line) in canvas.lines.enumerated() where row >= picture.lines.count || picture.lines[row] != line {
        Issue.record("row \(row): \(difference(row < picture.lines.count ? picture.lines[row] : "", line))")
      }
      screen.press("x")
    }
    try screen.wait(for: "end")
  }

  /// The first characters in which two lines differ.
  private func difference(_ shown: String, _ drawn: String) -> String {
    let shown = Array(shown)
    let drawn = Array(drawn)
    let at = zip(shown, drawn).prefix { $0 == $1 }.count
    func part(_ line: [Character]) -> [String] {
      line[min(at, line.count)..<min(at + 6, line.count)].flatMap(\.unicodeScalars).map { String($0.value, radix: 16) }
    }
    return "at \(at): tmux \(part(shown)), canvas \(part(drawn))"
  }
}
