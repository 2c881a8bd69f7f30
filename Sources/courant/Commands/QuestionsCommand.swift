import ArgumentParser
import Briefing
import Catalog

struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "Every question, with the stories that ask it.",
    usage: "courant questions [QUERY] [--in PATH] [--json]")

  @Argument(help: "Only questions with these words.")
  var query: [String] = []
  @OptionGroup var input: InputOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    var complaints = ErrorReporter()
    var output = Output()
    let catalog = try input.searchableCatalog(&complaints)
    let days = Days.printed
    let batches = catalog.questionBatches(matching: query.joined(separator: " "))
    while case let part = try batches.next(100), !part.isEmpty {
      for question in part {
        for text in list.json ? [question.json.line] : question.lines(days) { try output.line(text) }
      }
    }
    try output.flush()
    try complaints.finish()
  }
}
