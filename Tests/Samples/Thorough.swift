import Foundation

/// Whether tests run that take seconds, or that judge by the clock: `make unit` leaves them out, and `make test` runs them.
public enum Thorough {
  public static let isWanted = ProcessInfo.processInfo.environment["COURANT_UNIT"] == nil
}
