import Briefing
import Reader
import System
import Terminal

/// Has a note written in the user's editor, in a file that nobody else can read.
struct NoteEditor {
  let terminal: Terminal

  /// More is no note.
  private static let limit = 1 << 20

  /// What became of the text. Where the editor ends otherwise than well, nothing that was written is thrown away.
  func edit(_ text: String) -> NoteEditing {
    guard let editor = Self.editor else { return .noEditor("$VISUAL and $EDITOR name no editor, so here is one line") }
    do throws(SystemError) {
      let folder = try PrivateFiles.makeTemporaryFolder()
      let file = "\(folder)/note.txt"
      try PrivateFiles.make(file, holding: Array((text.isEmpty ? "" : text + "\n").utf8))
      return edit(file, in: folder, with: editor)
    } catch {
      return .noEditor("no file can be made for an editor (\(systemWords(error.number))), so here is one line")
    }
  }

  /// As other programs understand them: the first is for terminals that can move their cursor.
  private static var editor: String? {
    ["VISUAL", "EDITOR"].lazy.compactMap { Environment[$0] }.first { $0.contains { !$0.isWhitespace } }
  }

  private func edit(_ file: String, in folder: String, with editor: String) -> NoteEditing {
    let before = content(of: file)
    let end = terminal.run(editor, with: [file])
    let name = programName(editor)
    guard let end, !end.isNotStarted else {
      Files.removeFolder(folder)
      return .noEditor("\(name) cannot be run, so here is one line")
    }
    let after = content(of: file)
    if end == .status(0), let after {
      Files.removeFolder(folder)
      return .text(String(decoding: after, as: UTF8.self))
    }
    let sentence = end == .status(0) ? "\(name) left no note that can be read" : "\(name) \(end.words)"
    if before == after || !Files.exists(file) {
      Files.removeFolder(folder)
      return .failed("\(sentence), so the note stays as it was")
    }
    return .failed("\(sentence), so the note stays as it was; what was written is kept in \(displayable(file))")
  }

  private func content(of file: String) -> [UInt8]? {
    try? FileReader(limit: Self.limit, beginning: Self.limit).read(Path(file)).bytes
  }
}
