import ArgumentParser
import Briefing

/// The forms in which stories are exported; each is read back as the very same story.
enum ExportForm: String, ExpressibleByArgument, CaseIterable {
  case markdown, text, json

  var ending: String {
    switch self {
    case .markdown: ".md"
    case .text: ".txt"
    case .json: ".json"
    }
  }

  /// What is written: through the gate once more, whatever the catalog holds.
  func bytes(of entry: Entry) -> [UInt8] {
    let filed = Filed(id: entry.row.id, date: entry.row.date)
    let reading = Reading(story: entry.story, setAside: entry.setAside, filed: filed)
    return switch self {
    case .markdown: Array(Gate.lines(of: MarkdownPrinter.text(of: reading), withTabs: true).utf8)
    case .text: Array(Gate.lines(of: CanonicalPrinter.text(of: reading), withTabs: true).utf8)
    case .json: Array((entry.exportedJSON.line + "\n").utf8)
    }
  }
}
