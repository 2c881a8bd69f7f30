import ArgumentParser
import Reader

/// Prints the table of keys, from which `docs/keys.md` is made.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys of the reader, as Markdown.", shouldDisplay: false)

  @Flag(help: "As Markdown (the only form there is).")
  var markdown = false

  func run() throws {
    var output = Output()
    try output.write(KeysDocument.markdown)
    try output.flush()
  }
}
