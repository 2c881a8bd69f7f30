/// A point in time, to the second, in UTC.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00:00 UTC.
  public var seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The earlier one first.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.seconds < right.seconds
  }
}
