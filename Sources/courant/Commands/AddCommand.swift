import ArgumentParser

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put stories into the catalog.", usage: "courant add PATH…|-",
    discussion: """
      The catalog is $XDG_DATA_HOME/courant/catalog.db (~/.local/share/courant/catalog.db); it is made when it is not \
      there. Files that are in it already change nothing, so a folder can be added again and again; a story that changed \
      becomes a newer version of itself. What cannot be read is told on standard error, and the rest is added.
      """)

  @Argument(help: ArgumentHelp("Files and folders, or - for standard input.", valueName: "path|-"))
  var paths: [Input]

  func run() throws {
    var run = AddRun(paths)
    try run.run()
  }
}
