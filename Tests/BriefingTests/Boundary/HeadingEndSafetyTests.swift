import Testing

@testable import Briefing

/// Whatever the bytes are, the answer is two places inside them, in order.
@Suite("The end of a heading in any bytes")
struct HeadingEndSafetyTests {
  private let samples = [
    "Bottom line The harbour stays open (host.com) and “who pays?” is left for later.",
    "Qui signe en premier ? « Les mineurs », dit-on.", "谁先签字？矿工。要点 改革会来，但比承诺的小。",
    "¿Y ahora, qué? … U.S. ports wait", "من يوقع أولا؟ عمال المناجم.", "👩‍🚒 🇺🇦 ok ¦ “” «» ()",
  ]

  @Test("Every prefix gives places on scalar boundaries, in order")
  func prefixes() {
    for sample in samples {
      let scalars = Array(sample.unicodeScalars)
      for length in 0...scalars.count {
        var text = String(String.UnicodeScalarView(scalars[..<length]))
        text.withUTF8 { run in
          let (heading, body) = HeadingEnd.find(in: run)
          #expect(heading <= body && body <= run.count && heading >= 0)
          for place in [heading, body] where place < run.count { #expect(run[place] & 0xC0 != 0x80) }
          #expect(length == 0 || heading > 0)
        }
      }
    }
  }

  @Test("Only spaces lie between the heading and the body")
  func nothingLost() {
    for sample in samples {
      let (heading, body) = boundary(of: sample)
      #expect(Array(sample.utf8)[heading..<body].allSatisfy { $0 == 0x20 })
    }
  }

  @Test("Any bytes are answered, cut sequences and lone continuations too")
  func anyBytes() {
    var state: UInt64 = 7
    for round in 0..<4000 {
      let bytes = (0..<(round % 160)).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let byte = UInt8(truncatingIfNeeded: state >> 33)
        return state >> 60 < 4 ? 0x20 : byte
      }
      let (heading, body) = bytes.withUnsafeBufferPointer { HeadingEnd.find(in: $0) }
      #expect(heading >= 0 && heading <= body && body <= bytes.count)
    }
  }

  @Test("A long word, a long run of spaces and a long heading are answered without walking them twice")
  func longRuns() {
    for text in [
      String(repeating: "a", count: 100_000), String(repeating: "a ", count: 50_000),
      "a" + String(repeating: " ", count: 9_000),
    ] {
      let (heading, body) = boundary(of: text)
      #expect(heading <= body && body <= text.utf8.count)
    }
  }
}
