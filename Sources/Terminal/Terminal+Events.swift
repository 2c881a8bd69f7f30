import Canvas
import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Terminal {
  /// Waits for what happens next, in one `poll` on the keys, the signals and the waker: while nothing happens, the
  /// process does not run.
  ///
  /// With `timeout`, nil is returned when nothing came for that long. A frame that the terminal could not take is painted
  /// meanwhile, and being suspended and continued from outside happens in here.
  public func nextEvent(timeout: Duration? = nil) -> Event? {
    let end = timeout.map { ContinuousClock.now + $0 }
    while true {
      if let event = inbox.take() { return event }
      if let end, end <= .now { return nil }
      wait(until: end)
    }
  }

  /// Whether an event is there to be taken without waiting: a reader that cannot keep up takes all keys, then paints.
  public var hasPendingInput: Bool {
    if inbox.isEmpty { wait(until: .now) }
    return !inbox.isEmpty
  }

  /// One turn: sleeps until something is there or the time is up, and takes it in.
  private func wait(until end: ContinuousClock.Instant?) {
    var entries = [
      pollfd(fd: device.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakePipe.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: frame == nil && outputQueue.isIdle ? -1 : outputQueue.pollable, events: Int16(POLLOUT), revents: 0),
    ]
    let deadline = [end, inbox.deadline, linkDeadline].compactMap(\.self).min()
    if poll(&entries, nfds_t(entries.count), Self.milliseconds(until: deadline)) > 0 {
      // A signal may take keys in as well, and those that are gone would be waited for.
      if entries[0].revents != 0 { takeKeys() }
      if entries[1].revents != 0 { takeSignals(signals.take()) }
      if entries[2].revents != 0, !wakePipe.drain().isEmpty { inbox.append(.woken) }
      if entries[3].revents != 0 { paintIfWritable() }
    }
    let now = ContinuousClock.now
    inbox.expire(at: now)
    layLinks(at: now)
    if inbox.takeResize(at: now), measure() { inbox.append(.resized(size)) }
  }

  /// What `poll` takes: rounded up, so that it does not wake too early; -1 is for ever.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = deadline - .now
    return left <= .zero ? 0 : Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up)))
  }

  private func takeKeys() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(device.input, &buffer, buffer.count)
    if count > 0 {
      inbox.takeBytes(buffer[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      inbox.hangUp()
    }
  }

  /// Whether an interrupt stood in pasted text; what was sent before it is there to be read.
  private var isPasted: Bool {
    var keys = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
    if poll(&keys, 1, 0) > 0 { takeKeys() }
    return inbox.isPasted(at: .now)
  }

  /// Says that an interrupt which was told is no request to end. Without this, the next one would be the second, which ends the
  /// process at once.
  public func forgetInterrupt() { signals.forgetRequest() }

  func takeSignals(_ signals: Set<Int32>) {
    if signals.contains(SIGCHLD) { takeEnds(ChildProcess.reap()) }
    if signals.contains(SIGWINCH) { inbox.noteResize() }
    if signals.contains(SIGTERM) { inbox.append(.terminate(signal: SIGTERM)) }
    if signals.contains(SIGINT) {
      if isPasted { self.signals.forgetRequest() } else { inbox.append(.interrupted(signal: SIGINT)) }
    }
    if signals.contains(SIGHUP) { inbox.hangUp() }
    if signals.contains(SIGTSTP) { suspendAlone() } else if signals.contains(SIGCONT) { resumeFromOutside() }
  }
}
