#if canImport(Glibc)
  import Glibc
#endif

/// Notices when something is written into the files of a folder, or others are put in their place, without looking again and
/// again: nothing runs while nothing is written.
///
/// Where the system tells of no changes, or has no room for one more to be told, or no thread, there is no watch.
public enum FolderWatch {
  /// Calls `onWrite` after something was written, a few times a second at most, on a thread of its own and for as long as
  /// the process lives; false where there is no watch.
  public static func begin(in folder: String, _ onWrite: @escaping @Sendable () -> Void) -> Bool {
    #if canImport(Glibc)
      let queue = inotify_init1(Int32(IN_CLOEXEC))
      guard queue >= 0 else { return false }
      let events = [IN_MODIFY, IN_CREATE, IN_MOVED_TO, IN_DELETE].reduce(0) { $0 | UInt32($1) }
      guard inotify_add_watch(queue, folder, events) >= 0 else {
        close(queue)
        return false
      }
      let isWatching = WorkerThread.start {
        while wait(for: queue) {
          onWrite()
          usleep(pause)
        }
      }
      if !isWatching { close(queue) }
      return isWatching
    #else
      return false
    #endif
  }

  #if canImport(Glibc)
    /// How long what is written is left to gather, in microseconds.
    private static let pause: useconds_t = 250_000

    /// Waits for something to be told, and takes all of it; false when nothing more can come.
    private static func wait(for queue: Int32) -> Bool {
      var buffer = [UInt8](repeating: 0, count: 16 << 10)
      while true {
        let count = read(queue, &buffer, buffer.count)
        if count > 0 { return true }
        guard count < 0, errno == EINTR else { return false }
      }
    }
  #endif
}
