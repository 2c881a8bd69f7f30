import Testing

@testable import Briefing

/// Twice the input takes twice the time, whatever stands in it.
@Suite("Linear time", .serialized)
struct LinearTimeTests {
  @Test(
    "A text of nothing but marks costs what its length costs",
    arguments: [
      "(", "[", "#", "- ", "### ", "\"", "(a.com", "[a](", "[a](https://", "(a.com)x", "))", "a.a.", "\n", "# a\n",
      "- a\n", "a\n\n",
      "（", "### a? ", "字", "(a.com, ", "([a.com](http://b", "\u{301}", "App Store\n", "\u{1B}", " - ", "a.com)",
      "a.b) ",
    ])
  func hostile(_ unit: String) {
    let (half, whole) = (text(of: unit, length: 40_000), text(of: unit, length: 80_000))
    // Of several runs, the one that was disturbed least.
    var (ratio, fastest) = (Double.infinity, Double.infinity)
    for _ in 0..<5 where ratio > 2.3 || fastest >= 1 {
      fastest = min(fastest, seconds(whole))
      ratio = min(ratio, seconds(whole) / max(seconds(half), 0.0005))
    }
    #expect(ratio <= 3)
    #expect(fastest < 1)
  }

  private func text(of unit: String, length: Int) -> [UInt8] {
    let bytes = Array(unit.utf8)
    var text = Array("Head\n\n".utf8)
    while text.count < length { text += bytes }
    return text
  }

  private func seconds(_ text: [UInt8]) -> Double {
    let time = ContinuousClock().measure { _ = StoryParser.parse(text) }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}
