import CSystem

/// Threads for work that goes on beside the rest. None of them is of a pool, which would wake again and again.
public enum WorkerThread {
  /// Starts one that nobody waits for. If its stack runs out, a handler of signals still has one to run on.
  ///
  /// False where the system has no thread to give: then nothing is done.
  public static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    let job = Unmanaged.passRetained(Job(work))
    guard courant_start_thread(runJob, job.toOpaque()) != 0 else { return true }
    job.release()
    return false
  }

  fileprivate final class Job: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) {
      self.work = work
    }
  }
}

private nonisolated func runJob(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let pointer else { return nil }
  let job = Unmanaged<WorkerThread.Job>.fromOpaque(pointer).takeRetainedValue()
  SignalStack.during(job.work)
  return nil
}
