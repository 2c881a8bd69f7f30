import ArgumentParser

/// An error that the user can be told: one sentence, and what the process ends with.
protocol UserFacingError: Error {
  /// Names the thing and says what to do. Displayable as it is.
  var sentence: String { get }
  var code: ExitCode { get }
}

/// The exit codes of `sysexits.h` that Courant uses, so that scripts need no words to tell failures apart;
/// `docs/command-line.md` says what each means.
extension ExitCode {
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let unavailable = ExitCode(69)
  static let cannotCreate = ExitCode(73)
  static let inputOutput = ExitCode(74)
  static let tryAgain = ExitCode(75)
  static let configuration = ExitCode(78)
}
