import Briefing
import Formats
import Reader
import System

/// Writes stories that are shown in the reader under a name that the user typed, as an export does.
struct StoryWriter {
  /// As it was typed.
  let name: String
  let replacing: Bool

  /// The same with the home folder in the place of a `~` before it.
  private var place: String {
    guard name == "~" || name.hasPrefix("~/"), let home = Environment["HOME"], home.hasPrefix("/") else { return name }
    return home + name.dropFirst()
  }

  /// What there is to tell. One story goes into a file, unless the name is a folder's; several go into a folder.
  func write(_ details: [StoryDetail]) -> Message {
    do throws(CommandError) {
      let isFolder = details.count > 1 || place.hasSuffix("/") || Files.isFolder(place)
      guard !isFolder, let detail = details.first else { return try write(details, into: place) }
      return try write(detail, as: Path(place))
    } catch .exportIsThere(let path) {
      let file = Input.file(path).name
      return refused("\(file) is there and says something else; Enter again replaces it, Esc leaves it", isTaken: true)
    } catch {
      return refused(error.sentence)
    }
  }

  private func write(_ detail: StoryDetail, as path: Path) throws(CommandError) -> Message {
    guard let format = StoryFormat(named: path.name) else {
      return refused("the name of a file has to end in .md, .txt or .json")
    }
    let parent = Path(bytes: Array(path.bytes.dropLast(path.name.count)))
    let folder = parent.bytes.isEmpty ? Path(".") : parent
    guard Files.isFolder(String(decoding: folder.bytes, as: UTF8.self)) else {
      return refused("there is no folder \(Input.file(folder).name)")
    }
    var export = try ExportFolder(folder, replacing: replacing)
    _ = try export.write(format.bytes(of: detail), as: String(decoding: path.name, as: UTF8.self))
    try export.sync()
    let notes = StoryFormat.sentence(onLeftOut: format.leavesOut(detail.notes))
    return .told("written: \(displayable(place))" + notes)
  }

  private func write(_ details: [StoryDetail], into folder: String) throws(CommandError) -> Message {
    var export = try ExportFolder(Path(folder), replacing: replacing)
    for detail in details {
      _ = try export.write(StoryFormat.markdown.bytes(of: detail), as: StoryFileName.of(detail.row, .markdown))
    }
    try export.sync()
    let name = details.count == 1 ? StoryFileName.of(details[0].row, .markdown) : ""
    let place = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    let notes = StoryFormat.sentence(
      onLeftOut: details.map { StoryFormat.markdown.leavesOut($0.notes) }.reduce(0, +))
    return .told("written: \(details.count > 1 ? "\(details.count) stories in " : "")\(displayable(place))" + notes)
  }

  private func refused(_ sentence: String, isTaken: Bool = false) -> Message {
    .notWritten(name, because: sentence, isTaken: isTaken)
  }
}

extension StoryFormat {
  /// The format that the ending of a file's name says; nil where it says none.
  fileprivate init?(named name: ArraySlice<UInt8>) {
    let lowercased = String(decoding: name, as: UTF8.self).lowercased()
    guard let format = Self.allCases.first(where: { lowercased.hasSuffix($0.ending) && lowercased != $0.ending }) else {
      return nil
    }
    self = format
  }
}
