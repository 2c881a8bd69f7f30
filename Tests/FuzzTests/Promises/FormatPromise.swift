import Briefing

@testable import Formats

/// What holds for the stories of every format: all of each may be shown, its ranges lie within its words, reading the same
/// bytes again gives the same, and what is exported of it is read back as the same story.
enum FormatPromise {
  /// How many stories of one input are looked at.
  private static let most = 8

  /// - Parameters:
  ///   - read: reads the stories of the input, anew each time.
  ///   - length: that of the input.
  static func flaw(in read: () throws(FormatError) -> any StorySeries, of length: Int) -> String? {
    guard let stories = try? read(), let others = try? read() else { return nil }
    if stories.count != others.count { return "read again, it has another number of stories" }
    for index in 0..<min(stories.count, most) {
      let (story, other) = (try? stories.story(index), try? others.story(index))
      if story != other { return "read again, it is another story:\n\(story as Any)\n\(other as Any)" }
      if let story, let flaw = flaw(in: story, of: length) { return flaw }
    }
    return nil
  }

  private static func flaw(in story: StoryFile.Story, of length: Int) -> String? {
    let reading = story.reading
    if let flaw = StoryPromise.flaw(in: reading.story) ?? StoryPromise.hiddenFlaw(in: reading.setAside) { return flaw }
    if reading.story.headline.isEmpty { return "a story has no headline" }
    for piece in reading.setAside where piece.place.upperBound > length {
      return "a piece set aside stands outside of the input: \(piece)"
    }
    if story.original.count > length { return "a story has more bytes than the input" }
    return exportFlaw(of: reading)
  }

  private static func exportFlaw(of reading: Reading) -> String? {
    let row = Row(
      id: StoryID("k3f9"), headline: reading.story.headline, date: Moment(seconds: 0), questions: 0, sources: 0)
    let detail = StoryDetail(row: row, story: reading.story, setAside: reading.setAside)
    for format in StoryFormat.allCases {
      let bytes = format.bytes(of: detail)
      let text = String(decoding: bytes, as: UTF8.self)
      guard let file = try? StoryFile(bytes), let again = try? file.story(0).reading else {
        return "as \(format), it is no story: \(text)"
      }
      if file.count != 1 { return "as \(format), it comes apart into \(file.count):\n\(text)" }
      if again.story != reading.story {
        return "as \(format), it reads back as another story:\n\(text)\n\(reading.story)\n\(again.story)"
      }
    }
    return nil
  }
}
