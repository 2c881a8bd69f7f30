import Canvas
import Testing

@testable import Terminal

@Suite("Key decoder")
struct KeyDecoderTests {
  /// What comes of the bytes, given at once, and then nothing more.
  private func inputs(_ text: String) -> [KeyDecoder.Input] {
    inputs(Array(text.utf8))
  }

  private func inputs(_ bytes: [UInt8]) -> [KeyDecoder.Input] {
    var decoder = KeyDecoder()
    return decoder.take(bytes) + (decoder.patience == nil ? [] : decoder.giveUp())
  }

  private func keys(_ text: String) -> [Key] {
    inputs(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  private static let sequences: [(String, Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right),
    ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left), ("\u{1B}[1;5A", .up), ("\u{1B}[H", .home),
    ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
    ("\u{1B}[24~", .function(12)),
    ("\u{1B}[13u", .enter), ("\u{1B}[100;5u", .control("d")), ("\u{1B}x", .alt("x")), ("\u{1B}é", .alt("é")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{4}", .control("d")),
    ("\u{1F}", .control("_")), (" ", .scalar(" ")), ("é", .scalar("é")), ("漢", .scalar("漢")), ("🙂", .scalar("🙂")),
  ]

  @Test("Every form of a key is that key, whole or byte by byte")
  func forms() {
    for (text, key) in Self.sequences {
      #expect(keys(text) == [key], "\(text.debugDescription)")
      var decoder = KeyDecoder()
      var pieces: [KeyDecoder.Input] = []
      for byte in text.utf8 { pieces += decoder.take([byte]) }
      #expect(pieces == [.key(key)], "\(text.debugDescription)")
      #expect(decoder.patience == nil)
    }
  }

  @Test("An escape is the key itself once nothing follows it, soon")
  func loneEscape() throws {
    var decoder = KeyDecoder()
    #expect(decoder.take([0x1B]).isEmpty)
    #expect(try #require(decoder.patience) <= 50)
    #expect(decoder.giveUp() == [.key(.escape)])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}[") == [.alt("[")])
    #expect(keys("\u{1B}O") == [.alt("O")])
  }

  @Test(
    "What is no key is swallowed whole",
    arguments: [
      "\u{1B}[?62;4c", "\u{1B}[24;80R", "\u{1B}[M#!!", "\u{1B}[<0;10;20m", "\u{1B}[<2;10;20M", "\u{1B}[<35;1;1M",
      "\u{1B}[<;;M",
      "\u{1B}[<0;0;0M", "\u{1B}[I", "\u{1B}[O",
      "\u{1B}]11;rgb:0/0/0\u{7}",
      "\u{1B}]52;c;cXE=\u{1B}\\", "\u{1B}P1+r544e=78\u{1B}\\", "\u{1B}[>1;10;0c", "\u{1B}[201~", "\u{1B}[2~",
      "\u{1B}[99999999999999999999~", "\u{1B}[;;;;A\u{1B}[?A",
    ].map { Array($0.utf8) } + [[0x9B, 0x31, 0x71]])
  func noKeys(bytes: [UInt8]) {
    let found = inputs(bytes + Array("k".utf8))
    #expect(found.last == .key(.scalar("k")))
    #expect(found.dropLast().allSatisfy { $0 == .key(.up) })
  }

  @Test("The mouse is told in both of the forms that terminals have, whole or byte by byte")
  func mouse() {
    let reports: [(String, Mouse)] = [
      ("\u{1B}[<0;10;20M", Mouse(.press, at: Point(column: 9, row: 19))),
      ("\u{1B}[<64;1;1M", Mouse(.wheelUp, at: Point(column: 0, row: 0))),
      ("\u{1B}[<65;200;60M", Mouse(.wheelDown, at: Point(column: 199, row: 59))),
      ("\u{1B}[M *!", Mouse(.press, at: Point(column: 9, row: 0))),
      ("\u{1B}[Ma!\u{22}", Mouse(.wheelDown, at: Point(column: 0, row: 1))),
    ]
    for (text, mouse) in reports {
      #expect(inputs(text) == [.mouse(mouse)])
      var decoder = KeyDecoder()
      #expect(text.utf8.flatMap { decoder.take([$0]) } == [.mouse(mouse)])
    }
  }

  @Test("Bytes that are no UTF-8 are no keys")
  func invalid() {
    #expect(inputs([0xFF, 0xC0, 0x80, 0xE2, 0x82, 0x6A]) == [.key(.scalar("j"))])
    #expect(inputs([0xED, 0xA0, 0x80, 0x6A]) == [.key(.scalar("j"))])
  }

  @Test("Pasted text comes in one piece, its commands and escapes only text")
  func paste() {
    #expect(
      inputs("a\u{1B}[200~q\u{1B}:x\r\u{1B}[A\u{1B}[201~b") == [
        .key(.scalar("a")), .pasted("q\u{1B}:x\r\u{1B}[A"), .key(.scalar("b")),
      ])
    #expect(inputs("\u{1B}[200~never ended") == [.pasted("never ended")])
  }

  @Test("A paste of any length is whole; one beyond all measure is dropped and told, and its end is still found")
  func longPaste() throws {
    let paste = { "\u{1B}[200~" + String(repeating: "x", count: $0) + "\u{1B}[201~j" }
    var decoder = KeyDecoder(longestPaste: 50_000)
    let whole = decoder.take(Array(paste(50_000).utf8))
    #expect(whole == [.pasted(String(repeating: "x", count: 50_000)), .key(.scalar("j"))])
    for size in [50_001, 50_006, 90_000] {
      #expect(decoder.take(Array(paste(size).utf8)) == [.pasteTooLong, .key(.scalar("j"))])
    }
    _ = decoder.take(Array("\u{1B}[200~\(String(repeating: "x", count: 60_000))".utf8))
    #expect(decoder.giveUp() == [.pasteTooLong])
  }

  @Test("No bytes make the decoder keep more than it should, or stop it")
  func noise() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<60).map { _ in
        Bool.random()
          ? UInt8.random(in: 0...255, using: &random) : [0x1B, 0x5B, 0x4F, 0x5D, 0x3B, 0x32][Int.random(in: 0..<6)]
      }
      var decoder = KeyDecoder()
      _ = decoder.take(bytes)
      for _ in 0..<3 where decoder.patience != nil { _ = decoder.giveUp() }
      #expect(decoder.patience == nil)
      #expect(decoder.take([0x6A]) == [.key(.scalar("j"))], "\(bytes)")
    }
  }
}
