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

/// How the process ends after an error: what it says, where, and its exit code.
struct ErrorExit {
  private var help: String?
  private var message: String?
  private var code: ExitCode

  init(_ error: any Error) {
    switch error {
    case CommandError.outputClosed: self.init(code: .success)
    case let error as any UserFacingError: self.init(message: "courant: " + error.sentence, code: error.code)
    case let code as ExitCode: self.init(code: code)
    default: self.init(parsing: error)
    }
  }

  /// Help and versions were asked for, so they are data; everything else that the argument parser throws is a message, and
  /// repeats arguments that may hold anything.
  private init(parsing error: any Error) {
    let text = Courant.fullMessage(for: error)
    let code = Courant.exitCode(for: error)
    if code == .success {
      self.init(help: text, code: code)
    } else {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      self.init(message: lines.map { displayable(String($0)) }.joined(separator: "\n"), code: code)
    }
  }

  private init(help: String? = nil, message: String? = nil, code: ExitCode) {
    self.help = help
    self.message = message
    self.code = code
  }

  func end() -> Never {
    if let help { Self.print(help) }
    if let message { StandardError.print(message) }
    Courant.exit(withError: code)
  }

  private static func print(_ text: String) {
    do throws(CommandError) {
      var output = Output()
      try output.line(text)
      try output.flush()
    } catch {
      ErrorExit(error).end()
    }
  }
}
