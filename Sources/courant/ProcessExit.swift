import ArgumentParser

/// How the process ends after an error: what it says, where, and its exit code.
struct ProcessExit {
  private var asked: String?
  private var talk: String?
  private var code: ExitCode

  init(_ error: any Error) {
    switch error {
    case OutputError.closed: self.init(code: .success)
    case let error as any UserFacingError: self.init(talk: "courant: " + error.sentence, code: error.code)
    case let code as ExitCode: self.init(code: code)
    default: self.init(parsing: error)
    }
  }

  /// Help and versions were asked for, so they are data; everything else that the argument parser throws is talk, and
  /// repeats arguments that may hold anything.
  private init(parsing error: any Error) {
    let message = Courant.fullMessage(for: error)
    let code = Courant.exitCode(for: error)
    if code == .success {
      self.init(asked: message, code: code)
    } else {
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
      self.init(talk: lines.map { displayable(String($0)) }.joined(separator: "\n"), code: code)
    }
  }

  private init(asked: String? = nil, talk: String? = nil, code: ExitCode) {
    self.asked = asked
    self.talk = talk
    self.code = code
  }

  func end() -> Never {
    if let asked { Self.print(asked) }
    if let talk { StandardError.print(talk) }
    Courant.exit(withError: code)
  }

  private static func print(_ text: String) {
    do throws(OutputError) {
      var output = Output()
      try output.line(text)
      try output.flush()
    } catch {
      ProcessExit(error).end()
    }
  }
}
