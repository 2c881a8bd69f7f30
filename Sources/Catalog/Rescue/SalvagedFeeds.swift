import Briefing
import Foundation
import GRDB

/// Puts what is left of the feeds that were followed, of copies of pages, and of the account into a new catalog.
struct SalvagedFeeds {
  private let rows: [String: [SalvagedRow]]
  /// The numbers that stories have now, by those that they had.
  private let numbers: [Int64: Int64]

  init(_ rows: [String: [SalvagedRow]], numbers: [Int64: Int64]) {
    (self.rows, self.numbers) = (rows, numbers)
  }

  func write(to database: Database) throws {
    for table in CatalogSchema.tablesOfFourth.union(CatalogSchema.tablesOfFifth).sorted() {
      for row in rows[table] ?? [] { try insert(row, into: table, in: database) }
    }
    // A copy without its row is one all the same; and only what is a copy has one.
    try database.execute(
      sql: """
        DELETE FROM kept WHERE story NOT IN (SELECT number FROM story WHERE isRemoved = 3);
        INSERT OR IGNORE INTO kept(story, url, fetched, bytes)
          SELECT number, 'https://' || coalesce(address, ''), removedAt, 0 FROM story WHERE isRemoved = 3;
        DELETE FROM alias WHERE story NOT IN (SELECT story FROM kept);
        """)
  }

  /// A row that the table does not take was garbled, or is there already.
  private func insert(_ row: SalvagedRow, into table: String, in database: Database) throws {
    guard let values = values(of: row, in: table) else { return }
    let columns = values.map(\.column).joined(separator: ", ")
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    do {
      try database.execute(
        sql: "INSERT OR IGNORE INTO \(table)(\(columns)) VALUES (\(marks))",
        arguments: StatementArguments(values.map(\.value)))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {}
  }

  /// Nil where the story that it is about is not there.
  private func values(of row: SalvagedRow, in table: String) -> [(column: String, value: DatabaseValue)]? {
    var values: [(column: String, value: DatabaseValue)] = []
    for column in CatalogSchema.columns[table]?.names ?? [] {
      // A row's own number lies beside its columns.
      let isOwn = row.number != nil && values.isEmpty
      var value = isOwn ? row.number.map(Cell.Value.number) : row[column]
      if column == "story", case .number(let before)? = value {
        // What the server calls an entry is known without its story, too.
        guard let number = numbers[before] ?? (table == "item" ? 0 : nil) else { return nil }
        value = number > 0 ? .number(number) : nil
      }
      if let value = value?.databaseValue { values.append((column, value)) }
    }
    return values
  }
}

extension SalvagedRow {
  /// Whether it has what every row of a table has.
  func makesSense(in table: String) -> Bool {
    switch table {
    case "subscription": number != nil && hasTexts(["key", "url", "address", "names"])
    case "placement": hasTexts(["feed", "guid"]) && integer("story") != nil
    case "kept": number != nil && hasTexts(["url"]) && integer("fetched") != nil && integer("bytes") != nil
    case "alias": text("address")?.contains(".") ?? false && integer("story") != nil
    case "wanted": hasTexts(["address", "url"]) && integer("isAskedFor") != nil && integer("date") != nil
    case "account": number == 1 && hasTexts(["server", "user"])
    case "stream": hasTexts(["feed", "name"]) && text("name")?.hasPrefix("feed/") == true
    case "item": isItem("id") && integer("isRead") != nil && integer("isStarred") != nil
    case "label": isItem("item") && hasTexts(["tag"])
    case "outgoing":
      isItem("item") && hasTexts(["tag"]) && integer("mark") != nil && integer("isSet") != nil && integer("date") != nil
    default: false
    }
  }

  private func isItem(_ column: String) -> Bool { text(column).flatMap(ItemID.init(digits:)) != nil }

  private func hasTexts(_ columns: [String]) -> Bool { columns.allSatisfy { text($0) != nil } }
}

extension Cell.Value {
  /// Nil for what no column of these tables holds.
  fileprivate var databaseValue: DatabaseValue? {
    switch self {
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    default: nil
    }
  }
}
