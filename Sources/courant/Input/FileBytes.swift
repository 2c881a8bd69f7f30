import Briefing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads what the user named, whole, into memory.
///
/// Never waits for a writer: pipes, sockets and devices are refused by name, and only standard input may be one of them.
enum FileBytes {
  /// A story is a few kilobytes; what is larger than this is not a story but a mistake.
  static let limit = 256 << 20

  struct Content {
    var bytes: [UInt8]
    var modified: Int64
  }

  /// `begun` is given the beginning of what is read, if more is to come, before that is read.
  static func read(_ find: FoundFile, begun: Beginning.Taker? = nil) throws(InputError) -> Content {
    switch find {
    case .named(.standardInput): return try readStandardInput(begun)
    case .named(.file(let path)):
      // Opening a device can already do something, so its kind is asked for first; and again afterwards, because the
      // name may stand for something else by then.
      try requireFile(FileStatus(of: path), path)
      return try readFile(path, begun)
    case .listed(let folder, let index):
      // The folder has just said that it is a file.
      return try readFile(folder.path(index), nil)
    }
  }

  private static func readFile(_ path: Path, _ begun: Beginning.Taker?) throws(InputError) -> Content {
    let descriptor = path.withSystemName { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    if descriptor < 0 { throw InputError(errno: errno, of: .file(path)) }
    do throws(InputError) {
      let content = try readUnchanged(descriptor, path, begun)
      close(descriptor)
      return content
    } catch {
      // Whoever closes a file gives up all locks that the process has on it: the catalog's own may be open by now.
      if error.reason != .notText || !CatalogPlace.isPart(descriptor) { close(descriptor) }
      throw error
    }
  }

  /// Reads again, a few times, if the file was written to meanwhile: half a story is not what the user meant.
  private static func readUnchanged(
    _ descriptor: Int32, _ path: Path, _ begun: Beginning.Taker?
  ) throws(InputError) -> Content {
    for attempt in 1...3 {
      let before = try FileStatus(descriptor: descriptor, input: .file(path))
      try requireFile(before, path)
      if attempt > 1 { lseek(descriptor, 0, SEEK_SET) }
      // A file that grew has another size afterwards, so there is no need to meet its end.
      let taker = attempt == 1 ? begun : nil
      let bytes = try readToEnd(descriptor, expecting: before.size, isExact: before.size > 0, .file(path)) { part in
        taker?(Content(bytes: part, modified: before.modified))
      }
      let after = try FileStatus(descriptor: descriptor, input: .file(path))
      if before == after, bytes.count == after.size || after.size == 0 {
        return Content(bytes: bytes, modified: after.modified)
      }
    }
    throw InputError(input: .file(path), reason: .changing)
  }

  private static func requireFile(_ status: FileStatus, _ path: Path) throws(InputError) {
    guard status.kind == .file else { throw InputError(input: .file(path), reason: .special(status.kind)) }
    guard status.size <= limit else { throw InputError(input: .file(path), reason: .tooLarge) }
  }

  private static func readStandardInput(_ begun: Beginning.Taker?) throws(InputError) -> Content {
    let status = try FileStatus(descriptor: STDIN_FILENO, input: .standardInput)
    let modified = status.kind == .file ? status.modified : Int64(time(nil))
    let bytes = try readToEnd(STDIN_FILENO, expecting: Beginning.size, .standardInput) { part in
      begun?(Content(bytes: part, modified: modified))
    }
    return Content(bytes: bytes, modified: modified)
  }

  /// `size` is a guess that saves growing; unless it is exact, the end is where the system says it is.
  private static func readToEnd(
    _ descriptor: Int32, expecting size: Int, isExact: Bool = false, _ input: Input, begun: ([UInt8]) -> Void
  ) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = isExact ? size : size + 1
    repeat {
      var code: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        (count, code) = bytes.isEmpty ? fill(buffer, descriptor, begun: begun) : fill(buffer[...], descriptor)
      }
      if code != 0 { throw InputError(errno: code, of: input) }
      // What is no text, and may have no end, is not read to its end.
      if bytes.isEmpty, Gate.looksBinary(part) { throw InputError(input: input, reason: .notText) }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if isExact || part.count < room { return bytes }
      room = max(Beginning.size, bytes.count)
    } while bytes.count <= limit
    throw InputError(input: input, reason: .tooLarge)
  }

  /// Reads until the buffer is full or the end is met; gives how many bytes that were, and the system's error or 0.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ descriptor: Int32, begun: ([UInt8]) -> Void
  ) -> (Int, Int32) {
    guard buffer.count > Beginning.size else { return fill(buffer[...], descriptor) }
    let (first, code) = fill(buffer[..<Beginning.size], descriptor)
    guard first == Beginning.size, code == 0 else { return (first, code) }
    begun(Array(buffer[..<first]))
    let (rest, end) = fill(buffer[first...], descriptor)
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
