public import Canvas

/// Something that the terminal, the system or another thread told the loop.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Something was done with the mouse.
  case mouse(Mouse)
  /// Text that the terminal marked as pasted, in one piece; controls and all.
  case pasted(String)
  /// More was pasted than is taken, and all of it dropped.
  case pasteTooLong
  case resized(Size)
  /// Another thread called `Waker.wake`; several calls may come as one event.
  case woken
  /// The terminal is gone. Every later event is this one again.
  case hungUp
  /// A program that an address was opened with, and that was left to itself, failed.
  case programFailed(ProgramFailure)
  /// The process was asked to end, by this signal.
  case terminate(signal: Int32)
  /// `^C` was pressed, or the same signal sent: an end, or `Terminal.forgetInterrupt()`, is to come soon.
  case interrupted(signal: Int32)
}
