#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stack for handlers of signals, for a thread whose own has run out: without it, they have nowhere to run.
public enum SignalStack {
  private static let size = 64 * 1024

  /// Runs a thread's work with such a stack in place. Costs two system calls, and no memory unless the thread dies.
  public static func during(_ work: () -> Void) {
    let place = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    use(place)
    work()
    giveUp()
    place.deallocate()
  }

  /// The same for this thread, from now on.
  public static func keep() {
    use(UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16))
  }

  private static func use(_ place: UnsafeMutableRawPointer) {
    var stack = stack_t()
    stack.ss_sp = place
    stack.ss_size = .init(size)
    sigaltstack(&stack, nil)
  }

  private static func giveUp() {
    var stack = stack_t()
    stack.ss_flags = .init(SS_DISABLE)
    // macOS looks at the size even so.
    stack.ss_size = .init(size)
    sigaltstack(&stack, nil)
  }
}
