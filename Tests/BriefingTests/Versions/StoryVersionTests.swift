import Testing

@testable import Briefing

/// Which stories are versions of one.
@Suite struct `Two stories are versions of one` {
  private let ferry = Story(
    headline: "Ferry", summary: ["The ferry sails every hour from the old pier."],
    lede: [Block(text: "It carries six hundred people a day. Half of them work across the bay.")],
    sections: [
      Section(
        heading: "Who pays?", blocks: [Block(text: "The county pays most of it for now. Fares pay the rest.")]),
      Section(
        heading: "Why now?", blocks: [Block(text: "The bridge is closed until the autumn of next year.")]),
      Section(heading: "Does it last?", blocks: [Block(text: "Nobody has promised more than two seasons.")]),
    ])

  private func isVersion(_ one: Story, _ other: Story) -> Bool {
    let answer = one.isVersion(of: other)
    #expect(other.isVersion(of: one) == answer)
    return answer
  }

  @Test func `if something was put in and something corrected`() {
    var other = ferry
    other.sections.insert(Section(heading: "What broke?", blocks: [Block(text: "A shaft.")]), at: 0)
    other.lede[0].text = "It carries 650 people a day. Half of them work across the bay."
    #expect(isVersion(ferry, other))
  }

  @Test func `if one is the other cut short, or only has other accents and marks`() {
    var other = ferry
    other.sections.removeLast(2)
    #expect(isVersion(ferry, other))
    other.lede[0].text = "IT CARRIES six hundred people a day — Half of them work across the báy!"
    #expect(isVersion(ferry, other))
  }

  @Test func `if the same is asked and a good part of the answers stayed`() {
    var other = ferry
    other.summary = ["From the old pier a boat leaves on the hour."]
    other.lede = [Block(text: "Some six hundred passengers use it daily, many on their way to work.")]
    other.sections[1].blocks = [Block(text: "Because engineers shut the bridge for longer than planned.")]
    other.sections[2].blocks = [Block(text: "That is not known.")]
    #expect(isVersion(ferry, other))
    other.sections = other.sections.map { Section(heading: "More", blocks: $0.blocks) }
    #expect(!isVersion(ferry, other))
  }

  @Test func `but not if they are a day of the same column each`() {
    func day(_ words: String...) -> Story {
      let headings = ["What happened?", "What comes next?", "Who is hit?", "Bottom line"]
      return Story(
        headline: "The day in brief", lede: [Block(text: "Good morning. Here is what you need to know.")],
        sections: zip(headings, words).map { Section(heading: $0, blocks: [Block(text: $1)]) })
    }
    let monday = day(
      "A port lost three of its cranes in a storm on Sunday evening.", "Insurers will look at the quay on Wednesday.",
      "Shippers with perishable goods are hit the most, says the port.", "One storm, one long week of waiting.")
    let tuesday = day(
      "A court stopped the sale of a water company to a fund.", "The company may appeal until the end of the month.",
      "Its customers, who had been promised lower bills by the fund.", "The pipes stay where they are for now.")
    #expect(!isVersion(monday, tuesday))
  }

  @Test func `and where there is little text, only if half of it is the same`() {
    let short = Story(headline: "Times", lede: [Block(text: "The ferry leaves at nine.")])
    let longer = Story(headline: "Times", lede: [Block(text: "The ferry leaves at nine. It is back at ten.")])
    let other = Story(headline: "Times", lede: [Block(text: "Good day. The ferry leaves at eleven.")])
    let third = Story(headline: "Times", lede: [Block(text: "Good day. No ferry sails in this storm.")])
    #expect(isVersion(short, longer))
    #expect(!isVersion(other, third))
  }

  @Test func `and where there is none, only if they have one address`() {
    var (empty, full) = (Story(headline: "Ferry"), ferry)
    #expect(!isVersion(empty, full))
    empty.url = "https://ferry.example/a"
    #expect(!isVersion(empty, full))
    full.url = "https://ferry.example/a"
    #expect(isVersion(empty, full))
  }
}

/// What is told of a new version.
@Suite struct `The changes of a version` {
  private let old = Story(
    headline: "Mill", summary: ["It turns."],
    lede: [Block(text: "One. Two. Three.", citations: [Citation(place: 16, host: "a.example")])],
    sections: [
      Section(heading: "Why?", blocks: [Block(text: "The river rose. It fell.")]),
      Section(heading: "Who?", blocks: [Block(text: "The owner.")]),
    ])

  @Test func `are none where nothing changed`() {
    #expect(StoryChanges(from: old, to: old) == StoryChanges())
  }

  @Test func `name the blocks that are new or reworded, and the sentences that are gone`() {
    var new = old
    new.sections[0].blocks[0].text = "The river rose by a foot. It fell."
    new.sections.append(Section(heading: "When?", blocks: [Block(text: "Soon.")]))
    new.summary = []
    let changes = StoryChanges(from: old, to: new)
    #expect(
      changes.new == [.paragraph(section: 0, index: 0), .heading(section: 2), .paragraph(section: 2, index: 0)])
    #expect(changes.gone == ["It turns.", "The river rose."])
  }

  @Test func `are none where blocks moved, were joined or were parted`() {
    var new = old
    new.sections.reverse()
    new.sections[1].blocks = [Block(text: "The river rose."), Block(text: "It fell.")]
    new.lede = []
    new.summary = ["It turns.", "One."]
    new.sections[0].blocks = [
      Block(text: "Two. Three. The owner.", citations: [Citation(place: 11, host: "a.example")])
    ]
    #expect(StoryChanges(from: old, to: new) == StoryChanges())
  }

  @Test func `name a block that rests on another source, of which no word is gone`() {
    var new = old
    new.lede[0].citations[0].host = "b.example"
    #expect(StoryChanges(from: old, to: new) == StoryChanges(new: [.lede(0)]))
  }

  @Test func `are everything where one of the two is empty`() {
    let empty = Story(headline: "")
    #expect(StoryChanges(from: empty, to: old).new == Set(old.leaves.map(\.place)))
    #expect(
      StoryChanges(from: old, to: empty).gone == [
        "Mill", "It turns.", "One. Two. Three.", "Why?", "The river rose. It fell.", "Who?", "The owner.",
      ])
  }

  @Test func `tell a sentence that stands twice on different sources from a changed one`() {
    var twice = old
    twice.sections[1].blocks.append(Block(text: "Three."))
    #expect(StoryChanges(from: twice, to: twice) == StoryChanges())
    var new = twice
    new.headline = "Mills"
    #expect(StoryChanges(from: twice, to: new) == StoryChanges(new: [.headline], gone: ["Mill"]))
  }
}
