#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A lock, and what threads that hold it wait for: the system's own, so that nothing but them is ever started.
final class Condition: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    #if canImport(Darwin)
      pthread_cond_init(condition, nil)
    #else
      var attributes = pthread_condattr_t()
      pthread_condattr_init(&attributes)
      // The clock on the wall may be set meanwhile.
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      pthread_cond_init(condition, &attributes)
      pthread_condattr_destroy(&attributes)
    #endif
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func withLock<Value>(_ body: () throws -> Value) rethrows -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }

  /// Lets go of the lock until somebody tells of something; may also end without that. Under the lock only.
  func wait() {
    pthread_cond_wait(condition, mutex)
  }

  /// The same, for so long at most.
  func wait(for time: Duration) {
    let (seconds, attoseconds) = min(time, .seconds(1 << 30)).components
    let nanoseconds = Int(attoseconds / 1_000_000_000)
    #if canImport(Darwin)
      var wait = timespec(tv_sec: Int(seconds), tv_nsec: nanoseconds)
      pthread_cond_timedwait_relative_np(condition, mutex, &wait)
    #else
      var end = timespec()
      clock_gettime(CLOCK_MONOTONIC, &end)
      end.tv_nsec += nanoseconds
      end.tv_sec += Int(seconds) + end.tv_nsec / 1_000_000_000
      end.tv_nsec %= 1_000_000_000
      pthread_cond_timedwait(condition, mutex, &end)
    #endif
  }

  /// Wakes all who wait.
  func broadcast() {
    pthread_cond_broadcast(condition)
  }
}
