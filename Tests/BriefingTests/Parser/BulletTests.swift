import Testing

@testable import Briefing

/// Bullets on one line, told apart where a full stop may be an abbreviation's.
@Suite("Bullets behind abbreviations")
struct BulletTests {
  @Test(
    "A bullet may end in an abbreviation, an initial or a unit",
    arguments: [
      ["Sales rose in the U.S.", "Europe fell."],
      ["Polls close at 8 p.m.", "Counting takes two days."],
      ["The sea warmed by 2.4°C.", "Twelve reefs are dead."],
      ["The yard was sold to Acme Corp.", "Staff were told on Monday.", "The price is secret."],
      ["The winner is Bill Rowe Jr.", "Tickets sold out within hours.", "He plays again on Friday."],
      ["The letter was signed by J. R.", "Lawyers are reading it."],
      ["The firm moved to Washington, D.C.", "“Nobody asked us,” staff say."],
      ["The deal was closed by Acme Inc.", "12 000 jobs go."],
    ])
  func abbreviations(_ bullets: [String]) {
    #expect(summary(of: bullets) == bullets)
  }

  @Test(
    "An aside behind an abbreviation stays in its bullet",
    arguments: [
      ["Shares of Acme Inc. - Europe's largest maker of pumps - fell.", "Others rose."],
      ["Talks with the U.S. - the only buyer - go on.", "Iran waits."],
      ["The seller is Acme Inc. - Europe's largest maker of pumps."],
    ])
  func asides(_ bullets: [String]) {
    #expect(summary(of: bullets) == bullets)
  }

  @Test("Many dashes behind abbreviations are told apart in one walk")
  func manyDashes() {
    let run = String(repeating: "A U.S. - ", count: 20_000) + "End."
    #expect(!summary(of: [run]).isEmpty)
  }

  private func summary(of bullets: [String]) -> [String] {
    let line = bullets.map { "- " + $0 }.joined(separator: " ")
    return StoryParser.parse(Array("The headline\n\n\(line)\n\nThe lede has a sentence.".utf8)).story.summary
  }
}
