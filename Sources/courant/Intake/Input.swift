import System

/// Where a story's bytes come from.
enum Input: Hashable, Sendable {
  case file(Path)
  case standardInput
  /// A text that was pasted into the reader.
  case text([UInt8])
}

/// Something to read: what the user named, or a file that a walk came upon in a folder.
enum FoundFile: Sendable {
  case named(Input)
  /// The file of this number in a folder. Costs nothing to keep, until its name is asked for.
  case listed(Folder, Int)

  var input: Input {
    switch self {
    case .named(let input): input
    case .listed(let folder, let index): .file(folder.path(index))
    }
  }
}

extension Input {
  /// What messages call it. Displayable, whatever bytes the file's name has.
  var name: String {
    switch self {
    case .file(let path): quoted(String(decoding: path.bytes, as: UTF8.self))
    case .standardInput: "standard input"
    case .text: "what was pasted"
    }
  }

  /// The same for one of its stories, counted from 1; nil for the only one.
  func name(ofStory number: Int?) -> String {
    number.map { "story \($0) of \(name)" } ?? name
  }
}
