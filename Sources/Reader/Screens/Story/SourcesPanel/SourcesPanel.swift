import Briefing
import Canvas

/// What a section rests on: its sources, and who else cites them.
struct SourcesPanel: Hashable, Sendable {
  /// One source of the section.
  struct Basis: Hashable, Sendable {
    /// Its number in the story.
    var number: Int
    var host: String
    /// How many claims of the section rest on it.
    var claims: Int
    /// How many other stories cite it.
    var otherStories: Int
  }

  /// What the sources are those of: a question, the lede, or the story.
  var title: String
  var bases: [Basis]
  var selected = 0
}

extension StoryState {
  /// Goes to the source of the citation that is chosen; else shows who cites the page, or what the section under the cursor
  /// rests on, and below the sections, what the story does.
  mutating func showSourcesPanel() -> [Step] {
    if let citation = chosenCitation { return [.go(.source(host: citation.host))] }
    if let steps = showCiting() { return steps }
    showSourcesPanel(selecting: 0)
    return sourcesPanel == nil ? [.say("nothing is cited here")] : []
  }

  mutating func showSourcesPanel(selecting index: Int) {
    let (title, blocks) = cited(by: cursor.part)
    let bases = bases(of: blocks)
    sourcesPanel = bases.isEmpty ? nil : SourcesPanel(title: title, bases: bases, selected: min(index, bases.count - 1))
  }

  mutating func performOnSourcesPanel(_ command: Command, rows: Int) -> [Step] {
    guard let sourcesPanel else { return [] }
    let basis = sourcesPanel.bases[sourcesPanel.selected]
    switch command {
    case .down: select(sourcesPanel.selected + 1)
    case .up: select(sourcesPanel.selected - 1)
    case .readOn, .pageDown, .halfDown: select(sourcesPanel.selected + rows)
    case .pageUp, .halfUp: select(sourcesPanel.selected - rows)
    case .first: select(0)
    case .last: select(sourcesPanel.bases.count - 1)
    case .enter, .follow: return [.go(.source(host: basis.host))]
    case .copy: return [.effect(.copy(basis.host))]
    case .browse: return [.open("https://\(basis.host)/")]
    case .sectionSources: self.sourcesPanel = nil
    default: return [.say("back to the story first")]
    }
    return []
  }

  private mutating func select(_ index: Int) {
    guard let count = sourcesPanel?.bases.count else { return }
    sourcesPanel?.selected = min(max(0, index), count - 1)
  }

  private func cited(by part: StoryPart) -> (String, [Block]) {
    switch part {
    case .block, .note:
      guard let section = part.section else { return ("The opening", detail.story.lede) }
      return (detail.story.sections[section].heading, detail.story.sections[section].blocks)
    case .sourcesTitle, .source, .title, .item:
      return ("The whole story", detail.story.blocks)
    }
  }

  private func bases(of blocks: [Block]) -> [SourcesPanel.Basis] {
    let cited = CitedHosts(blocks)
    return zip(cited.hosts, cited.claims).map { host, claims in
      SourcesPanel.Basis(
        number: layout.facts.number(of: host), host: host, claims: claims,
        otherStories: max(0, (detail.citingStories[host] ?? 1) - 1))
    }
  }
}

extension SourcesPanel {
  /// Draws the list below the head of its story.
  func draw(on canvas: inout Canvas, in frame: Frame, below head: Int, measure: Measure) {
    let titleRows = frame.rows - head >= 6 ? 3 : 0
    if titleRows > 0 {
      let room = max(1, measure.right - measure.text)
      canvas.write(title, at: measure.text, head, in: frame, style: Style(.heading), limit: room)
      canvas.write("rests on", at: measure.text, head + 1, in: frame, style: Style(.faint))
    }
    let top = head + titleRows
    let rows = max(1, frame.rows - top)
    let first = selected / rows * rows
    for (row, basis) in bases[first..<min(bases.count, first + rows)].enumerated() {
      draw(basis, on: &canvas, row: top + row, in: frame, measure: measure)
    }
    measure.drawCursor(at: top + selected - first, on: &canvas, in: frame)
  }

  private func draw(_ basis: Basis, on canvas: inout Canvas, row: Int, in frame: Frame, measure: Measure) {
    let number = "[\(basis.number)]"
    let taken = canvas.write(number, at: measure.text, row, in: frame, style: Style(.citation))
    let column = measure.text + taken + 1
    let count = basis.count
    let room = measure.right - column - (measure.showsFoldSummary ? Width.of(count) + 2 : 0)
    canvas.write(basis.host, at: column, row, in: frame, limit: max(1, room))
    guard measure.showsFoldSummary else { return }
    canvas.write(count, endingAt: measure.right, row, in: frame, after: column, style: Style(.faint))
  }
}

extension SourcesPanel.Basis {
  /// How much rests on it, in words.
  var count: String {
    let others = otherStories == 0 ? "no other story" : counted(otherStories, "other story", "other stories")
    return counted(claims, "claim", "claims") + " here · " + others
  }
}
