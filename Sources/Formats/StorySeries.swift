import Briefing

/// The stories of a file, whatever form it has; each is read when it is asked for.
protocol StorySeries: Sendable {
  var count: Int { get }
  /// The story of this number, counted from 0.
  func story(_ index: Int) throws(FormatError) -> StoryFile.Story
}

/// One text, or several that Courant wrote one after another.
struct TextStories: StorySeries {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]
  /// Of a text that is not UTF-8.
  private let table: SingleByteTable?

  init(_ bytes: [UInt8]) throws(FormatError) {
    table = GuessedCharset.isWindows1252(bytes) ? SingleByteTable.windows1252 : nil
    if table == nil, Gate.looksBinary(bytes) { throw .notText }
    self.bytes = bytes
    ranges =
      table.map { table in table.ranges(of: StoryRanges.find(in: table.decode(bytes)), in: bytes) }
      ?? StoryRanges.find(in: bytes)
  }

  var count: Int { ranges.count }

  func story(_ index: Int) -> StoryFile.Story {
    let range = ranges[index]
    let original = range.count == bytes.count ? bytes : Array(bytes[range])
    guard let table else {
      return StoryFile.Story(reading: StoryParser.parse(range, of: bytes), original: original)
    }
    var reading = StoryParser.parse(table.decode(original))
    // What was set aside says where it stands in the bytes as they came.
    for index in reading.setAside.indices {
      let place = reading.setAside[index].place
      let start = table.place(of: place.lowerBound, in: original)
      reading.setAside[index].place = start..<max(start, table.place(of: place.upperBound, in: original))
    }
    return StoryFile.Story(reading: reading, original: original)
  }
}

/// Courant's own JSON: one story, or one a line.
struct JSONStories: StorySeries {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    ranges = JSONLines.find(in: bytes)
  }

  var count: Int { ranges.count }

  func story(_ index: Int) throws(FormatError) -> StoryFile.Story {
    let range = ranges[index]
    let original = range.count == bytes.count ? bytes : Array(bytes[range])
    let (reading, marks) = try StoryJSONReader.read(original)
    return StoryFile.Story(reading: reading, marks: marks, original: original)
  }
}

/// Stories that were read already, as those of a day or of a mailbox.
struct ReadStories: StorySeries {
  let stories: [StoryFile.Story]

  /// - Throws: `noEntries` where there are none.
  init(_ stories: [StoryFile.Story]) throws(FormatError) {
    if stories.isEmpty { throw .noEntries }
    self.stories = stories
  }

  var count: Int { stories.count }
  func story(_ index: Int) -> StoryFile.Story { stories[index] }
}

/// The stories of several files that were packed together.
struct PackedStories: StorySeries {
  private let files: [StoryFile]
  /// The file of each story, and its number there.
  private let places: [(file: Int, index: Int)]

  init(_ files: [StoryFile]) {
    self.files = files
    places = files.indices.flatMap { file in (0..<files[file].count).map { (file, $0) } }
  }

  var count: Int { places.count }

  func story(_ index: Int) throws(FormatError) -> StoryFile.Story {
    try files[places[index].file].story(places[index].index)
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
