import CNcurses
import Canvas

/// Links over the cells, of which ncurses knows nothing.
extension Painter {
  /// Whether the canvas that is shown has links that are not laid on yet.
  var isBehindWithLinks: Bool { drawn.map(links.isBehind) ?? false }

  /// What lays the links of the canvas that is shown over its cells.
  mutating func layLinks() -> [UInt8] {
    guard let drawn else { return [] }
    var bytes: [UInt8] = []
    for link in links.lay(drawn) {
      guard let opening = LinkLayer.opening(link.address) else { continue }
      bytes += opening + resent(link) + LinkLayer.closing
    }
    return lean(bytes)
  }

  /// The cells of a link as ncurses sends them where it believes that they are blank.
  mutating func resent(_ link: Link) -> [UInt8] {
    let physical = courant_physical_screen()
    wattr_set(physical, 0, 0, nil)
    let blanks = [CChar](repeating: CChar(UInt8(ascii: " ")), count: link.columns.count)
    mvwaddnstr(physical, Int32(link.row), Int32(link.columns.lowerBound), blanks, Int32(blanks.count))
    wtouchln(courant_screen(), Int32(link.row), 1, 1)
    wrefresh(courant_screen())
    return written()
  }
}
