import Briefing

@testable import Formats

/// Whatever is read as JSON is written so that it is read as the same, and a story in it comes back from its export.
enum JSONPromise {
  static func broken(by input: [UInt8]) -> String? {
    guard let value = try? JSONScanner.value(of: input) else { return nil }
    let line = value.line
    if line.contains("\n") { return "it is written on several lines" }
    guard let again = try? JSONScanner.value(of: Array(line.utf8)), again == value, again.line.isVerbatim(line) else {
      return "it is read back as something else: \(line)"
    }
    guard let file = try? StoryFile(input, named: Array("x.json".utf8)[...]), file.count == 1,
      let story = try? file.story(0)
    else { return nil }
    return broken(story)
  }

  /// Nothing but that it is there: what stands in it is compared where whole stories are made up.
  private static func broken(_ story: StoryFile.Story) -> String? {
    let row = Row(
      id: StoryID("k3f9"), headline: story.reading.story.headline, date: Moment(seconds: 0), questions: 0, sources: 0)
    let detail = StoryDetail(
      row: row, story: story.reading.story, setAside: story.reading.setAside, notes: story.marks?.notes ?? [])
    guard let again = try? StoryFile(StoryFormat.json.bytes(of: detail)).story(0) else {
      return "its export is no story"
    }
    return again.reading.story.headline.isVerbatim(story.reading.story.headline)
      ? nil : "its export has another headline"
  }
}
