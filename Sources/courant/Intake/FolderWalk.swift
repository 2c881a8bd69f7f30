import Formats
import System

/// Finds the files that are stories under what the user named.
///
/// What is named itself is always read, whatever it is called. In a folder, and in the folders in it, stories are the
/// files that `StoryFileName` knows, in the order of their names; hidden files are none. Links are followed; a folder that
/// was already walked is not walked again, so links may form loops. Files come one at a time, so that reading can start
/// before the walk ends.
struct FolderWalk {
  private var pending: [Step]
  private var walked: Set<FileIdentity> = []
  private var found = 0
  /// What of the folders is no story.
  private(set) var skipped: SkippedFiles

  private enum Step {
    case named(Input)
    /// A folder, and which of its names comes next.
    case folder(Folder, next: Int)
    /// The end of a folder that the user named, and how many stories had been found before it.
    case end(Path, foundBefore: Int)
  }

  /// `mostNamed` is how many of the files that are no stories are named.
  init(_ inputs: [Input], naming mostNamed: Int = 3) {
    skipped = SkippedFiles(naming: mostNamed)
    pending = inputs.reversed().map(Step.named)
  }

  /// The next file to read, or what was in the way; nil at the end.
  mutating func next() -> Result<FoundFile, InputError>? {
    while let step = pending.popLast() {
      do throws(InputError) {
        if let file = try take(step) {
          found += 1
          return .success(file)
        }
      } catch {
        // What could not be read was there: its folder is not empty.
        found += 1
        return .failure(error)
      }
    }
    return nil
  }

  private mutating func take(_ step: Step) throws(InputError) -> FoundFile? {
    switch step {
    case .named(.standardInput): return .named(.standardInput)
    case .named(.text(let bytes)): return .named(.text(bytes))
    case .named(.file(let path)):
      guard try status(of: path).kind == .folder else { return .named(.file(path)) }
      pending.append(.end(path, foundBefore: found))
      walked.removeAll()
      try enter(path)
      return nil
    case .folder(let folder, let index):
      guard index < folder.count else { return nil }
      pending.append(.folder(folder, next: index + 1))
      return try take(index, of: folder)
    case .end(let path, let foundBefore):
      if found == foundBefore { throw InputError(input: .file(path), reason: .noStories) }
      return nil
    }
  }

  private mutating func take(_ index: Int, of folder: Folder) throws(InputError) -> FoundFile? {
    switch folder.kind(index) {
    case .file: return .listed(folder, index)
    case .folder: try enter(folder.path(index))
    case .special: return .named(.file(folder.path(index)))
    case .unknown:
      guard let status = try status(of: folder, index) else { return nil }
      guard status.kind == .folder else { return .named(.file(folder.path(index))) }
      try enter(folder.path(index))
    }
    return nil
  }

  /// Nil if the file is of no interest, so that a dead link or a locked file beside the stories is no one's trouble.
  private mutating func status(of folder: Folder, _ index: Int) throws(InputError) -> FileStatus? {
    let isStory = StoryFileName.isStory(folder.name(index))
    do throws(InputError) {
      let status = try status(of: folder.path(index))
      if status.kind == .folder || isStory { return status }
      skipped.note(.init(name: folder.name(index))) { folder.path(index) }
      return nil
    } catch {
      if isStory { throw error }
      return nil
    }
  }

  private mutating func enter(_ path: Path) throws(InputError) {
    guard walked.insert(try status(of: path).identity).inserted else { return }
    do throws(SystemError) {
      var skipped = skipped
      defer { self.skipped = skipped }
      let folder = try Folder(path) { name in
        if StoryFileName.isStory(name) { return true }
        skipped.note(.init(name: name)) { path.appending(Array(name)) }
        return false
      }
      pending.append(.folder(folder, next: 0))
    } catch {
      throw InputError(input: .file(path), reason: .unreadable(error))
    }
  }

  private func status(of path: Path) throws(InputError) -> FileStatus {
    do throws(SystemError) {
      return try FileStatus(of: path)
    } catch {
      throw InputError(input: .file(path), reason: .unreadable(error))
    }
  }
}
