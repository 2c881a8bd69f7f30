import ArgumentParser
import Catalog

/// What can take the place of the last word of a command line, for the scripts of `completions/`.
///
/// Says nothing but that, makes nothing and changes nothing, whatever is typed and whatever state the catalog is in.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete-word", abstract: "What can take the place of the last word.", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough, help: "The words behind the program's name.")
  var words: [String] = []

  func run() throws {
    try Self.complete(words)
  }

  /// - Parameter words: those behind the program's name, the one that is being typed last.
  static func complete(_ words: [String]) throws {
    let request = CompletionRequest(words: words)
    let completions = request.answer { try? CatalogPlace().openToInspect() }
    var output = Output()
    for line in completions.lines { try output.write(original: Array((line + "\n").utf8)) }
    try output.flush()
  }
}
