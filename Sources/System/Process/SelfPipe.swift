#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A pipe by which a process wakes itself where it waits. Neither end blocks nor is inherited; both are closed when nothing
/// holds it any more.
public final class SelfPipe: Sendable {
  /// What is to be waited for.
  public let readEnd: Int32
  /// What a handler of signals may write to.
  public let writeEnd: Int32

  /// Nil when the process has no descriptors left.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Adds a byte; a full pipe stays as it is, since its reader will wake anyway.
  public func put(_ byte: UInt8) {
    withUnsafePointer(to: byte) { _ = write(writeEnd, $0, 1) }
  }

  /// Takes out all the bytes that are there.
  public func drain() -> [UInt8] {
    var taken: [UInt8] = []
    while true {
      var buffer = [UInt8](repeating: 0, count: 256)
      let count = read(readEnd, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return taken }
      taken += buffer[..<count]
    }
  }
}
