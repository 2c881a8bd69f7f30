import Canvas

/// The links that lie over the cells of the screen (OSC 8), laid on when nothing else is to be sent.
///
/// They cost far more than the cells that they lie on, so that they wait until the user has stopped, and only rows where
/// they differ are sent. Cells that keep their letter but lose their link are sent at once: no press ever opens an
/// address that the screen does not show.
struct LinkLayer {
  /// What lies on each row of the screen.
  private var laid: [Int: [Link]] = [:]

  /// Whether a canvas has links that do not lie there yet.
  func isBehind(_ canvas: Canvas) -> Bool {
    Dictionary(grouping: canvas.links, by: \.row) != laid
  }

  /// The rows whose links differ, with the links that are to lie there.
  mutating func lay(_ canvas: Canvas) -> [Link] {
    let wanted = Dictionary(grouping: canvas.links, by: \.row)
    let missing = wanted.filter { laid[$0.key] != $0.value }.flatMap(\.value)
    laid = wanted
    return missing.sorted { ($0.row, $0.columns.lowerBound) < ($1.row, $1.columns.lowerBound) }
  }

  /// Takes in that a canvas is painted over another one; gives the links that would lie on wrongly, whose cells have to
  /// be sent anew.
  mutating func paint(_ canvas: Canvas, over old: Canvas?) -> [Link] {
    var stale: [Link] = []
    let wanted = Dictionary(grouping: canvas.links, by: \.row)
    for (row, links) in laid where links != wanted[row] || old?.row(row) != canvas.row(row) {
      laid[row] = nil
      stale += links.filter { link in
        wanted[row]?.contains(link) != true
          && link.columns.contains { old?[$0, row] == canvas[$0, row] && canvas[$0, row]?.isBlank != true }
      }
    }
    return stale
  }

  /// The terminal has moved rows, and what lies on them.
  mutating func move(_ shift: Shift) {
    var moved: [Int: [Link]] = [:]
    for (row, links) in laid {
      let target = shift.rows.contains(row) ? row - shift.up : row
      guard shift.source(of: target) == row else { continue }
      moved[target] = links.map { Link(row: target, columns: $0.columns, address: $0.address) }
    }
    laid = moved
  }

  mutating func forget() {
    laid = [:]
  }

  /// What opens a link to an address for the cells that follow; nil for one that is not to be opened.
  static func opening(_ address: String) -> [UInt8]? {
    AddressWord.isSafe(address) ? Array("\u{1B}]8;;\(address)\u{1B}\\".utf8) : nil
  }

  static let closing = Array("\u{1B}]8;;\u{1B}\\".utf8)
}
