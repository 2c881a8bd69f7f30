import Briefing
import Catalog

/// Writes the stories of a listing into a folder, one at a time, so that their number costs no memory.
struct Export: ~Copyable {
  private let catalog: Catalog
  private var folder: ExportFolder
  private let form: ExportForm
  private var new = 0
  private var same = 0
  private var replaced = 0
  private var left = 0

  init(_ catalog: Catalog, into folder: consuming ExportFolder, as form: ExportForm) {
    self.catalog = catalog
    self.folder = folder
    self.form = form
  }

  /// A file that is in the way is told, and the rest goes on; a disk that takes no more ends it.
  mutating func run(_ listing: Listing, _ complaints: inout ErrorReporter) throws {
    let batches = catalog.rowBatches(listing)
    while case let rows = try batches.next(200), !rows.isEmpty {
      for row in rows { try write(row, &complaints) }
    }
    try folder.sync()
  }

  private mutating func write(_ row: Row, _ complaints: inout ErrorReporter) throws {
    do {
      guard let detail = try catalog.detail(row.id) else { return }
      try put(detail)
    } catch let error as CatalogError {
      // One story that cannot be read back is no reason to keep the others in.
      guard case .damaged = error else { throw error }
      left += 1
      complaints.tell(error)
    } catch let error as ExportError {
      guard error.isInTheWay else { throw error }
      left += 1
      complaints.tell(error)
    }
  }

  private mutating func put(_ detail: StoryDetail) throws(ExportError) {
    switch try folder.write(form.bytes(of: detail), as: ExportName.of(detail.row, form)) {
    case .new: new += 1
    case .same: same += 1
    case .replaced: replaced += 1
    }
  }

  /// What came of it.
  var sentence: String {
    let stories = new + same + replaced
    if stories + left == 0 { return "no story to export; courant list shows what there is" }
    let details = [
      same > 0 ? "\(same) there already" : nil, replaced > 0 ? "\(replaced) replaced" : nil,
      left > 0 ? "\(left) left out" : nil,
    ].compactMap { $0 }
    let count = "\(stories) \(stories == 1 ? "story" : "stories") in \(Input.file(folder.path).name)"
    return count + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }
}
