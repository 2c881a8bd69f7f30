import Briefing
import Foundation
import GRDB
import System

/// Puts what is left of a catalog into a new one.
///
/// A story whose row is left keeps its number, its id and everything that the user set. One of which only the text is left
/// is added as if it came anew, under the date that its bundle says.
struct CatalogRebuilder {
  private let file: PageFile
  private let salvaged: SalvagedRows
  private let database: Database
  private var rescue = Rescue(saved: 0, garbled: 0, lost: 0, damaged: "")
  private let sketches = SketchIndex()
  /// The stories that can be read.
  private var readable: Set<BundlePlace> = []
  private var rows: [BundlePlace: StoryRow] = [:]
  private var versions: [BundlePlace: SalvagedRows.VersionRow] = [:]
  private var ids: Set<String> = []
  /// The numbers that stories have now, by those that they had.
  private var numbers: [Int64: Int64] = [:]

  /// More than any story has: what was garbled may look like a million.
  private static let mostTags = 1000

  static func rebuild(from file: PageFile, at path: String) throws -> Rescue {
    Files.create(path)
    let queue = try DatabaseQueue(path: path, configuration: Connection.plain)
    let rescue = try queue.inDatabase { database in
      // Pages go to the file itself, so that one that the disk refuses is told. What is not whole is never used.
      try database.execute(
        sql: "PRAGMA page_size = \(CatalogSchema.pageSize); PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      var rescue: Rescue?
      try database.inTransaction(.immediate) {
        try CatalogSchema.create(in: database)
        // How stories are known again by their words is worked out later.
        try database.execute(sql: "UPDATE total SET sketchedTo = 9223372036854775807")
        var rebuilding = CatalogRebuilder(file: file, salvaged: SalvagedRows(of: file), database: database)
        rescue = try rebuilding.run()
        return .commit
      }
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      return rescue
    }
    try queue.close()
    guard try Connection.isSound(CatalogFiles(catalog: path)) else {
      throw CatalogError.storage(code: 10, message: "what was written is not what is there")
    }
    guard let rescue else { throw CatalogError.corrupt(path: path) }
    return rescue
  }

  private init(file: PageFile, salvaged: SalvagedRows, database: Database) {
    self.file = file
    self.salvaged = salvaged
    self.database = database
  }

  private mutating func run() throws -> Rescue {
    let bundles = salvaged.bundles.keys.sorted()
    for number in bundles {
      for (index, stored) in stories(number).enumerated() where stored?.reading() != nil {
        readable.insert(BundlePlace(bundle: number, index: index))
      }
    }
    chooseRows()
    for number in bundles { try keep(number) }
    for number in bundles { try addUnknown(number) }
    try keepVersions()
    try keepState()
    try SalvagedFeeds(salvaged.ofFeeds, numbers: numbers).write(to: database)
    try count()
    return rescue
  }

  private func stories(_ number: Int64) -> [StoredStory?] {
    guard let position = salvaged.bundles[number], let cell = file.cell(position.cell, in: position.page) else {
      return []
    }
    return SalvagedRows.bundle(cell) ?? []
  }

  /// Of two rows that say that they are the same story, the one with the newer text is right.
  private mutating func chooseRows() {
    let newestFirst = salvaged.stories.sorted { ($0.place.bundle, $0.place.index) > ($1.place.bundle, $1.place.index) }
    for row in newestFirst where readable.contains(row.place) && rows[row.place] == nil {
      guard numbers[row.number] == nil, StoryID(named: row.id) == nil || ids.insert(row.id).inserted else { continue }
      rows[row.place] = row
      numbers[row.number] = row.number
    }
    for version in salvaged.versions where readable.contains(version.place) && numbers[version.story] != nil {
      versions[version.place] = version
    }
  }

  /// Takes a bundle over in which a story is known, with what was damaged in it made good or left empty.
  private mutating func keep(_ number: Int64) throws {
    var isKnown = false
    var stories: [StoredStory] = []
    for (index, stored) in self.stories(number).enumerated() {
      let place = BundlePlace(bundle: number, index: index)
      var stored = stored ?? StoredStory(number: 0, date: 0, original: [], reading: [])
      if let row = rows[place], let reading = stored.reading(as: row.digest.fingerprint) {
        isKnown = true
        stored.reading = ReadingEncoder.encode(reading, original: stored.original)
        try insert(row, reading, stored)
      } else if versions[place] != nil {
        isKnown = true
      }
      stories.append(stored)
    }
    guard isKnown else { return }
    try database.cachedStatement(sql: "INSERT INTO text(number, pieces) VALUES (?, ?)").execute(
      arguments: [number, Data(Bundle.encode(stories))])
  }

  private mutating func insert(_ row: StoryRow, _ reading: Reading, _ stored: StoredStory) throws {
    let digest = StoryDigest(of: reading.story)
    if digest.fingerprint != row.digest.fingerprint { rescue.garbled += 1 }
    var kept = row
    kept.show(digest, at: Moment(seconds: row.date))
    if row.number < Numbering.slot(Moment(seconds: row.date)) { kept.date = stored.date }
    if StoryID(named: row.id) == nil {
      kept.id = Adding.freeID(reading.story.fingerprint.letters, taken: ids).text
      ids.insert(kept.id)
    }
    // Both are made again from what they repeat.
    (kept.tags, kept.versions) = (nil, 1)
    try kept.insert(in: database)
  }

  /// Adds the stories of a bundle that no row tells of.
  private mutating func addUnknown(_ number: Int64) throws {
    var found: [(number: Int64, incoming: IncomingStory)] = []
    for (index, stored) in stories(number).enumerated() {
      let place = BundlePlace(bundle: number, index: index)
      guard let stored, rows[place] == nil, versions[place] == nil, let reading = stored.reading() else { continue }
      let incoming = IncomingStory(reading: reading, original: stored.original, date: Moment(seconds: stored.date))
      found.append((stored.number, incoming))
    }
    guard !found.isEmpty else { return }
    var none: Addition?
    let added = try Adding.add(
      found.map(\.incoming), of: &none, numbering: Numbering(), sketches: sketches, in: database)
    for (id, (number, _)) in zip(added.ids, found) where numbers[number] == nil {
      numbers[number] = try StoryTable.number(of: id, in: database)
    }
  }

  private mutating func keepVersions() throws {
    let insert = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO version(story, date, text, piece, fingerprint, addition, wasUnread)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (place, version) in versions {
      try insert.execute(arguments: [
        version.story, version.date, place.bundle, place.index, version.fingerprint, version.addition,
        version.wasUnread,
      ])
    }
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO version(story, date, text, piece, fingerprint)
          SELECT number, date, text, piece, fingerprint FROM story WHERE number IN (SELECT story FROM version);
        UPDATE story SET versions = max(1, (SELECT count(*) FROM version WHERE version.story = story.number));
        """)
  }

  /// What the user set, of the stories that are there.
  private func keepState() throws {
    for row in rows.values { for tag in Set(row.tagNames.prefix(Self.mostTags)) { try keep(tag, on: row.number) } }
    for (story, tags) in salvaged.taggings { for tag in tags { try keep(tag, on: story) } }
    for note in salvaged.notes {
      guard let number = numbers[note.story] else { continue }
      try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO note(story, section, text, date) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [number, note.section, note.text, note.date])
    }
    for (story, place) in salvaged.bookmarks {
      guard let number = numbers[story] else { continue }
      try database.cachedStatement(sql: "INSERT OR IGNORE INTO bookmark(story, place) VALUES (?, ?)").execute(
        arguments: [number, Data(place)])
    }
    for (name, query) in salvaged.queries { try SavedQueries.put(SavedQuery(name: name, query: query), in: database) }
    for (name, date) in salvaged.tombstones {
      try database.cachedStatement(sql: "INSERT INTO tombstone(name, date) VALUES (?, ?)").execute(
        arguments: [name, date])
    }
    for (number, entry) in salvaged.journal.sorted(by: { $0.key < $1.key }) {
      try database.cachedStatement(sql: "INSERT INTO journal(number, date, undo) VALUES (?, ?, ?)").execute(
        arguments: [number, entry.date, Data(entry.undo)])
    }
  }

  private func keep(_ tag: String, on story: Int64) throws {
    guard let number = numbers[story], let tag = Tag.name(tag),
      let id = try StoryQueries.row(number, in: database)?.id
    else { return }
    try Tags.set(tag, true, on: id, in: database)
  }

  private mutating func count() throws {
    try database.execute(
      sql: """
        UPDATE total SET stories = (SELECT count(*) FROM story WHERE isRemoved = 0),
          unread = (SELECT count(*) FROM story WHERE isRemoved = 0 AND isUnread = 1),
          starred = (SELECT count(*) FROM story WHERE isRemoved = 0 AND isStarred = 1),
          sketchedTo = (SELECT coalesce(max(number), 0) FROM text),
          sketchedFrom = (SELECT coalesce(max(number), 0) FROM text) + 1,
          displacement = coalesce((SELECT max(number - (date >> 4)) FROM story), 0)
        """)
    rescue.saved = try Int.fetchOne(database, sql: "SELECT stories FROM total") ?? 0
    let known = max(
      Set(salvaged.stories.filter { $0.visibility == .shown }.map { StoryID(named: $0.id)?.text ?? "\($0.number)" })
        .count,
      Int(clamping: min(salvaged.total, 1 << 40)))
    rescue.lost = max(0, known - rescue.saved)
  }
}

extension StoredStory {
  /// What can be read of it: as it was stored, or else anew from the original; nil if there is nothing.
  fileprivate func reading(as fingerprint: Int64? = nil) -> Reading? {
    let stored = ReadingDecoder.decode(reading, original: original)
    if let stored, fingerprint.map({ $0 == stored.story.fingerprint.asNumber }) ?? true { return stored }
    // The gate lets nothing through that must not be shown; what was stored may have been garbled since.
    guard !original.isEmpty else { return nil }
    return StoryParser.parse(original)
  }
}

extension StoryRow {
  fileprivate var tagNames: [String] { tags?.split(separator: " ").map(String.init) ?? [] }
}

extension Fingerprint {
  fileprivate var asNumber: Int64 { Int64(bitPattern: value) }
}
