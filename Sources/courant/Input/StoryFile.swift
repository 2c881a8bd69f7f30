import Briefing
import Catalog
import System

/// What the bytes of an input say: a story as an app shared it, or one or several in the forms that Courant writes.
struct StoryFile {
  /// One of its stories.
  struct Story {
    var reading: Reading
    /// What the user set on it in the catalog that it was exported from.
    var marks: UserMarks?
  }

  private let bytes: [UInt8]
  private let isJSON: Bool
  /// Where its stories stand; never empty.
  let ranges: [Range<Int>]

  init(_ bytes: [UInt8], of input: Input) throws(InputError) {
    let form = Self.form(of: bytes, input)
    if form.isJSON, !form.hasHeadline { throw InputError(input: input, reason: .noStory(.noHeadline)) }
    self.bytes = bytes
    isJSON = form.isJSON
    ranges = isJSON ? JSONLines.find(in: bytes) : StoryRanges.find(in: bytes)
  }

  func story(at range: Range<Int>) throws(JSONFlaw) -> Story {
    let bytes = range.count == self.bytes.count ? self.bytes : Array(self.bytes[range])
    guard isJSON else { return Story(reading: StoryParser.parse(bytes)) }
    let (reading, marks) = try StoryJSONReader.read(bytes)
    return Story(reading: reading, marks: marks)
  }

  /// Text may open with a brace as well, so only a file that is named so, or has a headline in it, is taken for JSON.
  private static func form(of bytes: [UInt8], _ input: Input) -> (isJSON: Bool, hasHeadline: Bool) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let isNamedSo = if case .file(let path) = input { StoryName.isJSON(path.name) } else { false }
    guard isNamedSo || body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return (false, false) }
    let hasHeadline = String(decoding: body.prefix(64 << 10), as: UTF8.self).contains("\"headline\"")
    return (isNamedSo || hasHeadline, hasHeadline)
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

extension InputError {
  /// Whether no one needs to hear of it if it came up in a folder, where JSON of all kinds may lie.
  var isNoConcern: Bool { reason == .noStory(.noHeadline) && story == nil }
}

/// Why a file in JSON is no story.
enum JSONFlaw: Error, Hashable, Sendable {
  /// It is not JSON, or not all of it, or nested deeper than any story.
  case broken
  case noHeadline
  /// What stands under this key is not what a story has there.
  case strange(key: String)
  /// More bytes or values than a story in JSON can have.
  case tooLarge
}
