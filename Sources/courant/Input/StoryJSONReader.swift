import Briefing
import Catalog
import Foundation

/// Reads a story that `export --format json` or `show --json` wrote.
///
/// Keys that it does not know are passed over; under those that it knows, anything but what a story has there is refused.
/// All text passes the gate.
struct StoryJSONReader {
  /// Parsed JSON takes many times the room of its text, and most where it has many small values.
  static let limit = 16 << 20
  private static let mostValues = 1_000_000

  let object: [String: Any]

  static func read(_ bytes: [UInt8]) throws(JSONFlaw) -> (Reading, UserMarks?) {
    guard bytes.count <= limit, bytes.count(where: opensValue) <= mostValues else { throw .tooLarge }
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)), let object = value as? [String: Any] else {
      throw .broken
    }
    let reader = StoryJSONReader(object: object)
    let story = try reader.story()
    let reading = Reading(story: story, setAside: try reader.setAside(), stamp: try reader.stamp())
    return (reading, try reader.marks(sections: story.sections.count))
  }

  /// Nearly all values have such a byte before them.
  private static func opensValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  private func story() throws(JSONFlaw) -> Story {
    guard object["headline"] is String else { throw .noHeadline }
    var story = Story(headline: try text("headline") ?? "")
    story.summary = try list("summary", of: String.self).map(Self.line)
    var blocks = BlockJSONReader()
    story.lede = try blocks.blocks(try objects("lede"))
    let sections = try objects("sections")
    story.sections = try sections.map { section throws(JSONFlaw) in
      Section(
        heading: try section.text("heading") ?? "",
        level: min(max(1, try section.value("level", as: Int.self) ?? Section.usualLevel), 6),
        blocks: try blocks.blocks(try section.objects("paragraphs")))
    }
    story = story.withQuestionsMarked()
    for (number, section) in sections.enumerated() {
      if let asks = try section.value("isQuestion", as: Bool.self) { story.sections[number].isQuestion = asks }
    }
    story.authors = try list("authors", of: String.self).map(Self.line).filter { !$0.isEmpty }
    story.publisher = try text("publisher")
    story.url = try text("url")
    story.published = try moment("published")
    guard !story.headline.isEmpty || story.leaves.count > 1 else { throw .noHeadline }
    return story
  }

  /// Where the places of citations are not given, they stand at the end of the paragraph.
  func citations(in text: String) throws(JSONFlaw) -> [Citation] {
    let end = text.utf8.count
    guard object["cited"] != nil else {
      return try list("citations", of: String.self).map { name throws(JSONFlaw) in
        try Self.citation(at: end, host: CitedName.host(in: name), url: name, key: "citations")
      }
    }
    let citations = try objects("cited").map { cited throws(JSONFlaw) in
      let place = try cited.value("at", as: Int.self) ?? end
      let host = try cited.value("host", as: String.self).flatMap(CitedName.host)
      let url = try cited.value("url", as: String.self)
      var citation = try Self.citation(at: text.boundary(at: place), host: host, url: url, key: "cited")
      citation.label = try cited.text("label").flatMap { $0.isEmpty ? nil : $0 }
      return citation
    }
    return citations.inReadingOrder
  }

  private static func citation(at place: Int, host: String?, url: String?, key: String) throws(JSONFlaw) -> Citation {
    guard let host = host ?? url.flatMap(CitedName.host) else { throw .strange(key: key) }
    return Citation(place: place, host: host, url: url.flatMap(CitedName.address))
  }
}

extension StoryJSONReader {
  /// Nothing of the input but its text is left to say where it stood.
  private func setAside() throws(JSONFlaw) -> [SetAside] {
    try objects("setAside").map { piece throws(JSONFlaw) in
      let reason = try piece.text("reason").flatMap(SetAside.Reason.init) ?? .footer
      return SetAside(place: 0..<0, text: try piece.text("text") ?? "", reason: reason)
    }
  }

  private func stamp() throws(JSONFlaw) -> CatalogStamp {
    CatalogStamp(id: try value("id", as: String.self).flatMap(StoryID.init(named:)), date: try moment("date"))
  }

  /// Nil where nothing is said of marks, as in what `show --json` prints.
  private func marks(sections: Int) throws(JSONFlaw) -> UserMarks? {
    guard ["unread", "starred", "tags", "notes"].contains(where: { object[$0] != nil }) else { return nil }
    return UserMarks(
      isUnread: try value("unread", as: Bool.self) ?? true, isStarred: try value("starred", as: Bool.self) ?? false,
      tags: try tags(),
      notes: try notes(sections: sections))
  }

  /// Each once; a story does not take all of them if they are too many.
  private func tags() throws(JSONFlaw) -> [String] {
    var seen: Set<String> = []
    return try list("tags", of: String.self).compactMap(Tag.name).filter { seen.insert($0).inserted }
  }

  /// A note on a section that is not there stays, above the first one; where there are several on one, they become one.
  private func notes(sections: Int) throws(JSONFlaw) -> [Note] {
    let notes = try objects("notes").map { note throws(JSONFlaw) in
      let section = try note.value("section", as: Int.self)
      return Note(
        section: section.flatMap { (0..<sections).contains($0) ? $0 : nil }, text: try note.lines("text"),
        date: try note.moment("date") ?? Moment(seconds: 0))
    }
    return notes.filter { !$0.text.isEmpty }.joined
  }
}

extension StoryJSONReader {
  /// What stands under a key; nil if nothing or null does.
  func value<Value>(_ key: String, as type: Value.Type) throws(JSONFlaw) -> Value? {
    guard let any = object[key], !(any is NSNull) else { return nil }
    guard let value = any as? Value else { throw .strange(key: key) }
    return value
  }

  func list<Element>(_ key: String, of type: Element.Type) throws(JSONFlaw) -> [Element] {
    try value(key, as: [Element].self) ?? []
  }

  func objects(_ key: String) throws(JSONFlaw) -> [StoryJSONReader] {
    try list(key, of: [String: Any].self).map { StoryJSONReader(object: $0) }
  }

  private func moment(_ key: String) throws(JSONFlaw) -> Moment? {
    guard let text = try value(key, as: String.self) else { return nil }
    guard let moment = Moment(iso8601: text) else { throw .strange(key: key) }
    return moment
  }

  func text(_ key: String) throws(JSONFlaw) -> String? {
    try value(key, as: String.self).map(Self.line)
  }

  /// Text that keeps its line breaks, as a note does.
  func lines(_ key: String) throws(JSONFlaw) -> String {
    let text = try value(key, as: String.self) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { Gate.text(of: String($0)) }
      .joined(separator: "\n")
  }

  /// A block's text as the parser would have made it: through the gate, on one line, with single spaces.
  static func line(_ text: String) -> String {
    Gate.words(of: text)
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
