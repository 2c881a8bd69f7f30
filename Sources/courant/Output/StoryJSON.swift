import Briefing

/// What `show --json` promises of a story. Keys may be added; none is renamed or dropped.
extension Entry {
  var json: JSON {
    .object([
      "id": .string(row.id.text),
      "headline": .string(story.headline),
      "summary": .strings(story.summary),
      "lede": .array(story.lede.map(\.json)),
      "sections": .array(story.sections.map(\.json)),
      "sources": .strings(story.sources),
      "publisher": .string(story.publisher),
      "url": .string(story.url),
      "published": .string(story.published?.iso8601),
      "setAside": .array(setAside.map(\.json)),
      "version": .integer(version),
      "versions": .integer(versions),
    ])
  }
}

extension Block {
  fileprivate var json: JSON {
    .object(["text": .string(text), "citations": .strings(distinctCitations.map { $0.url ?? $0.host })])
  }
}

extension Section {
  fileprivate var json: JSON {
    .object(["heading": .string(heading), "paragraphs": .array(blocks.map(\.json))])
  }
}

extension SetAside {
  fileprivate var json: JSON {
    .object(["text": .string(text), "reason": .string(reason.rawValue)])
  }
}
