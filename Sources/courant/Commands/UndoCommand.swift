import ArgumentParser
import Briefing
import Catalog

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last mark, tag, note or saved query back.",
    discussion: "As U does in the reader. Again and again, it goes back further, also over what was done days ago.")

  func run() throws {
    let changes = try CatalogPlace().openToRead().undo(at: .now).changes
    if changes.isEmpty { Talk.say("there is nothing to take back") }
    for change in changes { Talk.say("taken back: \(change.sentence)") }
  }
}
