#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why the system did not do what it was asked for.
public enum SystemError: Error, Hashable, Sendable {
  /// It refused: its `errno`.
  case refused(Int32)
  /// Something that is no folder stands where one has to be.
  case notFolder(path: String)
  /// What was to be read is no plain file: reading it could wait for ever or never end.
  case special(FileKind)
  /// The file has more bytes than are wanted.
  case tooLarge
  /// The file was written to each time it was read.
  case changing
  /// What the file begins with is not wanted, so that the rest was not read.
  case unwanted
  /// There is no thread to be had.
  case noThread
  /// The process may open only so many more files, and needs more.
  case fewDescriptors(left: Int, needed: Int)
}

extension SystemError {
  /// What the C library calls it; `EIO` for what has no number.
  public var number: Int32 { if case .refused(let number) = self { number } else { EIO } }

  /// Whether nothing of the name is there, or a part of the way to it is no folder.
  public var isMissing: Bool { self == .refused(ENOENT) || self == .refused(ENOTDIR) }
}
