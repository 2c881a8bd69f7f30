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

  private static func broken(_ story: StoryFile.Story) -> String? {
    let bytes = StoryFormat.json.bytes(of: detail(story))
    guard let again = try? StoryFile(bytes).story(0) else {
      return "its export is no story: \(String(decoding: bytes, as: UTF8.self))"
    }
    let isSame =
      again.reading.story == story.reading.story && again.reading.setAside == story.reading.setAside
      && again.marks?.notes == (story.marks?.notes ?? [])
    if isSame, StoryFormat.json.bytes(of: detail(again)) == bytes { return nil }
    return "its export is another story: \(String(decoding: bytes, as: UTF8.self))\n\(story)\n\(again)"
  }

  private static func detail(_ story: StoryFile.Story) -> StoryDetail {
    let row = Row(
      id: StoryID("k3f9"), headline: story.reading.story.headline, date: Moment(seconds: 0), questions: 0, sources: 0)
    return StoryDetail(
      row: row, story: story.reading.story, setAside: story.reading.setAside, notes: story.marks?.notes ?? [])
  }
}
