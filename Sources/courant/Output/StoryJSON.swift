import Briefing

/// What `show --json` promises of a story. Keys may be added; none is renamed or dropped.
extension StoryDetail {
  var json: JSON {
    .object([
      "id": .string(row.id.text),
      "headline": .string(story.headline),
      "summary": .strings(story.summary),
      "lede": .array(story.lede.json),
      "sections": .array(story.sections.map(\.json)),
      "sources": .strings(story.sources),
      "publisher": .string(story.publisher),
      "url": .string(story.url),
      "published": .string(story.published?.iso8601),
      "setAside": .array(setAside.map(\.json)),
      "version": .integer(version),
      "versions": .integer(versions),
    ]).adding(story.authorsJSON)
  }
}

extension [Block] {
  fileprivate var json: [JSON] {
    indices.map { index in
      let block = self[index]
      return .object([
        "text": .string(block.text), "citations": .strings(block.distinctCitations.map(\.address)),
      ])
      .adding(block.structureJSON(behind: index > 0 ? self[index - 1] : nil))
    }
  }
}

extension Section {
  fileprivate var json: JSON {
    .object(["heading": .string(heading), "paragraphs": .array(blocks.json)]).adding(levelJSON)
      .adding(isQuestion ? [:] : ["isQuestion": .bool(false)])
  }
}

extension SetAside {
  fileprivate var json: JSON {
    .object(["text": .string(text), "reason": .string(reason.rawValue)])
  }
}
