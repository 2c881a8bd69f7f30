#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file as it was read.
public struct FileContent: Hashable, Sendable {
  public var bytes: [UInt8]
  /// When it was changed last, in seconds since 1970-01-01 00:00:00 UTC; of a pipe, when it was read.
  public var modified: Int64

  public init(bytes: [UInt8], modified: Int64) {
    self.bytes = bytes
    self.modified = modified
  }
}

/// Reads files whole, into memory.
///
/// Never waits for a writer: pipes, sockets and devices are refused, and only standard input may be one of them.
public struct FileReader: Sendable {
  private let limit: Int
  private let beginning: Int
  private let isWanted: @Sendable ([UInt8], Int?) -> Bool
  private let isLocked: @Sendable (FileIdentity) -> Bool

  /// - Parameters:
  ///   - limit: the most bytes that are read.
  ///   - beginning: how many bytes make the beginning of what has more.
  ///   - isWanted: asked with the first bytes, or all, before the rest is read; and with how many there are in all, where the
  ///     system says it.
  ///   - isLocked: whether this process may have a lock on a file that is not wanted; such a file stays open, because
  ///     whoever closes a file gives up all locks that the process has on it (POSIX).
  public init(
    limit: Int, beginning: Int,
    isWanted: @escaping @Sendable ([UInt8], Int?) -> Bool = { _, _ in true },
    isLocked: @escaping @Sendable (FileIdentity) -> Bool = { _ in false }
  ) {
    (self.limit, self.beginning) = (limit, beginning)
    (self.isWanted, self.isLocked) = (isWanted, isLocked)
  }

  /// - Parameters:
  ///   - isKnownFile: whether its folder has just said that it is a file, so that nobody has to ask again.
  ///   - begun: given the beginning, once, before the rest is read.
  /// - Throws: `SystemError.refused`, `special`, `tooLarge`, `changing` or `unwanted`.
  public func read(
    _ path: Path, isKnownFile: Bool = false, begun: (FileContent) -> Void = { _ in }
  ) throws(SystemError) -> FileContent {
    // Opening a device can already do something, so its kind is asked for first; and again afterwards, because the name
    // may stand for something else by then.
    if !isKnownFile { try requireFile(FileStatus(of: path)) }
    let descriptor = path.withSystemName { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    if descriptor < 0 { throw .refused(errno) }
    do throws(SystemError) {
      let content = try readUnchanged(descriptor, begun: begun)
      close(descriptor)
      return content
    } catch {
      if error != .unwanted || !isLocked(descriptor) { close(descriptor) }
      throw error
    }
  }

  /// Reads standard input to its end, whatever it is; `begun` is given the beginning before the rest is read.
  /// - Throws: `SystemError.refused`, `tooLarge` or `unwanted`.
  public func readStandardInput(begun: (FileContent) -> Void = { _ in }) throws(SystemError) -> FileContent {
    let status = try FileStatus(descriptor: STDIN_FILENO)
    let modified = status.kind == .file ? status.modified : WallClock.seconds
    let bytes = try readToEnd(STDIN_FILENO, expecting: beginning) { part in
      begun(FileContent(bytes: part, modified: modified))
    }
    return FileContent(bytes: bytes, modified: modified)
  }

  private func isLocked(_ descriptor: Int32) -> Bool {
    (try? FileStatus(descriptor: descriptor)).map { isLocked($0.identity) } ?? false
  }

  /// Reads again, a few times, if the file was written to meanwhile: half a file is not what anybody meant.
  private func readUnchanged(
    _ descriptor: Int32, begun: (FileContent) -> Void
  ) throws(SystemError) -> FileContent {
    for attempt in 1...3 {
      let before = try FileStatus(descriptor: descriptor)
      try requireFile(before)
      if attempt > 1 { lseek(descriptor, 0, SEEK_SET) }
      // A file that grew has another size afterwards, so there is no need to meet its end.
      let bytes = try readToEnd(descriptor, expecting: before.size, isExact: before.size > 0) { part in
        if attempt == 1 { begun(FileContent(bytes: part, modified: before.modified)) }
      }
      let after = try FileStatus(descriptor: descriptor)
      if before.hasSameContent(as: after), bytes.count == after.size || after.size == 0 {
        return FileContent(bytes: bytes, modified: after.modified)
      }
    }
    throw .changing
  }

  private func requireFile(_ status: FileStatus) throws(SystemError) {
    guard status.kind == .file else { throw .special(status.kind) }
    guard status.size <= limit else { throw .tooLarge }
  }

  /// `size` is a guess that saves growing; unless it is exact, the end is where the system says it is.
  private func readToEnd(
    _ descriptor: Int32, expecting size: Int, isExact: Bool = false, begun: ([UInt8]) -> Void
  ) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = isExact ? size : size + 1
    repeat {
      var code: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        (count, code) =
          bytes.isEmpty
          ? fill(buffer, descriptor, size: isExact ? size : nil, begun: begun) : Self.fill(buffer[...], descriptor)
      }
      if code == Self.unwanted { throw .unwanted }
      if code != 0 { throw .refused(code) }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if isExact || part.count < room { return bytes }
      room = max(beginning, bytes.count)
    } while bytes.count <= limit
    throw .tooLarge
  }

  /// No error of the system has this number.
  private static let unwanted: Int32 = -1

  /// Reads until the buffer is full or the end is met; gives how many bytes that were, and the system's error, 0 or `unwanted`.
  private func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ descriptor: Int32, size: Int?, begun: ([UInt8]) -> Void
  ) -> (Int, Int32) {
    let (first, code) = Self.fill(buffer[..<min(beginning, buffer.count)], descriptor)
    guard code == 0 else { return (first, code) }
    guard isWanted(Array(buffer[..<first]), size) else { return (first, Self.unwanted) }
    guard first == beginning, buffer.count > beginning else { return (first, 0) }
    begun(Array(buffer[..<first]))
    let (rest, end) = Self.fill(buffer[first...], descriptor)
    return (first + rest, end)
  }

  private static func fill(_ part: Slice<UnsafeMutableBufferPointer<UInt8>>, _ descriptor: Int32) -> (Int, Int32) {
    let buffer = UnsafeMutableBufferPointer(rebasing: part)
    var count = 0
    while count < buffer.count {
      let got = systemRead(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      if got > 0 {
        count += got
      } else if got == 0 {
        break
      } else if errno == EAGAIN {
        waitUntilReadable(descriptor)
      } else if errno != EINTR {
        return (count, errno)
      }
    }
    return (count, 0)
  }

  private static func systemRead(_ descriptor: Int32, _ address: UnsafeMutablePointer<UInt8>?, _ room: Int) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, address, room)
    #else
      Glibc.read(descriptor, address, room)
    #endif
  }

  /// Standard input may have been left non-blocking by whoever opened it.
  private static func waitUntilReadable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&request, 1, -1)
  }
}
