import Briefing
import Catalog

/// Stories of no consequence.
enum MadeUp {
  static func story(_ number: Int, more: String = "") -> IncomingStory {
    let body = String(repeating: "It rains on quay \(number), and nobody minds. ", count: 20) + more
    let text = """
      Story \(number) has a headline

      - It rains on quay \(number). - Nobody minds.

      Rain came at noon. (wire\(number % 7).example.org) ### Who asked for rain \(number)? \(body) (a.example)
      """
    let original = Array(text.utf8)
    let date = Moment(seconds: 1_780_000_000 + Int64(number) * 5000 + Int64(more.utf8.count))
    return IncomingStory(reading: StoryParser.parse(original), original: original, origin: "\(number).txt", date: date)
  }
}
