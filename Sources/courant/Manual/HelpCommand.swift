import ArgumentParser
import Terminal

/// `courant help`: the help of a command, as the argument parser writes it, or a page of the manual.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "The help of a command, or a page of the manual.",
    usage: "courant help [COMMAND|TOPIC]",
    discussion: """
      Topics are keys, query and config, which have pages of the manual of their own, and courant for all commands on one page: \
      courant help keys | less.
      """)

  @Argument(help: ArgumentHelp("A command, or a topic.", valueName: "command|topic"))
  var words: [String] = []

  func run() throws {
    let name = words.joined(separator: " ")
    if name.isEmpty { throw CleanExit.helpRequest(Courant.self) }
    guard let page = ManualPage.all.first(where: { $0.topic == name || $0.name == name }) else {
      guard let command = CommandSyntax.type(named: name) else { throw CommandError.noHelp(name) }
      throw CleanExit.helpRequest(command)
    }
    var output = Output()
    try output.write(page.text(columns: min(Output.columns ?? Self.columns, Self.columns)))
    try output.flush()
  }

  private static let columns = 80
}

/// Prints a page of the manual for man(1), from which `make install` makes its files.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual-page", abstract: "The pages of the manual, for man(1).", shouldDisplay: false)

  @Argument(help: ArgumentHelp("The file of a page; without it, the names of all.", valueName: "page"))
  var file: String?

  func run() throws {
    var output = Output()
    if let file {
      guard let page = ManualPage.all.first(where: { $0.file == file }) else { throw CommandError.noHelp(file) }
      try output.write(page.roff)
    } else {
      for page in ManualPage.all { try output.line(page.file) }
    }
    try output.flush()
  }
}
