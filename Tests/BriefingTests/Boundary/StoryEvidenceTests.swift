import Testing

@testable import Briefing

/// What the rest of a story tells of its headings.
@Suite("The rest of the story")
struct StoryEvidenceTests {
  @Test("Headings that are plain tell how the story writes headings")
  func votes() {
    #expect(vote(["Who pays for the new bridge? The city.", "What did the auditors find? Little."]) == .sentence)
    #expect(vote(["Who Pays for the New Bridge? The city.", "What Did the Auditors Find? Little."]) == .title)
    #expect(vote(["Why? Nobody knows."]) == .unknown)
    #expect(vote(["谁先签字？ 矿工。"]) == .unknown)
  }

  @Test("Words of the text are known as small, as capitals in mid-sentence, and as pairs")
  func words() {
    let text =
      "Headline Here\nThe port hired Ann Lee. She found the harbour closed. ### Who Is She? The mayor knows Ann Lee."
    let words = seen(in: text)
    #expect(words.sight(of: key("port")) == .small)
    #expect(words.sight(of: key("lee")) == .capital)
    #expect(words.holds(key("ann"), key("lee")))
    #expect(!words.holds(key("lee"), key("she")))
    #expect(words.sight(of: key("headline")).isEmpty)
    #expect(words.sight(of: key("who")).isEmpty)
    #expect(words.sight(of: key("she")).isEmpty)
  }

  @Test("Any bytes, long words and long texts are looked at in one walk")
  func anyBytes() {
    for text in [
      "", "\n", String(repeating: "a ", count: 200_000), String(repeating: "é", count: 100_000),
      String(repeating: "# ", count: 50_000), (0..<60_000).map { "w\($0)" }.joined(separator: " "),
    ] {
      _ = seen(in: text)
    }
    _ = [0xC3, 0x20, 0xE2, 0x80, 0x0A, 0xF0].withUnsafeBufferPointer { SeenWords($0) }
  }

  private func vote(_ runs: [String]) -> Vote {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for run in runs {
      bytes += Array("### ".utf8)
      ranges.append(bytes.count..<bytes.count + run.utf8.count)
      bytes += Array(run.utf8) + [0x20]
    }
    return bytes.withUnsafeBufferPointer { StoryEvidence($0, runs: ranges).vote }
  }

  private func seen(in text: String) -> SeenWords {
    var text = text
    return text.withUTF8 { SeenWords($0) }
  }

  private func key(_ word: String) -> UInt32 {
    word.unicodeScalars.reduce(Hash.start) { Hash.step($0, $1.value) }
  }
}
