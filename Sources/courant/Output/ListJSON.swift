import Briefing
import Formats

/// What the list forms of `--json` promise: one object a line. A story is named by its `id`, a question by its heading.
extension Row {
  var json: JSON {
    .object([
      "id": .string(id.text),
      "headline": .string(headline),
      "date": .string(date.iso8601),
      "questions": .integer(questions),
      "sources": .integer(sources),
      "unread": .bool(isUnread),
      "starred": .bool(isStarred),
      "tags": .strings(tags),
      "versions": .integer(versions),
      "publisher": .string(publisher),
      "progress": .string("\(progress)"),
    ])
  }
}

extension Hit {
  var json: JSON {
    .object([
      "id": .string(story.text),
      "headline": .string(headline),
      "date": .string(date.iso8601),
      "heading": .string(heading),
      "section": place.block.section.map { .integer($0) } ?? .null,
      "excerpt": .string(excerpt),
      "matches": .strings(matches.map(excerpt.bytes)),
    ])
  }
}

extension Source {
  var json: JSON {
    .object([
      "host": .string(host),
      "claims": .integer(claims),
      "stories": .integer(stories),
      "firstSeen": .string(firstSeen.iso8601),
      "lastSeen": .string(lastSeen.iso8601),
    ])
  }
}

extension Claim {
  var json: JSON {
    .object([
      "id": .string(story.text),
      "headline": .string(headline),
      "date": .string(date.iso8601),
      "heading": .string(heading),
      "section": place.block.section.map { .integer($0) } ?? .null,
      "sentence": .string(sentence),
      "citation": .string(citation.address),
    ])
  }
}

extension Question {
  var json: JSON {
    .object(["heading": .string(wording), "stories": .array(askings.map(\.json))])
  }
}

extension Question.Asking {
  fileprivate var json: JSON {
    .object([
      "id": .string(story.text),
      "headline": .string(headline),
      "date": .string(date.iso8601),
      "section": .integer(section),
      "heading": .string(wording),
    ])
  }
}

extension PlacedNote {
  var json: JSON {
    .object([
      "id": .string(story.text),
      "headline": .string(headline),
      "date": .string(date.iso8601),
      "heading": .string(heading),
      "section": note.section.map { .integer($0) } ?? .null,
      "note": .string(note.text),
      "written": .string(note.date.iso8601),
    ])
  }
}

extension TagCount {
  var json: JSON {
    .object(["tag": .string(name), "stories": .integer(stories)])
  }
}
