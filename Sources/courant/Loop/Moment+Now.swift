import Briefing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Moment {
  /// The time on the system's clock.
  static var now: Moment {
    Moment(seconds: Int64(time(nil)))
  }
}
