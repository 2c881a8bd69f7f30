import ArgumentParser
import Briefing
import Catalog
import Formats

struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Every note that you wrote, with its story and section.",
    usage: "courant notes [QUERY] [--json]",
    discussion: """
      The notes of the newest story come first. A query finds the notes on the stories that it finds, and the notes that have \
      its words themselves.
      """)

  @Argument(help: "Only notes that match.")
  var query: [String] = []
  @OptionGroup var list: ListOptions

  func run() throws {
    var output = Output()
    var groups = GroupedLines()
    let text = query.joined(separator: " ")
    let catalog = try CatalogPlace().openToRead()
    if Query(text).needsLookup { try catalog.catchUpOrTell() }
    let notes = try catalog.notes(text)
    for note in notes {
      for line in list.json ? [note.json.line] : groups.lines(for: note) { try output.line(line) }
    }
    try output.flush()
    if notes.isEmpty {
      StandardError.say(
        text.isEmpty ? "no notes yet; a in a story of the reader writes one" : "no note matches \(quoted(text))")
    }
  }
}

struct TagsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tags", abstract: "Every tag, with how many stories have it.", usage: "courant tags [--json]",
    discussion: "The tag that the most stories have comes first. courant list tag:NAME lists the stories of one.")

  @OptionGroup var list: ListOptions

  func run() throws {
    var output = Output()
    let tags = try CatalogPlace().openToRead().tags()
    for tag in tags { try output.line(list.json ? tag.json.line : tag.line) }
    try output.flush()
    if tags.isEmpty { StandardError.say("no tags yet; courant tag add NAME ID gives a story one") }
  }
}
