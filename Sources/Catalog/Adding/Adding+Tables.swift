import Briefing
import Foundation
import GRDB

extension Adding {
  func insert(
    _ arrival: Arrival, number: Int64, id: StoryID, fingerprint: Fingerprint, date: Moment
  ) throws {
    let story = arrival.reading.story
    try database.cachedStatement(
      sql: """
        INSERT INTO story(number, id, fingerprint, date, headline, sortKey, questions, sources, address, name)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, id.text, Int64(bitPattern: fingerprint.value), date.seconds, Line.of(story.headline),
      Line.sortKey(of: story.headline), story.sections.count, story.sources.count,
      story.url.map(Address.key(of:)), arrival.name,
    ])
    try database.cachedStatement(sql: "INSERT INTO text(story, original, reading) VALUES (?, ?, ?)").execute(
      arguments: [
        number, Data(arrival.original), Data(ReadingEncoder.encode(arrival.reading, original: arrival.original)),
      ])
    try database.cachedStatement(
      sql: """
        UPDATE total SET stories = stories + 1, unread = unread + 1, displacement = max(displacement, ?)
        """
    ).execute(arguments: [number - Numbering.slot(date)])
  }

  /// Keeps the figures of each source current as stories come.
  func insertSources(of story: Story, number: Int64, date: Moment) throws {
    var claims: [String: Int] = [:]
    for citation in story.paragraphs.lazy.flatMap(\.citations) { claims[citation.host, default: 0] += 1 }
    for host in story.sources {
      let source = try Int64.fetchOne(
        database.cachedStatement(
          sql: """
            INSERT INTO source(host, claims, stories, firstSeen, lastSeen) VALUES (?1, ?2, 1, ?3, ?3)
            ON CONFLICT(host) DO UPDATE SET claims = claims + ?2, stories = stories + 1,
              firstSeen = min(firstSeen, ?3), lastSeen = max(lastSeen, ?3)
            RETURNING number
            """),
        arguments: [host, claims[host], date.seconds])
      try database.cachedStatement(sql: "INSERT INTO citing(source, story, claims) VALUES (?, ?, ?)").execute(
        arguments: [source, number, claims[host]])
    }
  }

  func insertQuestions(of story: Story, number: Int64) throws {
    for (section, heading) in story.sections.lazy.map(\.heading).enumerated() {
      let meaning = Meaning(of: heading).number
      try database.cachedStatement(
        sql: """
          INSERT INTO meaning(number, askings, newest) VALUES (?1, 1, ?2)
          ON CONFLICT(number) DO UPDATE SET askings = askings + 1, newest = max(newest, ?2)
          """
      ).execute(arguments: [meaning, number])
      try database.cachedStatement(sql: "INSERT INTO asking(meaning, story, section, wording) VALUES (?, ?, ?, ?)")
        .execute(arguments: [meaning, number, section, Line.of(heading)])
    }
  }

  func insertWords(of story: Story, number: Int64) throws {
    let words = IndexedWords(of: story)
    try database.cachedStatement(sql: "INSERT INTO words(rowid, headings, body) VALUES (?, ?, ?)").execute(
      arguments: [number, words.headings, words.body])
  }
}

extension Meaning {
  /// What the tables know it by.
  var number: Int64 {
    var print = Fingerprint()
    print.add(key)
    return Int64(bitPattern: print.value)
  }
}
