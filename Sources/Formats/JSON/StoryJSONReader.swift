import Briefing

/// Reads a story that `export --format json` or `show --json` wrote.
///
/// Keys that it does not know are passed over; under those that it knows, anything but what a story has there is refused.
/// All text passes the gate.
struct StoryJSONReader {
  /// Values take the most room where they are small.
  private static let mostValues = 1_000_000

  let object: [JSON.Member]

  static func read(_ bytes: [UInt8]) throws(FormatError) -> (Reading, UserMarks?) {
    guard bytes.count <= StoryFile.largestJSON, bytes.count(where: opensValue) <= mostValues else { throw .tooLarge }
    guard case .object(let object) = try JSONScanner.value(of: bytes) else { throw .broken }
    let reader = StoryJSONReader(object: object)
    let story = try reader.story()
    let reading = Reading(story: story, setAside: try reader.setAside(), stamp: try reader.stamp())
    return (reading, try reader.marks(sections: story.sections.count))
  }

  /// Nearly all values have such a byte before them.
  private static func opensValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  private func story() throws(FormatError) -> Story {
    guard case .string = self["headline"] else { throw .noHeadline }
    var story = Story(headline: try text("headline") ?? "")
    story.summary = try strings("summary").map(Self.line)
    var blocks = BlockJSONReader()
    story.lede = try blocks.blocks(try objects("lede"))
    let sections = try objects("sections")
    story.sections = try sections.map { section throws(FormatError) in
      Section(
        heading: try section.text("heading") ?? "",
        level: min(max(1, try section.integer("level") ?? Section.usualLevel), 6),
        blocks: try blocks.blocks(try section.objects("paragraphs")))
    }
    story = story.withQuestionsMarked()
    for (number, section) in sections.enumerated() {
      if let asks = try section.flag("isQuestion") { story.sections[number].isQuestion = asks }
    }
    story.authors = try strings("authors").map(Self.line).filter { !$0.isEmpty }
    story.publisher = try text("publisher")
    story.url = try text("url")
    story.published = try moment("published")
    guard !story.headline.isEmpty || story.leaves.count > 1 else { throw .noHeadline }
    return story
  }

  /// Where the places of citations are not given, they stand at the end of the paragraph.
  func citations(in text: String) throws(FormatError) -> [Citation] {
    let end = text.utf8.count
    guard self["cited"] != nil else {
      return try strings("citations").map { name throws(FormatError) in
        try Self.citation(at: end, host: CitedName.host(in: name), url: name, key: "citations")
      }
    }
    let citations = try objects("cited").map { cited throws(FormatError) in
      let place = try cited.integer("at") ?? end
      let host = try cited.string("host").flatMap(CitedName.host)
      let url = try cited.string("url")
      var citation = try Self.citation(at: text.boundary(at: place), host: host, url: url, key: "cited")
      citation.label = try cited.text("label").flatMap { $0.isEmpty ? nil : $0 }
      return citation
    }
    return citations.inReadingOrder
  }

  private static func citation(at place: Int, host: String?, url: String?, key: String) throws(FormatError) -> Citation
  {
    let address = url.flatMap(CitedName.address)
    // What is no host by its name is one only as long as its address is there to say so.
    guard let host = host ?? address.flatMap(CitedName.writtenHost) else { throw .strange(key: key) }
    return Citation(place: place, host: host, url: address)
  }
}

extension StoryJSONReader {
  /// Nothing of the input but its text is left to say where it stood.
  private func setAside() throws(FormatError) -> [SetAside] {
    try objects("setAside").map { piece throws(FormatError) in
      let reason = try piece.text("reason").flatMap(SetAside.Reason.init) ?? .footer
      return SetAside(place: 0..<0, text: try piece.text("text") ?? "", reason: reason)
    }
  }

  private func stamp() throws(FormatError) -> CatalogStamp {
    CatalogStamp(id: try string("id").flatMap(StoryID.init(named:)), date: try moment("date"))
  }

  /// Nil where nothing is said of marks, as in what `show --json` prints.
  private func marks(sections: Int) throws(FormatError) -> UserMarks? {
    guard ["unread", "starred", "tags", "notes", "edited"].contains(where: { self[$0] != nil }) else { return nil }
    return UserMarks(
      isUnread: try flag("unread") ?? true, isStarred: try flag("starred") ?? false,
      tags: try tags(), notes: try notes(sections: sections), edits: try edits())
  }

  private func edits() throws(FormatError) -> StoryEdits {
    guard let edited = try value("edited", \.members).map({ StoryJSONReader(object: $0) }) else { return StoryEdits() }
    return StoryEdits(headline: try edited.text("headline").map(Self.line), date: try edited.moment("date"))
  }

  /// Each once; a story does not take all of them if they are too many.
  private func tags() throws(FormatError) -> [String] {
    var seen: Set<String> = []
    return try strings("tags").compactMap(Tag.name).filter { seen.insert($0).inserted }
  }

  /// A note on a section that is not there stays, above the first one; where there are several on one, they become one.
  private func notes(sections: Int) throws(FormatError) -> [Note] {
    let notes = try objects("notes").map { note throws(FormatError) in
      let section = try note.integer("section")
      return Note(
        section: section.flatMap { (0..<sections).contains($0) ? $0 : nil }, text: try note.lines("text"),
        date: try note.moment("date") ?? Moment(seconds: 0))
    }
    return notes.filter { !$0.text.isEmpty }.joined
  }
}

/// What stands under a key; nil, or nothing, where null does. Of the same key twice, the last counts.
extension StoryJSONReader {
  /// Whatever it is, null included.
  subscript(key: String) -> JSON? {
    object.last { $0.key == key }?.value
  }

  /// What a value is for whoever asks for it; nil if it is something else.
  private func value<Value>(_ key: String, _ body: (JSON) -> Value?) throws(FormatError) -> Value? {
    guard let json = self[key], json != .null else { return nil }
    guard let value = body(json) else { throw .strange(key: key) }
    return value
  }

  func string(_ key: String) throws(FormatError) -> String? { try value(key, \.text) }
  func integer(_ key: String) throws(FormatError) -> Int? { try value(key, \.number) }
  func flag(_ key: String) throws(FormatError) -> Bool? { try value(key, \.flag) }
  func array(_ key: String) throws(FormatError) -> [JSON]? { try value(key, \.elements) }
  func strings(_ key: String) throws(FormatError) -> [String] { try value(key) { $0.list(of: \.text) } ?? [] }

  func rows(_ key: String) throws(FormatError) -> [[String]] {
    try value(key) { $0.list { $0.list(of: \.text) } } ?? []
  }

  func objects(_ key: String) throws(FormatError) -> [StoryJSONReader] {
    try value(key) { $0.list(of: \.members) }?.map { StoryJSONReader(object: $0) } ?? []
  }

  private func moment(_ key: String) throws(FormatError) -> Moment? {
    guard let text = try string(key) else { return nil }
    guard let moment = Moment(iso8601: text) else { throw .strange(key: key) }
    return moment
  }

  func text(_ key: String) throws(FormatError) -> String? {
    try string(key).map(Self.line)
  }

  /// Text that keeps its line breaks, as a note does.
  func lines(_ key: String) throws(FormatError) -> String {
    let text = try string(key) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { Gate.text(of: String($0)) }
      .joined(separator: "\n")
  }

  /// A block's text as the parser would have made it: through the gate, on one line, with single spaces.
  static func line(_ text: String) -> String {
    Gate.words(of: text)
  }
}

/// What a value is taken for. Numbers and truths stand for each other where they can, as for Foundation's reader.
extension JSON {
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var elements: [JSON]? { if case .array(let values) = self { values } else { nil } }
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  var number: Int? {
    switch self {
    case .integer(let value): value
    case .fraction(let value): Int(exactly: value)
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  var flag: Bool? {
    switch number {
    case 0: false
    case 1: true
    default: nil
    }
  }

  /// All of them, or nil if one is something else.
  func list<Value>(of body: (JSON) -> Value?) -> [Value]? {
    guard let elements else { return nil }
    let values = elements.compactMap(body)
    return values.count == elements.count ? values : nil
  }
}

extension String {
  /// An offset inside the text on which a scalar opens: this one, or the nearest before it.
  func boundary(at offset: Int) -> Int {
    var place = min(max(0, offset), utf8.count)
    while place > 0, place < utf8.count, utf8[utf8.index(startIndex, offsetBy: place)] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
