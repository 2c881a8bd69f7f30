import System

/// Wakes the loop that waits in `Terminal.nextEvent`, from any thread.
public struct Waker: Sendable {
  let pipe: SelfPipe

  /// Wakes the one who waits. May be called from any thread, and never waits.
  public func wake() {
    pipe.put(1)
  }
}
