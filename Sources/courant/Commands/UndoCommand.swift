import ArgumentParser
import Briefing
import Catalog

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last add, removal, mark, tag, note or saved query back.",
    discussion: """
      As U does in the reader. Again and again, it goes back further, also over what was done days ago. Of an add, the stories \
      that were new are taken out again, and those that had got a newer version are what they were; adding the same again \
      brings them back.
      """)

  func run() throws {
    let undone = try CatalogPlace().openToRead().undo(at: .now)
    if undone.changes.isEmpty { StandardError.say("there is nothing to take back") }
    if let withdrawn = undone.withdrawn { return StandardError.say(withdrawn.sentence) }
    for change in undone.changes { StandardError.say("taken back: \(change.sentence)") }
  }
}
