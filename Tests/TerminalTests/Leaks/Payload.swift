/// What a text may hold to command a terminal or to deceive its reader, and the letters that are to be seen in its place.
///
/// The letters are written down here by hand, or by the rule of the case, and never asked of the gate.
struct Payload: Sendable {
  let bytes: [UInt8]
  let shown: String
  /// Broken text can stand in no JSON, TOML or typed line.
  var text: String? { String(validating: bytes, as: UTF8.self) }
  /// No name and no argument has a NUL; a slash would part a name.
  var fitsName: Bool { !bytes.contains(0) && !bytes.contains(UInt8(ascii: "/")) && bytes.count <= 200 }

  init(_ text: String, _ shown: String) {
    self.init(Array(text.utf8), shown)
  }

  init(_ bytes: [UInt8], _ shown: String) {
    (self.bytes, self.shown) = (bytes, shown)
  }

  static let all = commands + controls + directions + hidden + kept + strange + broken

  /// Cases 1 to 8: sequences, and what is never ended.
  private static let commands =
    [
      "[31mred\u{1B}[0m", "[2;5Hx", "\u{1B}[A", "", "[2J", "]0;title\u{7}", "]2;title\u{1B}\\",
      "]8;;https://other.example/\u{1B}\\good.example\u{1B}]8;;\u{1B}\\", "]52;c;aGk=\u{7}", "]52;c;?\u{1B}\\", "]x",
      "Px", "_x",
      "^x", "Xx", "P$qm\u{1B}\\", "[c", "[6n", "[21t", "c", "#8", "(0qqq", "[?1049h", "[?1003h", "[200~x\u{1B}[201~",
      "[?2026h", "[3g", "[5i", "%@", "[4h", "[1;3r", "[!p",
    ].map { Payload("\u{1B}" + $0, ("\u{1B}" + $0).caretted) }
    + ["\u{5}", "\u{E}x\u{F}"].map { Payload($0, $0.caretted) }

  /// Cases 9 to 14: other controls, and what only looks like one in another language.
  private static let controls =
    (0x80...0x9F).map { Payload([0xC2, $0] + Array("2Jx".utf8), "\u{FFFD}2Jx") }
    + ["&#27;[31m", "&#x9b;", "&amp;#27;", "\\u001b[31m", "=1B[31m", "%1B[31m"].map { Payload($0, $0) }
    + [
      String(repeating: "\u{7}", count: 1000), "EVIL\u{8}\u{8}\u{8}\u{8}good", "EVIL\u{1B}[2Kgood", "a\u{7F}b", "a\0b",
      "a\u{B}b", "a\u{C}b", "a\u{18}b", "a\u{1A}b", "a\u{10}b", "a\u{13}b", "a\u{1F}b",
    ].map { Payload($0, $0.caretted) }
    + ["\r", "\t", "\u{2028}", "\u{2029}"].map { Payload("one\($0)two", "one two") }

  /// Cases 15 and 16: what turns text around is named, what only marks a direction goes.
  private static let directions = [
    Payload("file\u{202E}gpj.exe", "file⟨RLO⟩gpj.exe"), Payload("\u{202D}a\u{202C}", "⟨LRO⟩a⟨PDF⟩"),
    Payload("\u{202A}a\u{202B}b", "⟨LRE⟩a⟨RLE⟩b"),
    Payload("\u{2066}a\u{2067}b\u{2068}c\u{2069}", "⟨LRI⟩a⟨RLI⟩b⟨FSI⟩c⟨PDI⟩"), Payload("של\u{200F}ום", "שלום"),
    Payload("\u{200E}abc", "abc"), Payload("مر\u{61C}حبا", "مرحبا"),
  ]

  /// Cases 17 and 19: what hides in a word.
  private static let hidden =
    [
      "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{115F}", "\u{3164}", "\u{2800}", "\u{34F}", "\u{180E}",
      "\u{2061}",
      "\u{1D173}", "\u{E0070}\u{E0077}\u{E006E}\u{E0065}\u{E0064}", "\u{FE00}\u{FE01}\u{FE0D}", "\u{FE0F}",
      "\u{E0100}\u{E01EF}",
    ].map { Payload("pass\($0)word", "password") }

  /// Cases 18, 22 and 23: what words and pictures are made of stays.
  private static let kept = [
    "می\u{200C}خواهم", "क्\u{200D}ष", "👩\u{200D}🔬", "🏳️\u{200D}🌈", "❤\u{FE0F}", "❤\u{FE0E}", "1\u{FE0F}\u{20E3}", "漢字",
    "🇫🇷🇫🇷🇫", String(repeating: "👩\u{200D}", count: 19) + "👩",
  ].map { Payload($0, $0) }

  /// Cases 20 and 21: no characters, and more marks than a letter can bear.
  private static let strange =
    [
      "\u{206A}", "\u{206F}", "\u{FFF9}", "\u{FFFB}", "\u{E000}", "\u{F8FF}", "\u{10FFFD}", "\u{378}",
    ].map { Payload("a\($0)b", "a\u{FFFD}b") } + [
      Payload([0x61, 0xEF, 0xBF, 0xBE, 0x62], "a\u{FFFD}b"), Payload([0x61, 0xEF, 0xB7, 0x90, 0x62], "a\u{FFFD}b"),
      Payload(
        "z" + String(repeating: "\u{301}", count: 1000) + "algo", "z" + String(repeating: "\u{301}", count: 8) + "algo"),
      Payload("(\u{301}x", "(\u{25CC}\u{301}x"),
    ]

  /// Cases 24 and 25: one mark for each part that could have been a letter, and none of them decoded.
  private static let broken = [
    [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80, 0xBF], [0xC0, 0xAF], [0xC1, 0x9B], [0xE0, 0x80, 0x9B],
    [0xF0, 0x80, 0x80, 0x9B], [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0x9B], [0x9D],
  ].enumerated().map { index, bytes in
    Payload(
      [0x61] + bytes + Array("2Jb".utf8),
      "a" + String(repeating: "\u{FFFD}", count: index < 4 ? 1 : bytes.count) + "2Jb")
  }
}

extension String {
  /// With every control of seven bits in the notation of a caret.
  fileprivate var caretted: String {
    unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F
        ? "^\(Character(Unicode.Scalar(UInt8(scalar.value) ^ 0x40)))" : "\(scalar)"
    }.joined()
  }
}

/// The same text twice: with a payload in the middle of its words, or with the letters that are to be seen instead.
enum Side: String, CaseIterable, Sendable {
  case hostile, plain

  /// A word with the payload in it, which both sides begin and end alike.
  func word(_ payload: Payload) -> [UInt8] {
    Array("wa".utf8) + (self == .hostile ? payload.bytes : Array(payload.shown.utf8)) + Array("ter".utf8)
  }

  func words(_ payloads: some Sequence<Payload>) -> [UInt8] {
    Array(payloads.map(word).joined(separator: Array(" and ".utf8)))
  }
}
