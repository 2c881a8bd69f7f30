import Briefing
import Catalog
import Formats
import Synchronization
import System
import Terminal

/// Makes a story of what the user named.
enum StoryInput {
  /// Tells what became of each story of an input, one at least, until `take` wants no more; of one with a long text first
  /// its beginning, before the rest is read.
  static func read(_ found: FoundFile, _ take: (Intake.Outcome) -> Bool) {
    do throws(InputError) {
      let content = try content(of: found) { _ = take(.beginning($0)) }
      let file = try file(content, from: found.input)
      for index in 0..<file.count where !take(outcome(index, of: file, content, from: found.input)) { return }
    } catch {
      _ = take(.failure(error))
    }
  }

  /// A story is a few kilobytes; what is larger than this is not a story but a mistake.
  static let limit = 256 << 20

  private static func content(of found: FoundFile, begun: (FileContent) -> Void) throws(InputError) -> FileContent {
    let refusal = Refusal()
    let reader = FileReader.ofStories(limit: limit) { refusal.take($0, size: $1) }
    do throws(SystemError) {
      switch found {
      case .named(.standardInput) where Descriptor.standardInput.isTerminal: return try typedText()
      case .named(.standardInput): return try reader.readStandardInput(begun: begun)
      case .named(.text(let bytes)): return FileContent(bytes: bytes, modified: Moment.now.seconds)
      case .named(.file(let path)): return try reader.read(path, begun: begun)
      case .listed(let folder, let index): return try reader.read(folder.path(index), isKnownFile: true)
      }
    } catch {
      throw InputError(
        input: found.input, reason: error == .unwanted ? .noStory(refusal.error ?? .notText) : .unreadable(error))
    }
  }

  /// What somebody types, who has to know how to end it.
  private static func typedText() throws(SystemError) -> FileContent {
    let bytes = try TypedText.read(limit: limit) {
      StandardError.say("type or paste a story, and end it with Ctrl-D on a line of its own")
    }
    return FileContent(bytes: bytes, modified: Moment.now.seconds)
  }

  private static func file(_ content: FileContent, from input: Input) throws(InputError) -> StoryFile {
    let name: ArraySlice<UInt8>? = if case .file(let path) = input { path.name } else { nil }
    do throws(FormatError) {
      return try StoryFile(content.bytes, named: name) { SystemCharset.utf8(of: $1, in: $0) }
    } catch {
      throw InputError(input: input, reason: .noStory(error))
    }
  }

  private static func outcome(
    _ index: Int, of file: StoryFile, _ content: FileContent, from input: Input
  ) -> Intake.Outcome {
    let number = file.count > 1 ? index + 1 : nil
    do throws(FormatError) {
      return .story(incoming(try file.story(index), modified: content.modified, from: input, number: number))
    } catch {
      return .failure(InputError(input: input, reason: .noStory(error), story: number))
    }
  }

  /// The story that a text begins with; nil if it cannot be told yet, or if others may follow.
  static func first(of content: FileContent, from input: Input) -> IncomingStory? {
    guard let file = try? file(content, from: input), file.hasBeginning, file.count == 1, let story = try? file.story(0)
    else {
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
      provenance: story.entry.map(Provenance.init), date: reading.stamp.date ?? Moment(seconds: modified),
      id: reading.stamp.id, marks: story.marks,
      isAlone: number == nil)
  }

  /// What a file that was read before is known by, from wherever it is named.
  private static func origin(of input: Input, _ number: Int?) -> String? {
    guard case .file(let path) = input else { return nil }
    return String(decoding: path.absolute.bytes, as: UTF8.self) + (number.map { "\n\($0)" } ?? "")
  }
}

extension Provenance {
  fileprivate init(_ entry: EntryName) {
    self = .entry(feed: entry.feed, guid: entry.guid, url: entry.url)
  }
}

extension FileReader {
  /// Reads what may be text, and closes no file that is the catalog's.
  static func ofText(limit: Int) -> FileReader { ofStories(limit: limit) { first, _ in !Gate.looksBinary(first) } }

  /// Reads what may hold stories, and closes no file that is the catalog's.
  static func ofStories(limit: Int, isWanted: @escaping @Sendable ([UInt8], Int?) -> Bool) -> FileReader {
    FileReader(limit: limit, beginning: Beginning.size, isWanted: isWanted, isLocked: CatalogPlace.isPart)
  }
}

/// Why the beginning of a file was enough to refuse it.
private final class Refusal: Sendable {
  private let found = Mutex<FormatError?>(nil)

  var error: FormatError? { found.withLock(\.self) }

  /// Whether the rest is to be read.
  func take(_ beginning: [UInt8], size: Int?) -> Bool {
    let error = StoryFile.refusal(of: beginning, size: size)
    found.withLock { $0 = error }
    return error == nil
  }
}
