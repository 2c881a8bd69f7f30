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
    var complaints = Complaints()
    var output = Output()
    let catalog = try input.searchableCatalog(&complaints)
    for question in try catalog.questions(matching: query.joined(separator: " ")) {
      for text in list.json ? [question.json.line] : question.lines { try output.line(text) }
    }
    try output.flush()
    try complaints.finish()
  }
}
