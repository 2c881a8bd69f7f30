public import Briefing

/// The bytes of a file and the stories in it: one as an app shared it, or one or several in the forms that Courant writes.
///
/// The whole is looked at once, to see what it is and where its stories stand; each is read when it is asked for.
public struct StoryFile: Sendable {
  /// One of its stories.
  public struct Story: Hashable, Sendable {
    public var reading: Reading
    /// What the user set on it in the catalog that it was exported from.
    public var marks: UserMarks?
    /// The bytes that it was read from.
    public var original: [UInt8]
  }

  /// How many bytes a story in JSON may have. Once read, they take many times that room.
  public static let largestJSON = 16 << 20

  private let bytes: [UInt8]
  private let isJSON: Bool
  /// Where its stories stand; never empty.
  private let ranges: [Range<Int>]

  /// - Parameter name: what the file is called, without its folder; nil for a stream.
  /// - Throws: `FormatError.empty`, `blank`, `notText`, or `noHeadline` where it is called a story in JSON and holds none.
  public init(_ bytes: [UInt8], named name: ArraySlice<UInt8>? = nil) throws(FormatError) {
    if let flaw = Self.flaw(in: bytes) { throw flaw }
    let (isJSON, hasHeadline) = Self.form(of: bytes, name)
    if isJSON, !hasHeadline { throw .noHeadline }
    self.bytes = bytes
    self.isJSON = isJSON
    ranges = isJSON ? JSONLines.find(in: bytes) : StoryRanges.find(in: bytes)
  }

  /// How many stories there are, one at least.
  public var count: Int { ranges.count }

  /// Reads the story of this number, counted from 0.
  /// - Throws: only of JSON; every text is a story.
  public func story(_ index: Int) throws(FormatError) -> Story {
    let range = ranges[index]
    let original = range.count == bytes.count ? bytes : Array(bytes[range])
    guard isJSON else { return Story(reading: StoryParser.parse(original), original: original) }
    let (reading, marks) = try StoryJSONReader.read(original)
    return Story(reading: reading, marks: marks, original: original)
  }

  private static func flaw(in bytes: [UInt8]) -> FormatError? {
    if bytes.isEmpty { return .empty }
    // Nothing but spaces and line ends, behind a byte-order mark or not.
    if body(of: bytes).allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return .blank }
    return Gate.looksBinary(bytes) ? .notText : nil
  }

  /// Text may open with a brace as well, so only a file that is named so, or has a headline in it, is taken for JSON.
  private static func form(of bytes: [UInt8], _ name: ArraySlice<UInt8>?) -> (isJSON: Bool, hasHeadline: Bool) {
    let body = body(of: bytes)
    let isNamedSo = name.map { StoryFileName.isJSON($0) } ?? false
    guard isNamedSo || body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return (false, false) }
    let hasHeadline = String(decoding: body.prefix(64 << 10), as: UTF8.self).contains("\"headline\"")
    return (isNamedSo || hasHeadline, hasHeadline)
  }

  /// What stands behind a byte-order mark.
  private static func body(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }
}

/// Stories in JSON, one object a line, as `show --json` prints several.
private enum JSONLines {
  /// The bytes of each line; one range, the whole, where the text is one object, on whatever lines.
  static func find(in text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for end in text.indices.filter({ text[$0] == 0x0A }) + [text.count] {
      let line = trimmed(text, start..<end)
      start = end + 1
      guard !line.isEmpty else { continue }
      guard text[line.lowerBound] == UInt8(ascii: "{"), text[line.upperBound - 1] == UInt8(ascii: "}") else {
        return [0..<text.count]
      }
      lines.append(line)
    }
    return lines.count > 1 ? lines : [0..<text.count]
  }

  private static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if start == 0, text.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
