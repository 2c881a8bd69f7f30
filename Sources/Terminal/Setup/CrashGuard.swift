import CNcurses
import Synchronization
import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gives the terminal back when the process dies of a fault, or of a signal that nobody else heeds, and then lets it die as
/// it would have.
///
/// The handler runs on a stack of its own, touches nothing but memory set aside before, and makes only calls that are
/// safe inside a signal. A stack overflow is within its reach on the thread that armed it and on those that work within
/// `SignalStack.during`.
enum CrashGuard {
  /// What ends the process whatever was to be done about it; Swift's own handlers, which write to the terminal, included.
  private static let faults: Set = [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSYS]
  #if os(Linux)
    /// The signals that do not end a process if nothing is done about them, and the one that always does.
    private static let harmless: Set = [
      SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT, SIGCHLD, SIGURG, SIGWINCH,
    ]
    /// One more than the largest number of a signal.
    private static let end: Int32 = 65
  #else
    private static let harmless: Set = [
      SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT, SIGCHLD, SIGURG, SIGWINCH, SIGIO, SIGINFO,
    ]
    private static let end: Int32 = 32
  #endif
  private static let guarded = Mutex<[Int32]>([])

  /// Arms it against every signal that would end the process as things are now, so after all others have been taken.
  static func arm(device: Device, restoration: [UInt8]) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, restoration.count))
    _ = bytes.initialize(from: restoration)
    SignalStack.keep()
    lastWill.pointee = LastWill(
      isArmed: true, input: device.input, output: device.output, modes: device.modes,
      bytes: UnsafePointer(bytes.baseAddress), count: restoration.count)
    let deadly = (1..<end).filter { !harmless.contains($0) && (faults.contains($0) || SignalAction.isDefault($0)) }
    for signal in deadly {
      SignalAction.set(signal, to: .call(endedBySignal, flags: SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))))
    }
    guarded.withLock { $0 = deadly }
    courant_ignore_kept_signals()
  }

  /// The terminal is no longer ours. The memory stays, for a handler that may be under way.
  static func disarm() {
    lastWill.pointee.isArmed = false
    guarded.withLock { guarded in
      for signal in guarded { SignalAction.set(signal, to: .defaultAction) }
      guarded = []
    }
  }

  /// Ends the process by a signal, the terminal restored. Safe inside a signal handler.
  static func restoreAndRaise(_ signal: Int32) {
    lastWill.pointee.carryOut()
    SignalAction.set(signal, to: .defaultAction)
    unblock(signal)
    raise(signal)
  }

  private static func unblock(_ signal: Int32) {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }
}

/// All that is needed to restore the terminal, in plain memory.
private struct LastWill {
  var isArmed = false
  var input: Int32 = -1
  var output: Int32 = -1
  var modes = termios()
  var bytes: UnsafePointer<UInt8>?
  var count = 0

  mutating func carryOut() {
    guard isArmed else { return }
    isArmed = false
    tcflow(output, TCOON)
    tcflush(output, TCOFLUSH)
    if let bytes { _ = write(output, bytes, count) }
    tcsetattr(input, TCSANOW, &modes)
  }
}

private nonisolated(unsafe) let lastWill: UnsafeMutablePointer<LastWill> = {
  let will = UnsafeMutablePointer<LastWill>.allocate(capacity: 1)
  will.initialize(to: LastWill())
  return will
}()

private nonisolated func endedBySignal(_ signal: Int32) {
  CrashGuard.restoreAndRaise(signal)
}
