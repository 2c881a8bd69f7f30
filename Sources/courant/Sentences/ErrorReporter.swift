import ArgumentParser

/// What went wrong so far while the rest went on: each is told at once, and the first decides how the process ends.
struct ErrorReporter {
  private(set) var code: ExitCode?

  mutating func tell(_ error: some UserFacingError) {
    StandardError.say(error.sentence)
    code = code ?? error.code
  }

  /// Ends the command with the first error’s exit code, if there was one.
  func finish() throws(ExitCode) {
    if let code { throw code }
  }
}
