import ArgumentParser
import System
import Terminal

/// What the foot of the reader says of what was done outside.
extension Copying {
  func sentence(about text: String) -> String {
    switch self {
    case .sent: "sent to the terminal: \(shortened(text))"
    case .tooLong(let limit): "this is more than a terminal takes (\(limit) bytes); courant show prints it"
    case .failed: "the terminal took no copy"
    }
  }

  /// The address has a line of its own, so that it can be taken from the screen whole.
  func sentenceWithoutBrowser(for address: String) -> String {
    let sent = self == .sent ? ", so the address was sent to the terminal" : "; the address is"
    return "no browser can be started here\(sent):\n\(displayable(address))"
  }

  /// The same for an address that is not opened for a reason.
  func sentence(of address: String, because reason: String) -> String {
    let sent = self == .sent ? "; it was sent to the terminal" : ""
    return "\(reason)\(sent):\n\(displayable(address))"
  }

  private func shortened(_ text: String) -> String {
    let line = displayable(text)
    return line.count <= 80 || !line.contains(" ") ? line : line.prefix(60) + "…"
  }
}

extension Browser.Refusal {
  func sentence(about address: String) -> String {
    switch self {
    case .notWeb: "this is no address that a browser is given: \(displayable(address))"
    case .shell(let command):
      "the browser starts a shell (\(displayable(command))), which is not given addresses; name the browser itself"
    case .unclosedQuote(let command): "a quote in the browser’s command is not closed: \(displayable(command))"
    case .variable(let command):
      "the browser’s command has a $ or ` that only a shell would fill in: \(displayable(command))"
    }
  }
}

extension ProgramFailure {
  /// The address has a line of its own, so that it can be taken from the screen whole.
  func sentence(_ copying: Copying) -> String {
    let sent = copying == .sent ? ", and sent to the terminal" : ""
    return "\(programName(program)) \(end.words): shown here instead\(sent):\n\(displayable(address))"
  }
}

extension ProgramEnd {
  /// How a command line ended that a story was piped to.
  func sentence(ofCommand line: String) -> String {
    let line = displayable(line)
    let short = line.count <= 40 ? line : line.prefix(40) + "…"
    return self == .status(0) ? "piped to \(short)" : "\(short) \(words)"
  }

  /// `ended with 1`.
  var words: String {
    switch self {
    case .status(let status): "ended with \(status)"
    case .signal(let signal): "was ended by signal \(signal)"
    }
  }
}

/// The name of a program that is named by its path, or by a command line.
func programName(_ command: String) -> String {
  let word = command.split { $0.isWhitespace }.first ?? ""
  return displayable(word.split(separator: "/").last.map(String.init) ?? String(word))
}

extension TerminalError: UserFacingError {
  var sentence: String {
    switch self {
    case .unusable(""):
      "TERM does not say which terminal this is; try TERM=xterm, or: courant list --in PATH"
    case .unusable(let term):
      "the terminal \(quoted(term)) (from TERM) cannot show the reader; try TERM=xterm, or: courant list --in PATH"
    case .noTerminal: "there is no terminal to read keys from; to print instead, use: courant list --in PATH"
    }
  }

  var code: ExitCode { .unavailable }
}
