import System

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
