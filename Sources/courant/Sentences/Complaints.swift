import ArgumentParser

/// What went wrong so far while the rest went on: each is told at once, and the first decides how the process ends.
struct Complaints {
  private(set) var code: ExitCode?

  mutating func tell(_ error: some Told) {
    Talk.say(error.sentence)
    code = code ?? error.code
  }

  /// Ends the command with the first complaint's exit code, if there was one.
  func finish() throws(ExitCode) {
    if let code { throw code }
  }
}
