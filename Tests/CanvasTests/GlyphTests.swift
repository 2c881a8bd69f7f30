import Samples
import Testing

@testable import Canvas

@Suite("Glyph")
struct GlyphTests {
  private func shown(_ text: String) -> String {
    Glyph.all(in: text).map(\.text).joined()
  }

  @Test(
    "What a terminal would obey or hide is shown as a replacement",
    arguments: [
      0x1B, 0x07, 0x08, 0x0A, 0x09, 0x7F, 0x9B, 0x85, 0x200B, 0x200E, 0x202E, 0x2066, 0x2028, 0xFEFF, 0xAD, 0xE0041,
      0xE000, 0xFFFF, 0x3164, 0x206A, 0xFFF9, 0x378,
    ])
  func refused(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(shown("a\(scalar)b") == "a\u{FFFD}b")
    #expect(Width.of(String(scalar)) == 1)
  }

  @Test("A family is shown as its first member, a skin tone and a selector are left out")
  func joinedEmoji() {
    #expect(shown("👩‍👩‍👧‍👦!") == "👩!")
    #expect(shown("👍🏽 ❤️ 1️⃣") == "👍 ❤ 1\u{20E3}")
    #expect(shown("👩🏽‍⚕️x") == "👩x")
  }

  @Test("Marks stay with their base, at most four of them")
  func marks() {
    let zalgo = "e" + String(repeating: "\u{301}", count: 1000) + "x"
    let glyphs = Glyph.all(in: zalgo)
    #expect(glyphs.map(\.text) == ["e\u{301}\u{301}\u{301}\u{301}", "x"])
    #expect(glyphs.map(\.columns) == [1, 1])
  }

  @Test("A mark that has no base gets one")
  func markAlone() {
    #expect(shown("\u{301}a") == "\u{25CC}\u{301}a")
    #expect(Width.of("\u{301}") == 1)
  }

  @Test("A non-joiner is kept inside a Persian word, a joiner between letters is not shown")
  func joiners() {
    #expect(shown("می\u{200C}خواهم") == "می\u{200C}خواهم")
    #expect(shown("क्\u{200D}ष") == "क्ष")
  }

  @Test("The glyphs' ranges cover a text without a gap")
  func ranges() {
    let text = "\u{FE0F}a\u{301}漢👩‍👧\u{200D}\u{E0041}\u{1F3FD}\u{200C}z"
    var end = 0
    for glyph in Glyph.all(in: text) {
      #expect(glyph.range.lowerBound == end)
      end = glyph.range.upperBound
    }
    #expect(end == text.utf8.count)
  }

  @Test("No scalar of Unicode yields a glyph that breaks the promise", .enabled(if: Thorough.isWanted))
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyph in Glyph.all(in: "\(scalar)") {
        let general = glyph.text.unicodeScalars.map(\.properties.generalCategory)
        let isSafe = !general.contains { [.control, .surrogate, .privateUse, .lineSeparator].contains($0) }
        if !isSafe || glyph.columns > 2 || glyph.text.isEmpty != (glyph.columns == 0) {
          Issue.record("U+\(String(value, radix: 16)) as \(glyph)")
        }
      }
    }
  }
}
