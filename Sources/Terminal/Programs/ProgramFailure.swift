public import System

/// A program that was given an address and failed.
public struct ProgramFailure: Hashable, Sendable {
  /// Its name or path, as the user wrote it.
  public var program: String
  public var address: String
  public var end: ProgramEnd
}
