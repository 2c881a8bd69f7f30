import Testing

@testable import Canvas

@Suite("Width")
struct WidthTests {
  @Test(
    "Letters take one column, ideographs two, marks none",
    arguments: [
      ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｶﾅ", 2), ("Ａ", 2), ("한국", 4), ("ไทย", 3),
      ("ที่", 1), ("कि", 2), ("שלום", 4), ("…—“”", 4), ("①", 1), ("㉈", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ])
  func columns(text: String, columns: Int) {
    #expect(Width.of(text) == columns)
  }

  @Test(
    "An emoji is as wide as its first scalar, whatever is joined to it",
    arguments: [
      ("🙂", 2), ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("❤️", 1), ("1️⃣", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("🇩🇪", 2), ("👩🏽‍⚕️", 2),
    ])
  func emoji(text: String, columns: Int) {
    #expect(Width.of(text) == columns)
  }

  @Test("Text measured whole is as wide as the glyphs it is laid out in")
  func agreesWithGlyphs() {
    let text = "a\u{301}漢👩‍👧 ไทย \u{202E}x\u{7}é\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}"
    #expect(Width.of(text) == Glyph.all(in: text).reduce(0) { $0 + $1.columns })
  }
}
