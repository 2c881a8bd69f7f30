import Synchronization

/// A queue that any thread may post to and one loop empties; the first post after an emptying wakes the loop.
public final class Mailbox<Letter: Sendable>: Sendable {
  private let letters = Mutex<[Letter]>([])
  private let waker: Waker

  public init(waker: Waker) {
    self.waker = waker
  }

  /// Puts a letter in. May be called from any thread, and never waits.
  public func post(_ letter: Letter) {
    let wasEmpty = letters.withLock { letters in
      letters.append(letter)
      return letters.count == 1
    }
    if wasEmpty { waker.wake() }
  }

  /// Takes out everything posted so far, in order.
  public func empty() -> [Letter] {
    letters.withLock { letters in
      let taken = letters
      letters = []
      return taken
    }
  }
}
