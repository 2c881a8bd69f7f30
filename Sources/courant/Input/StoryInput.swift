import Briefing
import Catalog
import System

/// Makes a story of what the user named.
enum StoryInput {
  /// Tells what became of each story of an input, one at least, until `take` wants no more.
  ///
  /// `begun` is given the beginning of a long text while the rest is read.
  static func read(_ find: FoundFile, begun: Beginning.Taker? = nil, _ take: (Intake.Outcome) -> Bool) {
    do throws(InputError) {
      let content = try content(of: find, begun: begun)
      if let reason = flaw(in: content.bytes) { throw InputError(input: find.input, reason: reason) }
      let file = try StoryFile(content.bytes, of: find.input)
      for index in file.ranges.indices where !take(outcome(index, of: file, content, from: find.input)) { return }
    } catch {
      _ = take(.failure(error))
    }
  }

  /// A story is a few kilobytes; what is larger than this is not a story but a mistake.
  static let limit = 256 << 20

  private static func content(of find: FoundFile, begun: Beginning.Taker?) throws(InputError) -> FileContent {
    let reader = FileReader.ofText(limit: limit, begun: begun)
    do throws(SystemError) {
      switch find {
      case .named(.standardInput): return try reader.readStandardInput()
      case .named(.file(let path)): return try reader.read(path)
      case .listed(let folder, let index): return try reader.read(folder.path(index), isKnownFile: true)
      }
    } catch {
      throw InputError(input: find.input, reason: error == .unwanted ? .notText : .unreadable(error))
    }
  }

  private static func outcome(
    _ index: Int, of file: StoryFile, _ content: FileContent, from input: Input
  ) -> Intake.Outcome {
    let (range, number) = (file.ranges[index], file.ranges.count > 1 ? index + 1 : nil)
    do throws(JSONFlaw) {
      return .success(incoming(try file.story(at: range), at: range, of: content, from: input, number: number))
    } catch {
      return .failure(InputError(input: input, reason: .noStory(error), story: number))
    }
  }

  /// The story that a text begins with; nil if it cannot be told yet, or if others may follow.
  static func first(of content: FileContent, from input: Input) -> IncomingStory? {
    guard flaw(in: content.bytes) == nil, let file = try? StoryFile(content.bytes, of: input), file.ranges.count == 1,
      let story = try? file.story(at: file.ranges[0])
    else { return nil }
    return incoming(story, at: file.ranges[0], of: content, from: input, number: nil)
  }

  /// - Parameter number: which story of the input it is, where that holds several.
  private static func incoming(
    _ story: StoryFile.Story, at range: Range<Int>, of content: FileContent, from input: Input, number: Int?
  ) -> IncomingStory {
    var reading = story.reading
    if case .file(let path) = input, reading.story.published == nil, reading.stamp.date == nil {
      reading.story.published = FileDate.published(in: path.name)
    }
    return IncomingStory(
      reading: reading, original: range.count == content.bytes.count ? content.bytes : Array(content.bytes[range]),
      name: input.name(ofStory: number), origin: origin(of: input, number),
      date: reading.stamp.date ?? Moment(seconds: content.modified), id: reading.stamp.id, marks: story.marks,
      isAlone: number == nil)
  }

  /// What a file that was read before is known by, from wherever it is named.
  private static func origin(of input: Input, _ number: Int?) -> String? {
    guard case .file(let path) = input else { return nil }
    return String(decoding: path.absolute.bytes, as: UTF8.self) + (number.map { "\n\($0)" } ?? "")
  }

  private static func flaw(in bytes: [UInt8]) -> InputError.Reason? {
    if bytes.isEmpty { return .empty }
    if isBlank(bytes) { return .blank }
    return Gate.looksBinary(bytes) ? .notText : nil
  }

  /// Nothing but spaces and line ends, behind a byte-order mark or not.
  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return body.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}

extension FileReader {
  /// Reads what may be text, and closes no file that is the catalog's.
  static func ofText(limit: Int, begun: Beginning.Taker? = nil) -> FileReader {
    FileReader(
      limit: limit, beginning: Beginning.size, begun: begun, isWanted: { !Gate.looksBinary($0) },
      isLocked: CatalogPlace.isPart)
  }
}
