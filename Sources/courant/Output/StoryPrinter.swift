import ArgumentParser
import Briefing
import Formats
import Reader

/// Prints stories one after another in the form that was asked for.
struct StoryPrinter: ~Copyable {
  enum Format: String, EnumerableFlag {
    case text, markdown, json

    static func help(for format: Format) -> ArgumentHelp? {
      switch format {
      case .text: "Text with footnotes."
      case .markdown: "Markdown with links."
      case .json: "One JSON object a line."
      }
    }
  }

  var output = Output()
  private let format: Format
  private let width: Int
  private let dates: DateStyle
  private var isFirst = true

  init(format: Format, width: Int, dates: DateStyle = .auto) {
    self.format = format
    self.width = width
    self.dates = dates
  }

  mutating func print(_ detail: StoryDetail) throws(OutputError) {
    switch format {
    case .json: try output.line(detail.shownJSON.line)
    case .text: try printPart(LinearText.lines(of: detail, width: width, dates: dates))
    case .markdown: try printPart(MarkdownPrinter.text(of: detail.story))
    }
    isFirst = false
  }

  /// A rule stands between stories.
  private mutating func printPart(_ text: String) throws(OutputError) {
    if !isFirst { try output.write("\n---\n\n") }
    try output.write(text.hasSuffix("\n") ? text : text + "\n")
  }
}
