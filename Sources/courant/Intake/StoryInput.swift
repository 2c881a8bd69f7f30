import Briefing
import Catalog
import Formats
import System

/// Makes a story of what the user named.
enum StoryInput {
  /// Tells what became of each story of an input, one at least, until `take` wants no more.
  ///
  /// `begun` is given the beginning of a long text while the rest is read.
  static func read(_ found: FoundFile, begun: Beginning.Handler? = nil, _ take: (Intake.Outcome) -> Bool) {
    do throws(InputError) {
      let content = try content(of: found, begun: begun)
      let file = try file(content, from: found.input)
      for index in 0..<file.count where !take(outcome(index, of: file, content, from: found.input)) { return }
    } catch {
      _ = take(.failure(error))
    }
  }

  /// A story is a few kilobytes; what is larger than this is not a story but a mistake.
  static let limit = 256 << 20

  private static func content(of found: FoundFile, begun: Beginning.Handler?) throws(InputError) -> FileContent {
    let reader = FileReader.ofText(limit: limit, begun: begun)
    do throws(SystemError) {
      switch found {
      case .named(.standardInput): return try reader.readStandardInput()
      case .named(.file(let path)): return try reader.read(path)
      case .listed(let folder, let index): return try reader.read(folder.path(index), isKnownFile: true)
      }
    } catch {
      throw InputError(input: found.input, reason: error == .unwanted ? .noStory(.notText) : .unreadable(error))
    }
  }

  private static func file(_ content: FileContent, from input: Input) throws(InputError) -> StoryFile {
    let name: ArraySlice<UInt8>? = if case .file(let path) = input { path.name } else { nil }
    do throws(FormatError) {
      return try StoryFile(content.bytes, named: name)
    } catch {
      throw InputError(input: input, reason: .noStory(error))
    }
  }

  private static func outcome(
    _ index: Int, of file: StoryFile, _ content: FileContent, from input: Input
  ) -> Intake.Outcome {
    let number = file.count > 1 ? index + 1 : nil
    do throws(FormatError) {
      return .success(incoming(try file.story(index), modified: content.modified, from: input, number: number))
    } catch {
      return .failure(InputError(input: input, reason: .noStory(error), story: number))
    }
  }

  /// The story that a text begins with; nil if it cannot be told yet, or if others may follow.
  static func first(of content: FileContent, from input: Input) -> IncomingStory? {
    guard let file = try? file(content, from: input), file.count == 1, let story = try? file.story(0) else {
      return nil
    }
    return incoming(story, modified: content.modified, from: input, number: nil)
  }

  /// - Parameter number: which story of the input it is, where that holds several.
  private static func incoming(
    _ story: StoryFile.Story, modified: Int64, from input: Input, number: Int?
  ) -> IncomingStory {
    var reading = story.reading
    if case .file(let path) = input, reading.story.published == nil, reading.stamp.date == nil {
      reading.story.published = StoryFileName.date(in: path.name)
    }
    return IncomingStory(
      reading: reading, original: story.original, name: input.name(ofStory: number), origin: origin(of: input, number),
      date: reading.stamp.date ?? Moment(seconds: modified), id: reading.stamp.id, marks: story.marks,
      isAlone: number == nil)
  }

  /// What a file that was read before is known by, from wherever it is named.
  private static func origin(of input: Input, _ number: Int?) -> String? {
    guard case .file(let path) = input else { return nil }
    return String(decoding: path.absolute.bytes, as: UTF8.self) + (number.map { "\n\($0)" } ?? "")
  }
}

extension FileReader {
  /// Reads what may be text, and closes no file that is the catalog's.
  static func ofText(limit: Int, begun: Beginning.Handler? = nil) -> FileReader {
    FileReader(
      limit: limit, beginning: Beginning.size, begun: begun, isWanted: { !Gate.looksBinary($0) },
      isLocked: CatalogPlace.isPart)
  }
}
