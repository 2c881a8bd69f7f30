import CSystem
import Terminal

/// A thread that works beside the reader: if its stack runs out, the terminal is still given back.
enum Worker {
  /// False where the system has no thread to give: then nothing is done.
  static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    let job = Unmanaged.passRetained(Job(work))
    guard courant_start_thread(runJob, job.toOpaque()) != 0 else { return true }
    job.release()
    return false
  }

  /// Why there is nobody to do the work.
  struct Missing: Error, Hashable, Sendable {}

  fileprivate final class Job: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) {
      self.work = work
    }
  }
}

private nonisolated func runJob(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let pointer else { return nil }
  let job = Unmanaged<Worker.Job>.fromOpaque(pointer).takeRetainedValue()
  CrashStack.during(job.work)
  return nil
}
