#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A number by which the process knows an open file, a pipe or a terminal. Owns nothing: whoever opened it closes it.
public struct Descriptor: Hashable, Sendable {
  public let number: Int32

  public init(_ number: Int32) {
    self.number = number
  }

  public static let standardInput = Descriptor(STDIN_FILENO)
  public static let standardOutput = Descriptor(STDOUT_FILENO)
  public static let standardError = Descriptor(STDERR_FILENO)

  /// Whether a user sits behind it.
  public var isTerminal: Bool { isatty(number) != 0 }

  /// Whether it is a file, a pipe or a socket that has something to read. Waits until that is known, and calls `remark` once
  /// where that takes so long that somebody notices.
  public func hasInput(_ remark: () -> Void) -> Bool {
    guard let status = try? FileStatus(descriptor: number) else { return false }
    switch status.kind {
    case .file: return lseek(number, 0, SEEK_CUR) < off_t(status.size)
    case .pipe, .socket: break
    default: return false
    }
    if !isReadable(within: 100) {
      remark()
      while !isReadable(within: -1) {}
    }
    // At its end there is nothing, though reading would not wait.
    var count: Int32 = 0
    return ioctl(number, UInt(FIONREAD), &count) == 0 && count > 0
  }

  private func isReadable(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  /// What the terminal says of its size, either of which may be 0; nil where it is no terminal.
  public var windowSize: (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(number, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Writes all of it, waiting where it must.
  /// - Throws: `SystemError.refused`.
  public func write(_ bytes: [UInt8]) throws(SystemError) {
    let code = bytes.withUnsafeBytes(writeAll)
    if code != 0 { throw .refused(code) }
  }

  /// The system's error, or 0.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = systemWrite(part.baseAddress, part.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  private func systemWrite(_ address: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(number, address, count)
    #else
      Glibc.write(number, address, count)
    #endif
  }
}

extension Descriptor {
  /// Fills the places of standard descriptors that were closed before the start, so that no file opened later is taken for
  /// one.
  ///
  /// Each is filled the wrong way round: reading from a closed input and writing to a closed output still fail.
  public static func occupyStandard() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free descriptor is this one: those below it are taken.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Sees that there is room for so many more at once.
  ///
  /// Libraries that open files by themselves may end the process where none can be opened any more: so room for them is
  /// looked for before anything is begun.
  /// - Throws: `SystemError.fewDescriptors`.
  public static func requireRoom(for needed: Int) throws(SystemError) {
    var taken: [Int32] = []
    defer { for descriptor in taken { close(descriptor) } }
    while taken.count < needed {
      let descriptor = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
      // EINVAL is a limit that does not even reach that far; anything else does not speak of room.
      guard descriptor >= 0 else {
        if errno == EMFILE || errno == EINVAL { throw .fewDescriptors(left: taken.count, needed: needed) }
        return
      }
      taken.append(descriptor)
    }
  }
}
