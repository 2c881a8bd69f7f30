#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The way to the terminal's screen, which never waits for a terminal that does not keep up: what it does not take now is
/// sent when it can take more.
struct OutputQueue {
  private let descriptor: Int32
  private let isOwn: Bool
  private var unsent: ArraySlice<UInt8> = []

  /// A way of its own to the terminal that a descriptor is open on: that this one does not block is no one else's matter.
  ///
  /// Where the terminal cannot be opened again, as one that belongs to another user, the descriptor itself is used, and
  /// a terminal that stops in the middle of a frame is waited for.
  init(to descriptor: Int32) {
    let own = ttyname(descriptor).map { open($0, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) } ?? -1
    isOwn = own >= 0
    self.descriptor = isOwn ? own : descriptor
  }

  /// Whether all that was given has been sent.
  var isIdle: Bool { unsent.isEmpty }

  /// Sends bytes behind those that wait; false where the terminal is gone.
  @discardableResult
  mutating func send(_ bytes: [UInt8]) -> Bool {
    unsent += bytes
    return flush()
  }

  /// Sends as much of what waits as the terminal takes; false where it is gone.
  @discardableResult
  mutating func flush() -> Bool {
    while !unsent.isEmpty {
      let count = unsent.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return true }
      guard count > 0 else {
        unsent = []
        return false
      }
      unsent = unsent.dropFirst(count)
    }
    unsent = []
    return true
  }

  /// Sends all that waits, for so long at most.
  mutating func finish(within milliseconds: Int32) {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while flush(), !isIdle, ContinuousClock.now < end {
      var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&entry, 1, 20)
    }
  }

  /// Gives up what waits. A string of the terminal's that is cut by that is ended.
  mutating func drop() {
    if !unsent.isEmpty { unsent = Array("\u{1B}\\".utf8)[...] }
  }

  /// Whether the terminal takes output now: false while it is stopped or does not keep up.
  var isWritable: Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&entry, 1, 0) != 0
  }

  /// What `poll` waits on.
  var pollable: Int32 { descriptor }

  func release() {
    if isOwn { close(descriptor) }
  }
}
