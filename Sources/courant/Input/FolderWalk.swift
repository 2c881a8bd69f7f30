#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds the files that are stories under what the user named.
///
/// What is named itself is always read, whatever it is called. In a folder, and in the folders in it, stories are the
/// files ending in `.txt`, `.text`, `.md` or `.markdown`, in the order of their names; hidden files and those named
/// README are not stories. Links are followed; a folder that was already walked is not walked again, so links may form
/// loops. Files come one at a time, so that reading can start before the walk ends.
struct FolderWalk {
  private var pending: [Step]
  private var walked: Set<FileStatus.Identity> = []

  private enum Step {
    case named(Input)
    case found(Path)
    /// The end of a folder that the user named, and how many stories had been found before it.
    case end(Path, foundBefore: Int)
  }

  private var found = 0

  init(_ inputs: [Input]) {
    pending = inputs.reversed().map(Step.named)
  }

  /// The next file to read, or what was in the way; nil at the end.
  mutating func next() -> Result<Input, InputError>? {
    while let step = pending.popLast() {
      do throws(InputError) {
        if let input = try take(step) {
          found += 1
          return .success(input)
        }
      } catch {
        // What could not be read was there: its folder is not empty.
        found += 1
        return .failure(error)
      }
    }
    return nil
  }

  private mutating func take(_ step: Step) throws(InputError) -> Input? {
    switch step {
    case .named(.standardInput): return .standardInput
    case .named(.file(let path)):
      guard try FileStatus(of: path).kind == .folder else { return .file(path) }
      pending.append(.end(path, foundBefore: found))
      walked.removeAll()
      try enter(path)
      return nil
    case .found(let path):
      guard let status = try status(of: path) else { return nil }
      guard status.kind == .folder else { return .file(path) }
      try enter(path)
      return nil
    case .end(let path, let foundBefore):
      if found == foundBefore { throw InputError(input: .file(path), reason: .noStories) }
      return nil
    }
  }

  /// Nil if the file is of no interest, so that a dead link or a locked file beside the stories is no one's trouble.
  private func status(of path: Path) throws(InputError) -> FileStatus? {
    do {
      let status = try FileStatus(of: path)
      return status.kind == .folder || Self.isStory(path.name) ? status : nil
    } catch {
      if Self.isStory(path.name) { throw error }
      return nil
    }
  }

  private mutating func enter(_ folder: Path) throws(InputError) {
    guard walked.insert(try FileStatus(of: folder).identity).inserted else { return }
    let names = try Self.names(in: folder).filter { $0.first != UInt8(ascii: ".") }
    let sorted = names.sorted { $0.lexicographicallyPrecedes($1) }
    pending.append(contentsOf: sorted.reversed().map { .found(folder.appending($0)) })
  }

  static func isStory(_ name: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    let endings = [".txt", ".text", ".md", ".markdown"]
    return endings.contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
      && !endings.contains { name == "readme" + $0 }
  }

  private static func names(in folder: Path) throws(InputError) -> [[UInt8]] {
    guard let handle = folder.withSystemName({ opendir($0) }) else {
      throw InputError(errno: errno, of: .file(folder))
    }
    defer { closedir(handle) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(handle) else { break }
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
    }
    // At the end errno is still 0.
    if errno != 0 { throw InputError(errno: errno, of: .file(folder)) }
    return names
  }
}
