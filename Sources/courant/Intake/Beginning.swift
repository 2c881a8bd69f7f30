import Briefing
import Catalog
import System

/// The beginning of a story whose rest is still being read, so that a large one can be read at once.
///
/// It is parsed as if it were the whole, and may be understood otherwise than it will be then.
enum Beginning {
  /// Takes the first `size` bytes of a text that has more.
  typealias Taker = @Sendable (FileContent) -> Void

  /// In bytes: many screens, and some milliseconds of parsing.
  static let size = 64 << 10

  /// What there is to read of a beginning; nil where it says nothing by itself.
  static func detail(_ content: FileContent, of input: Input) -> StoryDetail? {
    let bytes = Array(content.bytes.prefix(BeginningEnd.find(in: content.bytes)))
    let content = FileContent(bytes: bytes, modified: content.modified)
    guard let incoming = StoryInput.first(of: content, from: input) else { return nil }
    return StoryDetail(row: row(of: incoming), story: incoming.reading.story, setAside: incoming.reading.setAside)
  }

  /// No catalog holds it, so it has no name.
  private static func row(of incoming: IncomingStory) -> Row {
    let story = incoming.reading.story
    return Row(
      id: StoryID(""), headline: story.headline, date: incoming.date, questions: story.questionCount,
      sources: story.sources.count)
  }
}
