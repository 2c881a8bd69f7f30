#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The three descriptors that every process is given.
enum StandardStreams {
  /// Fills the places of descriptors that were closed before the start, so that no file opened later is taken for one.
  ///
  /// Each is filled the wrong way round: reading from a closed input and writing to a closed output still fail.
  static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free descriptor is this one: those below it are taken.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
