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
    let days = Days.printed
    let words = query.joined(separator: " ")
    var last: Question?
    while case let part = try catalog.questions(matching: words, after: last, limit: 100), let end = part.last {
      for question in part {
        for text in list.json ? [question.json.line] : question.lines(days) { try output.line(text) }
      }
      last = end
    }
    try output.flush()
    try complaints.finish()
  }
}
