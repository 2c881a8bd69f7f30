import Foundation
import Testing

@testable import Briefing

/// The packed lexicon against the table that it was made from.
@Suite("The lexicon of the boundary")
struct LexiconTests {
  @Test("The packed lexicon says what its table says")
  func table() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let path = root.appending(path: "Tools/TrainBoundary/lexicon.tsv")
    var count = 0
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("# ") {
      let fields = line.split(separator: "\t")
      let tenths = fields[1].split(separator: " ").compactMap { Int32($0) }
      var found = SIMD8<Int32>()
      let casing = Lexicon.learned.add(key(String(fields[0])), to: &found)
      #expect((0..<8).allSatisfy { found[$0] == tenths[$0] * 10 }, "\(line)")
      #expect("\(casing)" == fields[2], "\(line)")
      count += 1
    }
    #expect(count > 5000)
  }

  @Test("A word that the lexicon does not know adds nothing")
  func unknown() {
    var sum = SIMD8<Int32>()
    for word in ["qqqqqq", "zzxxyy", "", "ĸĸĸĸ"] {
      #expect(Lexicon.learned.add(key(word), to: &sum) == .unknown)
    }
    #expect(sum == SIMD8<Int32>())
  }

  private func key(_ word: String) -> UInt32 {
    Array(word.utf8).withUnsafeBufferPointer { Lexicon.key($0) }
  }
}
