import ArgumentParser
import Reader

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Every setting with what holds without it, and what is wrong with yours.",
    discussion: """
      Prints a config.toml that changes nothing, to begin with: courant config > FILE, where the first line says which \
      file is read. What is wrong with the file that is there is told with its line, and the exit code is 78 then.
      """)

  func run() throws {
    // A shell that is to write the file has made it empty by now.
    let config = Config.current
    var output = Output()
    try output.write(ConfigDocument.text(for: ConfigPlace()))
    try output.flush()
    for trouble in config.troubles { StandardError.say(trouble.sentence) }
    if !config.troubles.isEmpty { throw ExitCode.configuration }
  }
}

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
