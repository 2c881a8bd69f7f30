import Briefing
import Catalog

/// Makes a story of what the user named.
enum StoryInput {
  /// `begun` is given the beginning of a long text while the rest is read.
  static func read(_ find: Find, begun: Beginning.Taker? = nil) -> Result<Arrival, InputError> {
    do throws(InputError) {
      return .success(try arrival(find, begun))
    } catch {
      return .failure(error)
    }
  }

  private static func arrival(_ find: Find, _ begun: Beginning.Taker?) throws(InputError) -> Arrival {
    try arrival(of: FileBytes.read(find, begun: begun), from: find.input)
  }

  static func arrival(of content: FileBytes.Content, from input: Input) throws(InputError) -> Arrival {
    if let reason = flaw(in: content.bytes) { throw InputError(input: input, reason: reason) }
    let file = try StoryFile(content.bytes, of: input)
    var reading = file.reading
    if case .file(let path) = input, reading.story.published == nil, reading.filed.date == nil {
      reading.story.published = FileDate.published(in: path.name)
    }
    return Arrival(
      reading: reading, original: content.bytes, name: input.name, origin: origin(of: input),
      date: reading.filed.date ?? Moment(seconds: content.modified), id: reading.filed.id,
      marks: file.marks)
  }

  /// What a file that was read before is known by, from wherever it is named.
  private static func origin(of input: Input) -> String? {
    guard case .file(let path) = input else { return nil }
    return String(decoding: path.absolute.bytes, as: UTF8.self)
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
