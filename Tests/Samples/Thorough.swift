import Foundation
public import Testing

extension Trait where Self == ConditionTrait {
  /// For a test that takes seconds, or that judges by the clock: `make unit` leaves it out, and `make test` runs it.
  public static var thorough: Self {
    .enabled(if: ProcessInfo.processInfo.environment["COURANT_UNIT"] == nil, "make test runs what takes seconds")
  }
}
