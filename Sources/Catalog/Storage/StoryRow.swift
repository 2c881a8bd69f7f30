import Briefing
import GRDB

/// A whole row of the table `story`: the one place where its columns are read and written by their names. What lists, or
/// sets one mark, asks for the columns that it needs.
struct StoryRow {
  var number: Int64
  var id: String
  var date: Int64
  var digest: StoryDigest
  var place: BundlePlace
  var isUnread = true
  var isStarred = false
  var versions: Int64 = 1
  /// In their order, with spaces between them.
  var tags: String?
  var address: String?
  var origin: Int64?
  /// What its provenance is (`Provenance.kind`).
  var kind: Int64 = 0
  var feed: String?
  var guid: String?
  var visibility = Visibility.shown
  var removedAt: Int64?
  /// The entry of the journal that takes it back with all that was added with it.
  var addition: Int64?
  var progress = Briefing.Row.Progress.none
  /// What the user put in the place of the headline, and of the date.
  var editedHeadline: String?
  var editedDate: Int64?

  /// The kinds of a page, and of an entry of a feed.
  static let page: Int64 = 1
  static let entry: Int64 = 2

  init(number: Int64, id: StoryID, date: Moment, digest: StoryDigest, place: BundlePlace) {
    (self.number, self.id, self.date, self.digest, self.place) = (number, id.text, date.seconds, digest, place)
  }

  /// Nil where a column holds nothing that a story could have there.
  /// - Parameter number: the row's own, which a salvaged row has apart from its columns.
  init?(number: Int64, _ values: some ColumnValues) {
    guard let id = values.text("id"), let date = values.integer("date"), let digest = StoryDigest(values),
      let place = values.place
    else { return nil }
    (self.number, self.id, self.date, self.digest, self.place) = (number, id, date, digest, place)
    isUnread = values.integer("isUnread") != 0
    isStarred = values.integer("isStarred") == 1
    versions = values.integer("versions") ?? 1
    tags = values.text("tags")
    address = values.text("address")
    origin = values.integer("origin")
    kind = values.integer("kind") ?? 0
    feed = values.text("feed")
    guid = values.text("guid")
    removedAt = values.integer("removedAt")
    // What is out of sight says since when; what does not was garbled, and is shown.
    visibility = removedAt == nil ? .shown : values.integer("isRemoved").flatMap(Visibility.init) ?? .shown
    addition = values.integer("addition")
    progress = values.integer("progress").flatMap { Briefing.Row.Progress(rawValue: Int(clamping: $0)) } ?? .none
    editedHeadline = values.text("editedHeadline")
    editedDate = values.integer("editedDate")
  }

  /// Takes what the user puts in the place of what a text says; what it says already is no edit.
  mutating func edit(_ edits: StoryEdits, _ digest: StoryDigest, at date: Moment) {
    let headline = edits.headline.map { LineText.of(Gate.text(of: $0)) }
    editedHeadline = headline.flatMap { $0.isEmpty || $0 == digest.headline ? nil : $0 }
    editedDate = edits.date.flatMap { $0 == date ? nil : $0.seconds }
    show(digest, at: date)
  }

  /// Says what a text says, but for what the user edited.
  mutating func show(_ digest: StoryDigest, at date: Moment) {
    self.digest = digest
    self.date = editedDate ?? date.seconds
    guard let editedHeadline else { return }
    self.digest.headline = LineText.of(editedHeadline)
    self.digest.sortKey = LineText.sortKey(of: editedHeadline)
  }

  var edits: StoryEdits {
    StoryEdits(headline: editedHeadline, date: editedDate.map { Moment(seconds: $0) })
  }

  private func write(to columns: inout some ColumnWriter) {
    columns.add("number", number)
    columns.add("id", id)
    columns.add("date", date)
    columns.add("fingerprint", digest.fingerprint)
    columns.add("headline", digest.headline)
    columns.add("sortKey", digest.sortKey)
    columns.add("questions", digest.questions)
    columns.add("sources", digest.sources)
    columns.add("text", place.bundle)
    columns.add("piece", Int64(place.index))
    columns.add("isUnread", isUnread ? 1 : 0)
    columns.add("isStarred", isStarred ? 1 : 0)
    columns.add("versions", versions)
    columns.add("tags", tags)
    columns.add("address", address)
    columns.add("origin", origin)
    columns.add("kind", kind)
    columns.add("feed", feed)
    columns.add("guid", guid)
    columns.add("isRemoved", visibility.rawValue)
    columns.add("removedAt", removedAt)
    columns.add("addition", addition)
    columns.add("publisher", digest.publisher)
    columns.add("progress", Int64(progress.rawValue))
    columns.add("editedHeadline", editedHeadline)
    columns.add("editedDate", editedDate)
  }

  func insert(in database: Database) throws {
    try BoundStatement(Self.insertion, in: database).run { write(to: &$0) }
  }

  /// Writes it in the place of the row that had a number.
  func replace(_ number: Int64, in database: Database) throws {
    try BoundStatement(Self.replacement, in: database).run { values in
      write(to: &values)
      values.add(number)
    }
  }

  private static let names = {
    var names = ColumnNames()
    StoryRow(
      number: 0, id: StoryID(""), date: Moment(seconds: 0), digest: StoryDigest(of: Story(headline: "")),
      place: BundlePlace(bundle: 0, index: 0)
    ).write(to: &names)
    return names.all
  }()
  private static let insertion =
    "INSERT INTO story(\(names.joined(separator: ", "))) VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))"
  private static let replacement =
    "UPDATE story SET \(names.map { "\($0) = ?" }.joined(separator: ", ")) WHERE number = ?"

  static func row(_ number: Int64, in database: Database) throws -> StoryRow? {
    let statement = try database.cachedStatement(sql: "SELECT * FROM story WHERE number = ?")
    guard let values = try GRDB.Row.fetchOne(statement, arguments: [number]) else { return nil }
    guard let row = StoryRow(number: number, values) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    return row
  }
}

/// What a row says of a story's words.
struct StoryDigest: Hashable, Sendable {
  var fingerprint: Int64
  var headline: String
  var sortKey: String
  var questions: Int64
  var sources: Int64
  var publisher: String?

  init(of story: Story) {
    self.init(of: story, fingerprint: story.fingerprint)
  }

  init(of story: Story, fingerprint: Fingerprint) {
    self.fingerprint = Int64(bitPattern: fingerprint.value)
    headline = LineText.of(story.headline)
    sortKey = LineText.sortKey(of: story.headline)
    (questions, sources) = (Int64(story.questionCount), Int64(story.sources.count))
    publisher = story.publisher.map(LineText.of)
  }

  fileprivate init?(_ values: some ColumnValues) {
    guard let fingerprint = values.integer("fingerprint") else { return nil }
    self.fingerprint = fingerprint
    (headline, sortKey) = (values.text("headline") ?? "", values.text("sortKey") ?? "")
    (questions, sources) = (values.integer("questions") ?? 0, values.integer("sources") ?? 0)
    publisher = values.text("publisher")
  }
}

/// Takes the columns of a row, one after another.
private protocol ColumnWriter {
  mutating func add(_ column: String, _ number: Int64?)
  mutating func add(_ column: String, _ text: String?)
}

private struct ColumnNames: ColumnWriter {
  private(set) var all: [String] = []

  mutating func add(_ column: String, _ number: Int64?) { all.append(column) }
  mutating func add(_ column: String, _ text: String?) { all.append(column) }
}

extension BoundStatement.Values: ColumnWriter {
  fileprivate mutating func add(_ column: String, _ number: Int64?) { add(number) }
  fileprivate mutating func add(_ column: String, _ text: String?) { add(text) }
}

/// What a row holds by the names of its columns: nil where there is no such column, or another kind of value.
protocol ColumnValues {
  func integer(_ column: String) -> Int64?
  func text(_ column: String) -> String?
}

extension ColumnValues {
  /// Where the text lies that the row is about.
  var place: BundlePlace? {
    guard let bundle = integer("text"), let index = integer("piece").flatMap({ Int(exactly: $0) }) else { return nil }
    return BundlePlace(bundle: bundle, index: index)
  }
}

extension GRDB.Row: ColumnValues {
  func integer(_ column: String) -> Int64? {
    guard case .int64(let number)? = value(column) else { return nil }
    return number
  }

  func text(_ column: String) -> String? {
    guard case .string(let text)? = value(column) else { return nil }
    return text
  }

  private func value(_ column: String) -> DatabaseValue.Storage? {
    (self[column] as DatabaseValue?)?.storage
  }
}

/// A headline or question as the tables show it in lists; the whole of it is with the story.
enum LineText {
  /// In UTF-8; more than any window has room for.
  private static let longest = 1024

  /// As much of the text as a line can show. SQLite takes a text to end at a NUL: a space stands for it.
  static func of(_ text: String) -> String {
    let isWhole = text.utf8.count <= longest
    if isWhole, !text.utf8.contains(0) { return text }
    var bytes = text.utf8.prefix(longest).map { $0 == 0 ? 0x20 : $0 }
    if isWhole { return String(decoding: bytes, as: UTF8.self) }
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self) + "…"
  }

  /// What lists by headline are sorted by.
  static func sortKey(of text: String) -> String {
    FoldedText.sortKey(of: text, bytes: 32)
  }
}

extension GRDB.Row {
  /// The value in a column; throws where the file holds something that it cannot be.
  ///
  /// It hides GRDB's own, which ends the process then: a page that was garbled may hold anything.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
    get throws { try decode(Value.self, atIndex: index) }
  }
}
