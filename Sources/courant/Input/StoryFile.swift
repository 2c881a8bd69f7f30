import Briefing
import Catalog

/// What the bytes of a file say: a story as an app shared it, or in one of the forms that Courant writes.
struct StoryFile {
  var reading: Reading
  /// What the user set on it in the catalog that it was exported from.
  var marks: StoryMarks?

  init(_ bytes: [UInt8], of input: Input) throws(InputError) {
    let form = Self.form(of: bytes, input)
    guard form.isJSON else {
      reading = StoryParser.parse(bytes)
      return
    }
    guard form.hasHeadline else { throw InputError(input: input, reason: .noStory(.noHeadline)) }
    do throws(JSONFlaw) {
      (reading, marks) = try StoryJSONReader.read(bytes)
    } catch {
      throw InputError(input: input, reason: .noStory(error))
    }
  }

  /// Text may open with a brace as well, so only a file that is named so, or has a headline in it, is taken for JSON.
  private static func form(of bytes: [UInt8], _ input: Input) -> (isJSON: Bool, hasHeadline: Bool) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let isNamedSo = if case .file(let path) = input { path.name.suffix(5).elementsEqual(".json".utf8) } else { false }
    guard isNamedSo || body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return (false, false) }
    let hasHeadline = String(decoding: body.prefix(64 << 10), as: UTF8.self).contains("\"headline\"")
    return (isNamedSo || hasHeadline, hasHeadline)
  }
}

extension InputError {
  /// Whether no one needs to hear of it if it came up in a folder, where JSON of all kinds may lie.
  var isNoConcern: Bool { reason == .noStory(.noHeadline) }
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
