import Briefing
import Testing

@Suite struct `What a heading means` {
  @Test(arguments: [
    ("What actually changed?", "What changed"), ("WHO PAYS?", "Who pays for it?"), ("What’s next?", "What is next?"),
    ("The short of it", "Bottom line"), ("The bottom line", "Fazit"), ("Key takeaways", "In short"),
    ("¿Qué cambió?", "que cambio"), ("Τι άλλαξε;", "ΤΙ ΑΛΛΑΞΕ"), ("まとめ", "Bottom line"),
    ("Which ports are open?", "Which port is open?"),
  ])
  func `is the same for`(one: String, other: String) {
    #expect(Meaning(of: one) == Meaning(of: other))
  }

  @Test(arguments: [
    ("Who pays?", "What pays?"), ("Does Ada sue Ben?", "Does Ben sue Ada?"), ("What is it?", "Why is it?"),
    ("Bottom line", "Bottom of the sea"), ("何が変わったか", "何が残ったか"), ("…", "?"),
  ])
  func `differs for`(one: String, other: String) {
    #expect(Meaning(of: one) != Meaning(of: other))
  }
}

@Suite struct `A fingerprint` {
  @Test func `is the same for the same words, wherever they came from`() {
    var other = Story(headline: "Port", summary: ["One"], lede: [Block(text: "Two")])
    let story = other
    other.publisher = "Scout"
    other.published = Moment(seconds: 5)
    #expect(story.fingerprint == other.fingerprint)
    #expect(story.fingerprint.letters == "bx4ds81987qk6")
  }

  @Test func `differs when a word moves, goes or names another source`() {
    let stories = [
      Story(headline: "Port"), Story(headline: "Port", summary: [""]), Story(headline: "", summary: ["Port"]),
      Story(headline: "Por", summary: ["t"]), Story(headline: "Port", lede: [Block(text: "")]),
      Story(headline: "Port", sections: [Section(heading: "")]),
      Story(headline: "Port", lede: [Block(text: "", citations: [Citation(place: 0, host: "a.example")])]),
      Story(headline: "Port", lede: [Block(text: "", citations: [Citation(place: 0, host: "b.example")])]),
    ]
    #expect(Set(stories.map(\.fingerprint)).count == stories.count)
  }
}
