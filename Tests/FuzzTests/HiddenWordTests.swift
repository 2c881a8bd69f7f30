import Testing

@testable import Briefing
@testable import Canvas
@testable import Catalog
@testable import Reader

/// Whatever stands in a word and takes no room hides it from nobody who looks for it.
@Suite("Hidden words")
struct HiddenWordTests {
  /// `crane` with each scalar of Unicode in it, as the gate lets it through, where no more is seen than `crane`.
  private static let words: [String] = {
    let scalars = (UInt32(0x80)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init)
    let words = scalars.map { Gate.words(of: "cr\($0)ane") }.filter { Width.of($0) == 5 }
    return Array(Set(words))
  }()

  @Test("They are there to look for: every mark, and the plain word")
  func marks() {
    let marks = (UInt32(0x80)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init).filter(Displayable.isMark)
    #expect(Self.words.count > 1500 && Self.words.count <= marks.count, "\(Self.words.count) of \(marks.count)")
    #expect(Self.words.contains("crane"))
  }

  @Test("A search finds all of them, and shows them whole")
  func search() throws {
    var story = Story(headline: "Head")
    story.lede = Self.words.map { Block(text: "The \($0) fell.") }
    let catalog = try Catalog.inMemory()
    _ = try catalog.add([IncomingStory(reading: Reading(story: story), original: [], date: Moment(seconds: 0))])
    for query in ["crane", "\"the crane fell\"", "cra*"] {
      let hits = try catalog.hits(Search(query), limit: 10_000).hits
      #expect(hits.count == Self.words.count, "\(query)")
    }
    let hits = try catalog.hits(Search("crane"), limit: 10_000).hits
    let shown = hits.map { hit in hit.matches.map { String(decoding: Array(hit.excerpt.utf8)[$0], as: UTF8.self) } }
    #expect(Set(shown) == Set(Self.words.map { [$0] }))
  }

  @Test("So does / in a story, and the plain word is found by each of them")
  func find() throws {
    let pattern = try #require(TextPattern("crane"))
    for word in Self.words {
      #expect(pattern.firstMatch(in: "The \(word) fell.") == 4..<(4 + word.utf8.count), "\(word.debugDescription)")
      #expect(TextPattern(word)?.firstMatch(in: "The crane fell.") == 4..<9, "\(word.debugDescription)")
    }
  }

  @Test("Questions that differ by one mean the same")
  func meaning() {
    for word in Self.words {
      #expect(Meaning(of: "Where is the \(word)?") == Meaning(of: "Where is the crane?"), "\(word.debugDescription)")
    }
  }
}
