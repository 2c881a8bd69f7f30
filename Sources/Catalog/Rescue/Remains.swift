import Briefing
import Foundation

/// What is left of a damaged catalog, told apart by its looks alone: no tree, and no list of tables, has to be whole.
struct Remains {
  /// Where a row stands.
  struct Spot {
    var page: Int
    var cell: Int
  }

  /// A story as the catalog had it. What its text says by itself is left out.
  struct StoryRow {
    var number: Int64
    var id: String
    var fingerprint: Int64
    var date: Int64
    var isUnread: Bool
    var isStarred: Bool
    var tags: [String]
    var address: String?
    var origin: Int64?
    var place: Log.Place
  }

  struct VersionRow: Hashable {
    var story: Int64
    var date: Int64
    var place: Log.Place
    var fingerprint: Int64
  }

  struct NoteRow {
    var story: Int64
    var section: Int64
    var text: String
    var date: Int64
  }

  var bundles: [Int64: Spot] = [:]
  var stories: [StoryRow] = []
  var versions: Set<VersionRow> = []
  var taggings: [Int64: Set<String>] = [:]
  var notes: [NoteRow] = []
  var bookmarks: [Int64: [UInt8]] = [:]
  var queries: [String: String] = [:]
  var journal: [Int64: (date: Int64, undo: [UInt8])] = [:]
  /// How many stories the catalog says it had.
  var total: Int64 = 0

  init(of file: PageFile) {
    let free = file.free()
    for number in 1..<max(2, file.count + 1) where !free.contains(number) {
      for (index, cell) in file.cells(in: number).enumerated() { take(cell, at: Spot(page: number, cell: index)) }
    }
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
  static func bundle(_ cell: Cell) -> [Bundle.Piece?]? {
    guard cell.values.count == 2, cell.values[0] == .null, case .blob(let bytes) = cell.values[1] else { return nil }
    let pieces = Bundle.pieces(of: bytes)
    let isOne = pieces.contains { $0.map { ReadingDecoder.decode($0.reading, original: $0.original) != nil } ?? false }
    return isOne ? pieces : nil
  }

  private mutating func take(_ cell: Cell, at spot: Spot) {
    if let rowid = cell.rowid { takeNumbered(cell, rowid, at: spot) } else { takeUnnumbered(cell) }
  }

  private mutating func takeNumbered(_ cell: Cell, _ rowid: Int64, at spot: Spot) {
    let values = cell.values
    guard values.first == .null else { return }
    switch values.count {
    case 2:
      if Self.bundle(cell) != nil {
        bundles[rowid] = spot
      } else if cell.isWhole, case .blob(let place) = values[1], BookmarkCoding.decode(place) != nil {
        bookmarks[rowid] = place
      }
    case 3:
      guard cell.isWhole, case .number(let date) = values[1], case .blob(let undo) = values[2],
        (try? JSONDecoder().decode(Change.self, from: Data(undo))) != nil
      else { return }
      journal[rowid] = (date, undo)
    case 5:
      if case .number(let count) = values[1], rowid == 1 { total = count }
    case 16:
      if let row = StoryRow(number: rowid, values) { stories.append(row) }
    default: break
    }
  }

  private mutating func takeUnnumbered(_ cell: Cell) {
    guard cell.isWhole else { return }
    let values = cell.values
    if values.count == 2, case .number(let story) = values[0], case .text(let tag) = values[1] {
      taggings[story, default: []].insert(tag)
    } else if values.count == 2, case .text(let name) = values[0], case .text(let query) = values[1] {
      queries[name] = query
    } else if values.count == 4, case .number(let story) = values[0], case .number(let section) = values[1],
      case .text(let text) = values[2], case .number(let date) = values[3]
    {
      notes.append(NoteRow(story: story, section: section, text: text, date: date))
    } else if values.count == 5, let numbers = values.numbers, let piece = Int(exactly: numbers[3]) {
      versions.insert(
        VersionRow(
          story: numbers[0], date: numbers[1], place: Log.Place(text: numbers[2], piece: piece),
          fingerprint: numbers[4]))
    }
  }
}

extension Remains.StoryRow {
  /// Nil if the row is no story's.
  fileprivate init?(number: Int64, _ values: [Cell.Value]) {
    guard case .text(let id) = values[1], (1...20).contains(id.utf8.count), id.utf8.allSatisfy(\.isOfID),
      let fixed = Array(values[2...3] + values[6...10] + values[14...15]).numbers,
      let piece = Int(exactly: fixed[8])
    else { return nil }
    self.init(
      number: number, id: id, fingerprint: fixed[0], date: fixed[1], isUnread: fixed[4] != 0,
      isStarred: fixed[5] == 1, tags: values[11].text?.split(separator: " ").map(String.init) ?? [],
      address: values[12].text, origin: values[13].number, place: Log.Place(text: fixed[7], piece: piece))
  }
}

extension UInt8 {
  fileprivate var isOfID: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
  }
}

extension Cell.Value {
  fileprivate var number: Int64? { if case .number(let number) = self { number } else { nil } }
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension [Cell.Value] {
  /// Nil if one of them is no number.
  fileprivate var numbers: [Int64]? {
    let numbers = compactMap(\.number)
    return numbers.count == count ? numbers : nil
  }
}
