import Briefing
import Foundation

/// What is left of a damaged catalog.
///
/// Whose a page is says the list of tables, and the trees below it; what they do not tell of is told apart by its looks: no
/// tree, and no list of tables, has to be whole.
struct SalvagedRows {
  /// Where a row stands.
  struct CellPosition {
    var page: Int
    var cell: Int
  }

  struct VersionRow: Hashable {
    var story: Int64
    var date: Int64
    var place: BundlePlace
    var fingerprint: Int64
    var addition: Int64?
    var wasUnread: Int64?
  }

  struct NoteRow {
    var story: Int64
    var section: Int64
    var text: String
    var date: Int64
  }

  var bundles: [Int64: CellPosition] = [:]
  var stories: [StoryRow] = []
  var versions: Set<VersionRow> = []
  var taggings: [Int64: Set<String>] = [:]
  var notes: [NoteRow] = []
  var bookmarks: [Int64: [UInt8]] = [:]
  var queries: [String: String] = [:]
  var journal: [Int64: (date: Int64, undo: [UInt8])] = [:]
  var tombstones: [Int64: Int64] = [:]
  /// What is left of the feeds that are followed, of copies of pages and of the account, by the names of the tables.
  var ofFeeds: [String: [SalvagedRow]] = [:]
  /// How many stories the catalog says it had.
  var total: Int64 = 0

  init(of file: PageFile) {
    let free = file.free()
    let owners = PageOwners(of: file)
    // Where a table is missing from the list, one of another name may be that one, garbled.
    let isListWhole = Self.tables.subtracting(["tombstone"]).subtracting(Self.tablesOfFeeds).isSubset(
      of: owners.columns.keys)
    for number in 1..<max(2, file.count + 1) where !free.contains(number) {
      for (index, cell) in file.cells(in: number).enumerated() {
        add(cell, at: CellPosition(page: number, cell: index), owner: owners[number], owners.columns, isListWhole)
      }
    }
  }

  private mutating func add(
    _ cell: Cell, at position: CellPosition, owner: PageOwners.Owner?, _ columns: [String: TableColumns],
    _ isListWhole: Bool
  ) {
    switch owner {
    case .table(let table)?:
      // What another table holds may look like anything.
      guard Self.tables.contains(table) || !isListWhole else { return }
      if let columns = columns[table], add(SalvagedRow(cell, columns), of: table, at: position) { return }
    case .index(let index)?:
      // An index repeats what tables say; only the one by stories has all that its table has.
      guard cell.rowid != nil || index == "taggingByStory" || !isListWhole else { return }
    case nil: break
    }
    addByLooks(cell, at: position)
  }

  /// Whether a file that does not say that it is a catalog holds stories as a catalog does, or nothing but zeros, as after a
  /// power failure. Looks at the first sixty megabytes.
  static func areStories(in path: String) -> Bool {
    guard let file = PageFile(path, alone: false) else { return false }
    if let first = file.page(1), first.allSatisfy({ $0 == 0 }) { return true }
    let numbers = 1...max(1, min(file.count, 1 << 14))
    return numbers.contains { number in
      file.cells(in: number).contains { $0.rowid != nil && Self.bundle($0) != nil }
    }
  }

  /// The stories of a bundle, if that is what the row is; each nil that is not all there.
  static func bundle(_ cell: Cell) -> [StoredStory?]? {
    guard cell.values.count >= 2, cell.values[0] == .null, case .blob(let bytes) = cell.values[1] else { return nil }
    let stories = Bundle.stories(of: bytes)
    let isOne = stories.contains { $0.map { ReadingDecoder.decode($0.reading, original: $0.original) != nil } ?? false }
    return isOne ? stories : nil
  }

  private static let tablesOfFeeds = CatalogSchema.tablesOfFourth.union(CatalogSchema.tablesOfFifth)

  /// The tables whose rows are kept; all else can be made again.
  private static let tables: Set<String> = tablesOfFeeds.union([
    "text", "story", "version", "note", "tagging", "query", "bookmark", "journal", "total", "tombstone",
  ])

  /// Takes a row of a table that is known by name; false if it makes no sense there.
  private mutating func add(_ row: SalvagedRow, of table: String, at position: CellPosition) -> Bool {
    if table == "text" {
      guard let number = row.number, Self.bundle(row.cell) != nil else { return false }
      bundles[number] = position
      return true
    }
    guard row.cell.isWhole else { return false }
    switch table {
    case "story":
      guard let story = row.number.flatMap({ StoryRow(number: $0, row) }) else { return false }
      stories.append(story)
    case "version":
      guard let version = VersionRow(row) else { return false }
      versions.insert(version)
    case "note":
      guard let note = NoteRow(row) else { return false }
      notes.append(note)
    case "tagging":
      guard let story = row["story"]?.number, let tag = row["tag"]?.text else { return false }
      taggings[story, default: []].insert(tag)
    case "query":
      guard let name = row["name"]?.text, let query = row["query"]?.text else { return false }
      queries[name] = query
    case "bookmark":
      guard let story = row.number, case .blob(let place)? = row["place"], BookmarkCoding.decode(place) != nil
      else { return false }
      bookmarks[story] = place
    case "journal":
      guard let number = row.number, let date = row["date"]?.number, case .blob(let undo)? = row["undo"],
        JournalEntry.decode(Data(undo)) != nil
      else { return false }
      journal[number] = (date, undo)
    case "tombstone":
      guard let name = row.number, let date = row["date"]?.number else { return false }
      tombstones[name] = date
    case "total":
      guard row.number == 1, let count = row["stories"]?.number else { return false }
      total = count
    case _ where Self.tablesOfFeeds.contains(table):
      guard row.makesSense(in: table) else { return false }
      ofFeeds[table, default: []].append(row)
    default: return false
    }
    return true
  }

  /// Takes a row that no list of tables tells of. Columns are only ever added at the end of a table, so that a row of an
  /// earlier version is the beginning of one of today's.
  private mutating func addByLooks(_ cell: Cell, at position: CellPosition) {
    if cell.rowid == nil, cell.isWhole, cell.values.count == 2, let story = cell.values[0].number,
      let tag = cell.values[1].text
    {
      // An index has the story first, and the table the tag.
      taggings[story, default: []].insert(tag)
      return
    }
    for table in Self.tables(looking: cell) {
      guard let columns = CatalogSchema.columns[table] else { continue }
      if add(SalvagedRow(cell, columns), of: table, at: position) { return }
    }
  }

  /// The tables that a row may be of, as many values as it has and as they begin.
  private static func tables(looking cell: Cell) -> [String] {
    let values = cell.values
    if cell.rowid != nil {
      guard values.first == .null else { return [] }
      switch values.count {
      case 2: return ["text", "bookmark", "tombstone"]
      case 3: return ["journal"]
      case 4: return ["kept"]
      case 5..<16: return ["account", "total"]
      case 16...: return ["story", "subscription"]
      default: return []
      }
    }
    switch values.count {
    case 2: return ["label", "stream", "query", "alias"]
    case 3: return ["placement"]
    case 4: return ["note", "item"]
    case 5...: return ["version", "outgoing", "wanted"]
    default: return []
    }
  }
}

extension SalvagedRows.VersionRow {
  fileprivate init?(_ row: SalvagedRow) {
    guard let story = row["story"]?.number, let date = row["date"]?.number, let place = row.place,
      let fingerprint = row["fingerprint"]?.number
    else { return nil }
    self.init(
      story: story, date: date, place: place, fingerprint: fingerprint, addition: row["addition"]?.number,
      wasUnread: row["wasUnread"]?.number)
  }
}

extension SalvagedRows.NoteRow {
  fileprivate init?(_ row: SalvagedRow) {
    guard let story = row["story"]?.number, let section = row["section"]?.number, let text = row["text"]?.text,
      let date = row["date"]?.number
    else { return nil }
    self.init(story: story, section: section, text: text, date: date)
  }
}
