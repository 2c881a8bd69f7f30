import Briefing

/// What `export --format json` writes: all that `show --json` does, and what it takes to read it back without loss.
extension StoryDetail {
  var exportedJSON: JSON {
    .object([
      "id": .string(row.id.text),
      "headline": .string(story.headline),
      "summary": .strings(story.summary),
      "lede": .array(story.lede.exportedJSON),
      "sections": .array(exportedSections),
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
    ]).adding(story.authorsJSON)
  }

  /// Whether a heading asks is said where it does not, and where nothing but that would say that it does.
  private var exportedSections: [JSON] {
    let asking = story.questionHeadings
    return story.sections.enumerated().map { number, section in
      let isSaid = !section.isQuestion || !asking.contains(number)
      return .object(["heading": .string(section.heading), "paragraphs": .array(section.blocks.exportedJSON)])
        .adding(section.levelJSON).adding(isSaid ? ["isQuestion": .bool(section.isQuestion)] : [:])
    }
  }
}

extension [Block] {
  fileprivate var exportedJSON: [JSON] {
    indices.map { self[$0].exportedJSON(behind: $0 > 0 ? self[$0 - 1] : nil) }
  }
}

extension Block {
  /// `citations` names each source once, as `show --json` does; `cited` says where each mark stands, in UTF-8 bytes, `spans`
  /// the same of what is set apart, and `in` which quotes and items the block stands in.
  fileprivate func exportedJSON(behind previous: Block?) -> JSON {
    let object = JSON.object([
      "text": .string(text),
      "citations": .strings(distinctCitations.map(\.address)),
      "cited": .array(citations.map(\.exportedJSON)),
    ])
    // Without words and sources, nothing else says that there is a block.
    let isBare = kind == .prose && text.isEmpty && containers.isEmpty && citations.isEmpty
    return object.adding(isBare ? ["kind": .string("prose")] : [:]).adding(structureJSON(behind: previous))
      .adding(containers.isEmpty ? [:] : ["in": .array(containers.map(\.exportedJSON))])
      .adding(spans.isEmpty ? [:] : ["spans": .array(spans.map(\.exportedJSON))])
  }
}

extension Citation {
  fileprivate var exportedJSON: JSON {
    .object(["at": .integer(place), "host": .string(host), "url": .string(url)])
      .adding(label.map { ["label": .string($0)] } ?? [:])
  }
}

extension Block.Container {
  fileprivate var exportedJSON: JSON {
    switch self {
    case .quote: .string("quote")
    case .item(let item):
      .object(["list": .integer(item.list), "number": .integer(item.number), "marker": .string(item.marker)])
    }
  }
}

extension Block.Span {
  fileprivate var exportedJSON: JSON {
    let object = JSON.object(["from": .integer(range.lowerBound), "to": .integer(range.upperBound)])
    return switch style {
    case .emphasis: object.adding(["style": .string("emphasis")])
    case .strong: object.adding(["style": .string("strong")])
    case .code: object.adding(["style": .string("code")])
    case .link(let url): object.adding(["style": .string("link"), "url": .string(url)])
    }
  }
}

extension Note {
  fileprivate var exportedJSON: JSON {
    .object([
      "section": section.map { .integer($0) } ?? .null, "text": .string(text), "date": .string(date.iso8601),
    ])
  }
}
