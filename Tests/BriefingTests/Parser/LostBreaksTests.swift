import Testing

@testable import Briefing

/// Texts whose line breaks are all gone, even those between headline, bullets, lede and footer.
@Suite("Lost line breaks")
struct LostBreaksTests {
  private static let sections =
    "### Why now? The river rose. (b.org) ### Bottom line The mill is back. (a.com)nd-back/))"

  @Test(
    "Headline, bullets and lede are told apart on one line",
    arguments: [
      ("A mill opens - It turns. - It has 4 - 6 stones. - “Good,” said one. It stood. (a.com)", "It stood."),
      ("# A mill opens - It turns. - It has 4 - 6 stones. - “Good,” said one. It stood. (a.com)", "It stood."),
      ("A mill opens • It turns. • It has 4 - 6 stones. • “Good,” said one. It stood. (a.com)", "It stood."),
      (
        "A mill opens - It turns. - It has 4 - 6 stones. - “Good,” said one. It - Ours - stood. Rats left. (a.com)",
        "It - Ours - stood. Rats left."
      ),
      ("A mill opens\n- It turns. - It has 4 - 6 stones. - “Good,” said one. It stood. (a.com)", "It stood."),
    ])
  func heads(_ head: String, _ lede: String) {
    let story = read("\(head) \(Self.sections)").story
    #expect(story.headline == "A mill opens")
    #expect(story.summary == ["It turns.", "It has 4 - 6 stones.", "“Good,” said one."])
    #expect(story.lede.map(\.text) == [lede])
    #expect(story.sections.map(\.heading) == ["Why now?", "Bottom line"])
  }

  @Test("Bullets without full stops are told from a lede by how a sentence opens")
  func unstopped() {
    let story = read("A mill opens - It turns again - Stones came by barge The mill stood. (a.com) \(Self.sections)")
      .story
    #expect(story.summary == ["It turns again", "Stones came by barge"])
    #expect(story.lede.map(\.text) == ["The mill stood."])
  }

  @Test("A dash in a first line that has no bullets opens none")
  func noBullets() {
    let story = read("The mill - Ours - stood for years. (a.com) \(Self.sections)").story
    #expect(story.summary.isEmpty)
    #expect(story.lede.map(\.text) == ["The mill - Ours - stood for years."])
  }

  @Test(
    "A footer on the line of the story is set aside and gives the publisher",
    arguments: [
      "Get your own daily briefing Halyard brings you what matters. Download on the App Store Shared from Halyard - Calm.",
      "Shared from Halyard", "Hol dir dein eigenes tägliches Briefing Geteilt aus Halyard – Nachrichten",
      "Get it on Google Play Shared from Halyard | News",
    ])
  func footers(_ footer: String) {
    for head in ["A mill opens\n\nIt stood. (a.com) ", "A mill opens - It turns. - It works. It stood. (a.com) "] {
      let reading = read("\(head)\(Self.sections) \(footer)")
      #expect(reading.story.publisher == "Halyard")
      #expect(reading.story.sections.last?.blocks.map(\.marked) == ["The mill is back.[a.com]"])
      #expect(reading.setAside.map(\.text).joined(separator: " ") == "nd-back/)) \(footer)")
    }
  }

  @Test(
    "A last sentence that speaks of sharing or of apps is story",
    arguments: [
      "Shared from the start, the plan failed.", "Get your own app on the App Store, they say.",
      "Shared by Anna, the plan that nobody else had wanted to pass on failed.", "Start with your own news, daily.",
    ])
  func noFooters(_ sentence: String) {
    let reading = read("A mill opens\n\nIt stood. (a.com) ### Why now? The river rose. (b.org) \(sentence)")
    #expect(reading.story.sections.last?.blocks.map(\.text) == ["The river rose. \(sentence)"])
    #expect(reading.story.publisher == nil)
  }
}
