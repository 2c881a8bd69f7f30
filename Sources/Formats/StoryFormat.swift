public import Briefing

/// The formats in which stories are exported; each is read back as the very same story.
public enum StoryFormat: String, CaseIterable, Sendable {
  case markdown, text, json

  /// How the names of its files end.
  public var ending: String {
    switch self {
    case .markdown: ".md"
    case .text: ".txt"
    case .json: ".json"
    }
  }

  /// What is written: through the gate once more, whatever the catalog holds.
  public func bytes(of detail: StoryDetail) -> [UInt8] {
    // What was edited is no word of the story: JSON has a place of its own for it.
    let written = detail.asWritten
    let stamp = CatalogStamp(id: written.row.id, date: written.row.date)
    let reading = Reading(story: written.story, setAside: written.setAside, stamp: stamp)
    return switch self {
    case .markdown: Array(Gate.lines(of: MarkdownPrinter.text(of: reading), withTabs: true).utf8)
    case .text: Array(Gate.lines(of: CanonicalPrinter.text(of: reading), withTabs: true).utf8)
    case .json: Array((detail.exportedJSON.line + "\n").utf8)
    }
  }
}
