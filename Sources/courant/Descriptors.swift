#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Room for the descriptors that are in use at once.
///
/// Libraries that open files by themselves may end the process where none can be opened any more: so room for them is
/// looked for before anything is begun.
enum Descriptors {
  /// More than the reader and all of its connections have open at any time.
  static let needed = 48

  /// Why nothing is begun.
  struct Shortage: Error, Hashable, Sendable {
    /// For how many there is room.
    var left: Int
  }

  static func requireRoom() throws(Shortage) {
    var taken: [Int32] = []
    defer { for descriptor in taken { close(descriptor) } }
    while taken.count < needed {
      let descriptor = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
      // EINVAL is a limit that does not even reach that far; anything else does not speak of room.
      guard descriptor >= 0 else {
        if errno == EMFILE || errno == EINVAL { throw Shortage(left: taken.count) }
        return
      }
      taken.append(descriptor)
    }
  }
}
