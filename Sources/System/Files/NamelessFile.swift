import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that has no name and is gone with the last who has it open: what a program is to read as its standard input, without
/// anybody having to hand it over bit by bit.
public final class NamelessFile: Sendable {
  /// At the beginning; not inherited as it is.
  public let descriptor: Int32

  /// - Throws: `SystemError.refused`.
  public init(holding bytes: [UInt8]) throws(SystemError) {
    descriptor = Self.open()
    if descriptor < 0 { throw .refused(errno) }
    do throws(SystemError) {
      try Descriptor(descriptor).write(bytes)
    } catch {
      close(descriptor)
      throw error
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  private static func open() -> Int32 {
    #if os(Linux)
      return memfd_create("text", 1)
    #else
      guard let file = tmpfile() else { return -1 }
      defer { fclose(file) }
      return fcntl(fileno(file), F_DUPFD_CLOEXEC, 3)
    #endif
  }
}
