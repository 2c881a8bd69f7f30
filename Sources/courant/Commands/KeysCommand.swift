import ArgumentParser

/// Prints the table of keys, from which the documents are made.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys of the reader, as Markdown.", shouldDisplay: false)

  func run() throws {
    var output = Output()
    try output.flush()
  }
}
