public import Briefing

/// The stories that the scenes show. Written so that sources and questions recur.
public enum Library {
  public static let stories: [Story] = [multiCloud, trains, rubbish, port, battery] + small

  /// A story by itself, as a file that is named gives it.
  public static func detail(of story: Story) -> StoryDetail {
    StoryDetail(
      row: Row(
        id: StoryID("a1b2"), headline: story.headline, date: story.published ?? Moment(seconds: 1_777_334_400),
        questions: story.questionCount, sources: story.sources.count),
      story: story)
  }

  private static let multiCloud = story(
    "A model maker may now sell on every cloud", day: 28,
    summary: [
      "The two partners wrote their contract anew: the maker may sell its models wherever customers are.",
      "The first partner keeps a licence until 2032, and is still the first to launch.",
      "A rival had the models in its own catalog within a day.",
    ],
    lede: [
      "It reads like a change of small print, and it moves a whole market: who may host the work that everybody wants "
        + "to host. The first partner stays the main one, but no longer the only one. [blogs.example.com]"
    ],
    sections: [
      (
        "What changed on paper?",
        ["The licence runs to 2032 and is no longer exclusive. [blogs.example.com] The share of the revenue is capped."]
      ),
      (
        "Why does losing a first claim matter so much?",
        [
          "Because it was the moat: whoever wanted the models at scale had to come to one house. Now that house has to "
            + "be the better one. [wire.example.org] It still launches first. [blogs.example.com]"
        ]
      ),
      ("What stayed as it was?", ["The first partner still launches first. [blogs.example.com]"]),
      ("Why did a rival move within a day?", ["It had prepared for months. [wire.example.org]"]),
      ("The short of it", ["The market is open, and the contract is not the moat any more. [axle.example.net]"]),
    ])

  private static let trains = story(
    "Sleeper trains come back, one border at a time", day: 27,
    summary: ["Three lines open in June.", "The coaches are older than most of their passengers."],
    lede: ["A night train needs two countries that agree on a timetable. [rails.example.eu]"],
    sections: [
      ("Who pays for the night?", ["The regions do, and they want it in the contract. [rails.example.eu]"]),
      ("What is missing?", ["Coaches with doors that both platforms allow. [wire.example.org]"]),
      ("The short of it", ["It works where someone picks up the phone. [rails.example.eu]"]),
    ])

  private static let rubbish = story(
    "The county that weighs its rubbish", day: 26,
    summary: ["Households pay by the kilogram since January."],
    lede: ["What is weighed is thrown away less. [wire.example.org]"],
    sections: [
      ("How is it weighed?", ["By the lorry, as it lifts the bin. [county.example.ie]"]),
      ("Does it work?", ["A fifth less in one winter. [county.example.ie]"]),
    ])

  private static let port = story(
    "How a port lost three cranes and gained a day, and what the harbour master would do differently next time",
    day: 24,
    summary: ["The cranes were sold before the new ones stood."],
    lede: ["It was a bet on a calm spring. [harbour.example.com]"],
    sections: [
      ("What went wrong?", ["Nothing, which surprised everyone. [harbour.example.com] [wire.example.org]"]),
      ("What is missing?", ["A plan for the next storm. [axle.example.net]"]),
    ])

  private static let battery = story(
    "ポートアイランドの蓄電池が動き出す", day: 24,
    summary: ["六月から夜間の電力を蓄える。"],
    lede: ["島の倉庫に置かれた蓄電池が、試験運転を終えた。[wire.example.org]"],
    sections: [("費用は誰が負担するのか？", ["市と電力会社が半分ずつ負担する。[kobe.example.jp]"])])

  private static let small: [Story] = (1...11).map { number in
    story(
      "A short note, number \(number)", day: 24 - number, summary: [],
      lede: ["Nothing much happened on this day. [notes.example.com]"],
      sections: [("What happened?", ["Nothing much. [notes.example.com]"])])
  }

  /// A story of April 2026. A citation is written `[host]` behind its claim.
  private static func story(
    _ headline: String, day: Int, summary: [String], lede: [String], sections: [(String, [String])]
  ) -> Story {
    Story(
      headline: headline, summary: summary, lede: lede.map(paragraph),
      sections: sections.map { Section(heading: $0, blocks: $1.map(paragraph)) }, publisher: "Lantern",
      published: Moment(iso8601: "2026-04-\(day < 10 ? "0" : "")\(day)"))
  }

  private static func paragraph(_ marked: String) -> Block {
    var paragraph = Block(text: "")
    for (index, piece) in marked.split(separator: "[").enumerated() {
      guard index > 0, let end = piece.firstIndex(of: "]") else {
        paragraph.text += piece
        continue
      }
      while paragraph.text.last == " " { paragraph.text.removeLast() }
      paragraph.citations.append(Citation(place: paragraph.text.utf8.count, host: String(piece[..<end])))
      paragraph.text += piece[piece.index(after: end)...]
    }
    return paragraph
  }
}
