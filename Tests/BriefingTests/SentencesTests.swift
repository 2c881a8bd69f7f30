import Briefing
import Testing

@Suite struct `Finding sentences` {
  private func sentences(_ text: String) -> [String] {
    Sentences.ranges(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test func `end at their stop`() {
    #expect(sentences("It rains. Does it?  It does!") == ["It rains.", "Does it?", "It does!"])
    #expect(sentences("No stop at all") == ["No stop at all"])
    #expect(sentences("") == [])
  }

  @Test(arguments: [
    "Growth was 3.5 points in Q2.", "Dr. Ames and Mr. Poe met J. R. Bell.", "It is, e.g. here, vs. there.",
    "The U.S. Senate voted.", "See example.com for more.", "They sold No. 4 on Jan. 3.",
    "“Will it rain?” she asked.", "Wait… and see.", "He said “no.” and left.",
  ])
  func `do not end within`(text: String) {
    #expect(sentences(text) == [text])
  }

  @Test func `take along the quote or bracket that closes on their stop`() {
    #expect(
      sentences("“It rains.” They left. (All of them.) Why?") == [
        "“It rains.”", "They left.", "(All of them.)", "Why?",
      ])
  }

  @Test func `end after an acronym where the next word often opens one`() {
    #expect(sentences("It left the U.S. The rest stayed.") == ["It left the U.S.", "The rest stayed."])
  }

  @Test func `end after a number or a host with a full stop inside`() {
    #expect(sentences("It fell 3.5%. Rents rose.") == ["It fell 3.5%.", "Rents rose."])
    #expect(sentences("They own example.com. Rents rose.") == ["They own example.com.", "Rents rose."])
  }

  @Test func `need no space in Chinese and Japanese`() {
    #expect(sentences("雨が降る。風も吹く！終わり") == ["雨が降る。", "風も吹く！", "終わり"])
    #expect(sentences("「行く。」と言った。次。") == ["「行く。」と言った。", "次。"])
  }

  @Test func `are found by what stands behind them`() {
    let text = "It rains. It pours."
    #expect(Sentences.sentence(before: 9, in: text) == "It rains.")
    #expect(Sentences.sentence(before: 12, in: text) == "It pours.")
    #expect(Sentences.sentence(before: text.utf8.count, in: text) == "It pours.")
    #expect(Sentences.sentence(before: 0, in: text) == "It rains.")
    #expect(Sentences.sentence(before: 4, in: "") == "")
  }

  @Test func `cover every word of hostile text`() {
    for text in [String(repeating: "a. ", count: 2000), String(repeating: ".", count: 5000), "\0.\u{FEFF}. é. 。。x"] {
      let covered = Sentences.ranges(in: text).reduce(0) { $0 + $1.count }
      let words = text.utf8.filter { $0 > 0x20 }.count
      #expect(covered >= words)
    }
  }
}
