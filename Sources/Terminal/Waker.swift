/// Wakes the loop that waits in `Terminal.nextEvent`, from any thread.
public struct Waker: Sendable {
  let pipe: Pipe

  public func wake() {
    pipe.put(1)
  }
}
