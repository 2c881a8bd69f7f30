public import Briefing

extension StoryDetail {
  /// What `show --json` promises of a story. Keys may be added; none is renamed or dropped.
  public var shownJSON: JSON { StoryJSONWriter(isExact: false).story(self) }

  /// What `export --format json` writes: what it takes to read the story back without loss, and what the user set on it.
  public var exportedJSON: JSON { StoryJSONWriter(isExact: true).story(asWritten) }
}

/// Writes a story in JSON, for programs that look at it, or exactly, to be read back.
private struct StoryJSONWriter {
  let isExact: Bool

  func story(_ detail: StoryDetail) -> JSON {
    let (row, story) = (detail.row, detail.story)
    let set: KeyValuePairs<String, JSON> = [
      "date": .string(row.date.iso8601), "unread": .bool(row.isUnread), "starred": .bool(row.isStarred),
      "tags": .strings(row.tags), "notes": .array(detail.notes.map(note)),
    ]
    return JSON.object([
      "id": .string(row.id.text),
      "headline": .string(story.headline),
      "summary": .strings(story.summary),
      "lede": .array(blocks(story.lede)),
      "sections": .array(sections(of: story)),
      "sources": .strings(story.sources),
      "publisher": .string(story.publisher),
      "url": .string(story.url),
      "published": .string(story.published?.iso8601),
    ])
    .adding(isExact ? set : [:])
    .adding([
      "setAside": .array(
        detail.setAside.map { .object(["text": .string($0.text), "reason": .string($0.reason.rawValue)]) })
    ])
    .adding(isExact ? [:] : ["version": .integer(detail.version), "versions": .integer(detail.versions)])
    .adding(story.authors.isEmpty ? [:] : ["authors": .strings(story.authors)])
    .adding(isExact ? [] : origin(of: detail))
    .adding(isExact ? edited(detail.edits) : written(detail.written))
  }

  /// What it was before it came, and where else it stands; nothing of what came as a text.
  private func origin(of detail: StoryDetail) -> [JSON.Member] {
    [
      detail.kind == .briefing ? nil : JSON.Member(key: "kind", value: .string(detail.kind.rawValue)),
      detail.feed.map { JSON.Member(key: "feed", value: .string($0)) },
      detail.kept.map { JSON.Member(key: "kept", value: .string($0.iso8601)) },
      detail.places.isEmpty ? nil : JSON.Member(key: "places", value: .array(detail.places.map(\.json))),
    ].compactMap(\.self)
  }

  /// What stands in the place of the story's own headline and date.
  private func edited(_ edits: StoryEdits) -> KeyValuePairs<String, JSON> {
    if edits.isEmpty { return [:] }
    let (headline, date) = (edits.headline, edits.date?.iso8601)
    return ["edited": .object(["headline": .string(headline), "date": .string(date)])]
  }

  /// What the story says itself, where the user put something else in its place.
  private func written(_ words: WrittenWords?) -> KeyValuePairs<String, JSON> {
    guard let words else { return [:] }
    return [
      "written": .object([
        "headline": .string(words.headline), "published": .string(words.published?.iso8601),
      ])
    ]
  }

  /// Whether a heading asks is said where it does not, and exactly also where nothing but that would say that it does.
  private func sections(of story: Story) -> [JSON] {
    let asking = isExact ? story.questionHeadings : Set(story.sections.indices)
    return story.sections.enumerated().map { number, section in
      let isSaid = !section.isQuestion || !asking.contains(number)
      return JSON.object(["heading": .string(section.heading), "paragraphs": .array(blocks(section.blocks))])
        .adding(section.level == Section.usualLevel ? [:] : ["level": .integer(section.level)])
        .adding(isSaid ? ["isQuestion": .bool(section.isQuestion)] : [:])
    }
  }

  private func blocks(_ blocks: [Block]) -> [JSON] {
    blocks.indices.map { block(blocks[$0], behind: $0 > 0 ? blocks[$0 - 1] : nil) }
  }

  /// `citations` names each source once; exactly, `cited` says where each mark stands, in UTF-8 bytes, `spans` the same of
  /// what is set apart, and `in` which quotes and items the block stands in.
  private func block(_ block: Block, behind previous: Block?) -> JSON {
    let object = JSON.object([
      "text": .string(block.text), "citations": .strings(block.distinctCitations.map(\.address)),
    ])
    let structure = block.structureJSON(behind: previous)
    guard isExact else { return object.adding(structure) }
    // Without words and sources, nothing else says that there is a block.
    let isBare = block.kind == .prose && block.text.isEmpty && block.containers.isEmpty && block.citations.isEmpty
    return object.adding(["cited": .array(block.citations.map(\.json))])
      .adding(isBare ? ["kind": .string("prose")] : [:]).adding(structure)
      .adding(block.containers.isEmpty ? [:] : ["in": .array(block.containers.map(\.json))])
      .adding(block.spans.isEmpty ? [:] : ["spans": .array(block.spans.map(\.json))])
  }

  private func note(_ note: Note) -> JSON {
    .object([
      "section": note.section.map { .integer($0) } ?? .null, "text": .string(note.text),
      "date": .string(note.date.iso8601),
    ])
  }
}

extension StoryPlace {
  fileprivate var json: JSON { .object(["feed": .string(name), "guid": .string(guid)]) }
}

extension Citation {
  fileprivate var json: JSON {
    .object(["at": .integer(place), "host": .string(host), "url": .string(url)])
      .adding(label.map { ["label": .string($0)] } ?? [:])
  }
}

extension Block.Container {
  fileprivate var json: JSON {
    switch self {
    case .quote: .string("quote")
    case .item(let item):
      .object(["list": .integer(item.list), "number": .integer(item.number), "marker": .string(item.marker)])
    }
  }
}

extension Block.Span {
  fileprivate var json: JSON {
    let object = JSON.object(["from": .integer(range.lowerBound), "to": .integer(range.upperBound)])
    return switch style {
    case .emphasis: object.adding(["style": .string("emphasis")])
    case .strong: object.adding(["style": .string("strong")])
    case .code: object.adding(["style": .string("code")])
    case .link(let url): object.adding(["style": .string("link"), "url": .string(url)])
    }
  }
}
