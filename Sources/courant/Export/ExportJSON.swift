import Briefing

/// What `export --format json` writes: all that `show --json` does, and what it takes to read it back without loss.
extension Entry {
  var exportedJSON: JSON {
    .object([
      "id": .string(row.id.text),
      "headline": .string(story.headline),
      "summary": .strings(story.summary),
      "lede": .array(story.lede.map(\.exportedJSON)),
      "sections": .array(story.sections.map(\.exportedJSON)),
      "sources": .strings(story.sources),
      "publisher": .string(story.publisher),
      "url": .string(story.url),
      "published": .string(story.published?.iso8601),
      "date": .string(row.date.iso8601),
      "unread": .bool(row.isUnread),
      "starred": .bool(row.isStarred),
      "tags": .strings(row.tags),
      "notes": .array(notes.map(\.exportedJSON)),
      "setAside": .array(setAside.map { .object(["text": .string($0.text), "reason": .string($0.reason.rawValue)]) }),
    ])
  }
}

extension Section {
  fileprivate var exportedJSON: JSON {
    .object(["heading": .string(heading), "paragraphs": .array(blocks.map(\.exportedJSON))])
  }
}

extension Block {
  /// `citations` names each source once, as `show --json` does; `cited` says where each mark stands, in UTF-8 bytes.
  fileprivate var exportedJSON: JSON {
    .object([
      "text": .string(text),
      "citations": .strings(distinctCitations.map { $0.url ?? $0.host }),
      "cited": .array(
        citations.map { .object(["at": .integer($0.place), "host": .string($0.host), "url": .string($0.url)]) }),
    ])
  }
}

extension Note {
  fileprivate var exportedJSON: JSON {
    .object([
      "section": section.map { .integer($0) } ?? .null, "text": .string(text), "date": .string(date.iso8601),
    ])
  }
}
