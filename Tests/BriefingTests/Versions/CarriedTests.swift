import Samples
import Testing

@testable import Briefing

private func section(_ heading: String, _ paragraphs: String...) -> Section {
  Section(heading: heading, blocks: paragraphs.map { Block(text: $0) })
}

private let old = Story(
  headline: "A mill opens", summary: ["It turns.", "It grinds."],
  lede: [Block(text: "It stood for years. Then the river rose.")],
  sections: [
    section("Why now?", "The river rose in the spring of the year. It had not for ten."),
    section("Who pays?", "The county pays for the wheel.", "The owner pays for the roof and for the walls."),
    section("Bottom line", "It is a mill again."),
  ])

private func place(_ section: Int, _ paragraph: Int, _ offset: Int) -> Place {
  Place(.paragraph(section: section, index: paragraph), offset: offset)
}

/// Where the user is, after the story changed under them.
@Suite struct `A bookmark` {
  private let bookmark = Bookmark(place: place(1, 1, 10), open: [1], read: [0, 1])

  @Test func `goes down with its section when another is put in before`() {
    var new = old
    new.sections.insert(section("What broke?", "A shaft."), at: 0)
    #expect(bookmark.carried(from: old, to: new) == Bookmark(place: place(2, 1, 10), open: [2], read: [1, 2]))
  }

  @Test func `stands where its section stood when that is gone`() {
    var new = old
    new.sections.remove(at: 1)
    #expect(
      bookmark.carried(from: old, to: new) == Bookmark(place: Place(.heading(section: 1)), open: [], read: [0]))
    new.sections.removeLast()
    #expect(bookmark.carried(from: old, to: new).place == Place(.heading(section: 0)))
    new.sections = []
    #expect(bookmark.carried(from: old, to: new) == Bookmark(place: Place(.lede(0))))
  }

  @Test(arguments: ["Who is it that pays?", "Where does the money come from?"])
  func `stays where a heading was worded anew`(_ heading: String) {
    var new = old
    new.sections[1].heading = heading
    new.sections.swapAt(0, 1)
    #expect(bookmark.carried(from: old, to: new) == Bookmark(place: place(0, 1, 10), open: [0], read: [0, 1]))
  }

  @Test func `stays on its words when paragraphs are joined, parted or moved`() {
    var joined = old
    joined.sections[1] = section(
      "Who pays?", "The county pays for the wheel. The owner pays for the roof and for the walls.")
    #expect(bookmark.carried(from: old, to: joined).place == place(1, 0, 41))
    #expect(Bookmark(place: place(1, 0, 41)).carried(from: joined, to: old).place == place(1, 1, 10))
    var moved = old
    moved.sections[0].blocks += [moved.sections[1].blocks.remove(at: 1)]
    #expect(bookmark.carried(from: old, to: moved) == Bookmark(place: place(0, 1, 10), open: [0, 1], read: [0, 1]))
  }

  @Test func `keeps to the side of a change that it was on`() {
    var new = old
    new.sections[1].blocks[1].text = "The owner pays for the new roof, and for the walls."
    #expect(bookmark.carried(from: old, to: new).place == place(1, 1, 10))
    let behind = Bookmark(place: place(1, 1, 40), open: [1])
    #expect(behind.carried(from: old, to: new).place == place(1, 1, 45))
  }

  @Test func `of the bullets and the lede goes where their words went`() {
    var new = old
    new.summary.insert("It is old.", at: 0)
    new.lede[0].text = "It is open. It stood for years. Then the river rose."
    #expect(
      Bookmark(place: Place(.bullet(1), offset: 3)).carried(from: old, to: new).place == Place(.bullet(2), offset: 3))
    #expect(
      Bookmark(place: Place(.lede(0), offset: 20)).carried(from: old, to: new).place == Place(.lede(0), offset: 32))
    new.summary = []
    #expect(Bookmark(place: Place(.bullet(1), offset: 3)).carried(from: old, to: new).place == Place(.headline))
  }

  @Test func `keeps its turn when all text is another`() {
    let new = Story(
      headline: "Other", lede: [Block(text: "Nothing.")],
      sections: [section("Alpha?", "A."), section("Beta?", "B."), section("Gamma?", "C.")])
    #expect(bookmark.carried(from: old, to: new) == Bookmark(place: Place(.heading(section: 1))))
  }

  @Test func `is inside the new story, wherever it was`() {
    let empty = Story(headline: "")
    let umlauts = Story(
      headline: "äöü", summary: ["ä"], lede: [Block(text: "ä")], sections: [section("ä", "ä", "ä")])
    let places: [Place.Block] = [
      .headline, .bullet(0), .bullet(-1), .bullet(9), .lede(0), .lede(9), .heading(section: 0), .heading(section: 9),
      .heading(section: -1), .paragraph(section: 0, index: 0), .paragraph(section: 0, index: 9),
      .paragraph(section: 9, index: 9), .paragraph(section: -1, index: -1),
    ]
    for (from, to) in [(old, empty), (empty, old), (old, umlauts), (umlauts, old), (umlauts, umlauts), (empty, empty)] {
      for block in places {
        for offset in [-5, 0, 1, 3, 1000, .max, .min] {
          let bookmark = Bookmark(place: Place(block, offset: offset), open: [-1, 0, 99], read: [7])
          let carried = bookmark.carried(from: from, to: to)
          let text = to.text(at: carried.place.block)
          #expect(
            text.map { 0...$0.utf8.count ~= carried.place.offset && $0.opensScalar(at: carried.place.offset) } == true)
          #expect(carried.open.union(carried.read).allSatisfy { to.sections.indices.contains($0) })
        }
      }
    }
  }

  @Test("does not move in a story that did not change", arguments: CorpusStory.all)
  func stays(_ name: CorpusStory) throws {
    let story = StoryParser.parse(try name.input()).story
    for block in story.leaves {
      let bookmark = Bookmark(
        place: Place(block.place), open: Set(story.sections.indices), read: Set(story.sections.indices))
      #expect(bookmark.carried(from: story, to: story) == bookmark)
    }
  }

  @Test func `finds its section of a column in which all have one heading`() {
    let log = Story(
      headline: "Log", sections: (1...4).map { section("Update", "This is what happened in hour \($0).") })
    var new = log
    new.sections.insert(section("Update", "This is what happened just now, and nobody knows why."), at: 0)
    let carried = Bookmark(place: place(2, 0, 5), open: [2]).carried(from: log, to: new)
    #expect(carried == Bookmark(place: place(3, 0, 5), open: [3]))
  }

  @Test(.enabled(if: Thorough.isWanted)) func `is found in time that grows with the story alone`() {
    func time(_ count: Int) -> Double {
      let one = Story(
        headline: "", sections: (0..<count).map { section("What is it about \($0)?", "Same. It is \($0).") })
      let two = Story(
        headline: "", sections: (0..<count).map { section("What was that on x\($0)?", "Same. So \($0).") })
      let bookmark = Bookmark(place: place(count / 2, 0, 3), open: Set(0..<count))
      return processorSeconds {
        _ = bookmark.carried(from: one, to: two)
        _ = StoryChanges(from: one, to: two)
        _ = one.isVersion(of: two)
      }
    }
    let ratios = (0..<3).map { _ in time(4000) / time(2000) }
    #expect((ratios.min() ?? 9) < 3)
  }
}

/// What the user wrote, after the story changed under it.
@Suite struct `Notes` {
  private func note(_ section: Int?, _ text: String, _ seconds: Int64 = 0) -> Note {
    Note(section: section, text: text, date: Moment(seconds: seconds))
  }

  @Test func `go with their sections`() {
    var new = old
    new.sections.insert(section("What broke?", "A shaft."), at: 0)
    let notes = [note(nil, "top"), note(0, "a"), note(2, "c")]
    #expect(notes.carried(from: old, to: new) == [note(nil, "top"), note(1, "a"), note(3, "c")])
  }

  @Test func `that meet are joined, and none is lost`() {
    var new = old
    new.sections.remove(at: 1)
    let notes = [note(0, "a", 1), note(1, "b", 9), note(2, "c", 3)]
    #expect(notes.carried(from: old, to: new) == [note(0, "a", 1), note(1, "b\n\nc", 9)])
    new.sections = []
    #expect(notes.carried(from: old, to: new) == [note(nil, "a\n\nb\n\nc", 9)])
  }

  @Test func `on a section that never was come to the last one`() {
    #expect([note(99, "x")].carried(from: old, to: old) == [note(99, "x")])
    var new = old
    new.headline = "Other"
    #expect([note(99, "x")].carried(from: old, to: new) == [note(2, "x")])
    #expect([note(0, "x")].carried(from: Story(headline: ""), to: old) == [note(nil, "x")])
  }
}

extension String {
  fileprivate func opensScalar(at offset: Int) -> Bool {
    let bytes = Array(utf8)
    return offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
