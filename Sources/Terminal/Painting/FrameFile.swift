import CNcurses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file in memory that ncurses writes into instead of the terminal, so that a frame is known whole before any of it is
/// sent.
final class FrameFile {
  /// Handed to ncurses, which keeps its number and never reads.
  let stream: UnsafeMutablePointer<FILE>
  private let descriptor: Int32

  /// Nil when the process has no descriptors or no memory left.
  init?() {
    let descriptor = Self.open()
    guard descriptor >= 0 else { return nil }
    guard let stream = fdopen(descriptor, "w") else {
      close(descriptor)
      return nil
    }
    (self.descriptor, self.stream) = (descriptor, stream)
  }

  deinit {
    fclose(stream)
  }

  /// What was written since the last call. The memory stays, as much as the largest frame took.
  func take() -> [UInt8] {
    let count = Int(lseek(descriptor, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    lseek(descriptor, 0, SEEK_SET)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, taken in
      taken = max(0, pread(descriptor, buffer.baseAddress, count, 0))
    }
  }

  private static func open() -> Int32 {
    #if os(Linux)
      return memfd_create("frame", 1)
    #else
      guard let file = tmpfile() else { return -1 }
      defer { fclose(file) }
      return fcntl(fileno(file), F_DUPFD_CLOEXEC, 3)
    #endif
  }
}
