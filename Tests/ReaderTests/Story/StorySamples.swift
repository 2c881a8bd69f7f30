import Briefing

/// Stories that the tests of the screens read.
enum StorySamples {
  /// Three bullets, a lede, five sections, three sources, and two pieces set aside.
  static let trains = StoryDetail(
    row: Row(
      id: StoryID("t7qk"), headline: "Sleeper trains come back, one border at a time",
      date: Moment(seconds: 1_777_334_400), questions: 5, sources: 3),
    story: Story(
      headline: "Sleeper trains come back, one border at a time",
      summary: [
        "Four night lines open this summer between cities that lost theirs twenty years ago.",
        "The coaches are rented, because a new one takes five years from order to track.",
        "Each border still asks for its own driver, its own brakes and its own papers.",
      ],
      lede: [
        paragraph(
          "A bed on rails costs less than a room and a flight, and it arrives in the middle of town. That sum has always "
            + "been true; what changed is who is allowed to run the train.|rail.example.eu| Since the spring a line may be "
            + "opened by anyone who can show the coaches.|gazette.example.org|")
      ],
      sections: [
        section(
          "What opens this summer?",
          "Two lines south, one east and one across the strait. All four leave after nine in the evening and arrive before "
            + "eight, which is what people say they want.|rail.example.eu| The eastern one splits at midnight: half of it "
            + "goes on to the coast.|nachtzug.example.de|"),
        section(
          "Why did they stop in the first place?",
          "Cheap flights took the travellers who had money, and high-speed lines took the tracks at night for repairs. "
            + "“Who would have kept them?” a former director asks.|gazette.example.org|",
          "Nobody decided it. One coach after the other reached the end of its licence, and none was built."),
        section(
          "Where do the coaches come from?",
          "From three sidings and a museum. They are rebuilt with sockets, doors that lock and air that can be turned down."
            + "|nachtzug.example.de|"),
        section(
          "What a border costs", "Forty minutes, a change of driver, and one form in two languages.|rail.example.eu|"),
        section(
          "The short of it",
          "The trains are full before they run, so the summer will say little about demand. It will say whether four "
            + "railways can keep one timetable.|rail.example.eu|https://rail.example.eu/night/2026?lang=en#beds|"),
      ],
      publisher: "Scout"),
    setAside: [
      SetAside(place: 2_900..<2_910, text: "tnership/))", reason: .linkResidue),
      SetAside(
        place: 2_911..<2_990, text: "Get the evening edition on your telephone. Shared from Scout.", reason: .footer),
    ],
    citingStories: ["rail.example.eu": 4, "gazette.example.org": 1, "nachtzug.example.de": 2])

  /// Two sources, one of them with addresses; a question of two paragraphs, and a heading that asks nothing.
  static let short = StoryDetail(
    row: Row(
      id: StoryID("l1gh"), headline: "A lighthouse is sold with its keeper", date: Moment(seconds: 1_777_248_000),
      questions: 2, sources: 2),
    story: Story(
      headline: "A lighthouse is sold with its keeper",
      summary: ["The keeper stays, and so does the cat.", "The buyer may not switch it off, even by day."],
      lede: [paragraph("Nobody else bid.|coast.example.org|")],
      sections: [
        section(
          "Who pays for the light?",
          "The ships do, as they always have.|lamp.example.com|https://lamp.example.com/a?b=(c)| The buyer sends the bill."
            + "|coast.example.org|",
          "There is a second paragraph."),
        section("In short", "It shines.|lamp.example.com|https://lamp.example.com/d|"),
      ],
      publisher: "Scout"))

  /// The trains in their second version, with notes, left in the middle.
  static let changed: StoryDetail = {
    var detail = trains
    detail.version = 2
    detail.versions = 2
    detail.changes = StoryChanges(
      new: [.headline, .bullet(1), .lede(0), .heading(section: 4), .paragraph(section: 1, index: 1)],
      gone: ["A bed on rails was never cheap, and it never will be.", "Nobody knows.", ""])
    detail.notes = [
      Note(section: nil, text: "For the talk in June; ask about the brakes.", date: Moment(seconds: 0)),
      Note(section: 1, text: "Compare with the report on the repairs.\n\nDone.", date: Moment(seconds: 0)),
      Note(section: 99, text: "On a section that is not there.", date: Moment(seconds: 0)),
    ]
    detail.bookmark = Bookmark(place: Place(.paragraph(section: 1, index: 0), offset: 60), open: [1, 3], read: [0, 1])
    return detail
  }()

  /// A section of one or more paragraphs, written as `paragraph` reads them.
  static func section(_ heading: String, _ paragraphs: String...) -> Section {
    Section(heading: heading, blocks: paragraphs.map(paragraph))
  }

  /// Words with `|host|` or `|host|url|` where a citation stands.
  static func paragraph(_ marked: String) -> Block {
    var paragraph = Block(text: "")
    for piece in marked.split(separator: "|", omittingEmptySubsequences: true) {
      if piece.hasPrefix("https://") {
        paragraph.citations[paragraph.citations.count - 1].url = String(piece)
      } else if piece.contains(".example."), !piece.contains(" ") {
        paragraph.citations.append(Citation(place: paragraph.text.utf8.count, host: String(piece)))
      } else {
        paragraph.text += piece
      }
    }
    return paragraph
  }
}
