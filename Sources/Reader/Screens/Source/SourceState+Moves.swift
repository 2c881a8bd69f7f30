import Briefing
import Canvas

extension SourceState {
  /// Brings the whole claim under the cursor into view, and leaves no row empty that a claim could fill.
  mutating func settle(in frame: Frame) {
    guard !shown.isEmpty else { return }
    cursor = min(max(0, cursor), shown.count - 1)
    let list = ClaimList(self, frame: frame)
    let rows = list.rows
    let lead = list.lead(of: cursor)
    let own = list.lines(of: cursor).count
    row = max(min(row, rows - own), min(lead, max(0, rows - own)), 0)
    let below = own + list.height(of: (cursor + 1)..<shown.count, upTo: rows)
    row = max(row, rows - below)
    row = min(row, lead + list.height(ofLast: cursor, upTo: rows))
    row = min(row, max(0, rows - 1))
  }

  /// Moves the cursor; false for a command that is no move, and where there is no claim.
  mutating func move(_ command: Command, in frame: Frame) -> Bool {
    guard !shown.isEmpty else { return false }
    let list = ClaimList(self, frame: frame)
    switch command {
    case .down: step(to: cursor + 1, list, in: frame)
    case .up: step(to: cursor - 1, list, in: frame)
    case .scrollDown: slide(-1, list)
    case .scrollUp: slide(1, list)
    case .halfDown: cursor = list.claim(from: cursor, rowsOn: max(1, list.rows / 2))
    case .halfUp: cursor = list.claim(from: cursor, rowsBack: max(1, list.rows / 2))
    case .pageDown:
      cursor = list.firstCutOff(below: cursor, at: row)
      row = 0
    case .pageUp:
      cursor = list.firstOnPage(endingWith: list.lastCutOff(above: cursor, at: row))
      row = 0
    case .first: (cursor, row) = (0, 0)
    case .last: (cursor, row) = (shown.count - 1, list.rows)
    default: return false
    }
    settle(in: frame)
    return true
  }

  private mutating func step(to target: Int, _ list: ClaimList, in frame: Frame) {
    guard shown.indices.contains(target) else {
      row -= target < 0 ? 1 : 0
      return
    }
    row += target > cursor ? list.distance(from: cursor) : -list.distance(from: target)
    cursor = target
    guard frame.turnsPages else { return }
    if row + list.lines(of: cursor).count > list.rows {
      row = list.lead(of: cursor)
    } else {
      row = frame.turned(row, rows: list.rows)
    }
  }

  /// Moves the claims by a row; the cursor stays on its claim while that can be seen.
  private mutating func slide(_ by: Int, _ list: ClaimList) {
    row += by
    if row < list.lead(of: cursor), by < 0, cursor + 1 < shown.count {
      row += list.distance(from: cursor)
      cursor += 1
    } else if row + list.lines(of: cursor).count > list.rows, by > 0, cursor > 0 {
      cursor -= 1
      row -= list.distance(from: cursor)
    }
  }

  /// Shows the claims that hold the words.
  mutating func narrow(to words: String, in frame: Frame) {
    let kept = shown[safe: cursor]
    self.words = words
    pattern = TextPattern(words)
    shown = claims.indices.filter(holdsWords)
    cursor = kept.flatMap { kept in shown.firstIndex { $0 >= kept } } ?? 0
    settle(in: frame)
  }
}
