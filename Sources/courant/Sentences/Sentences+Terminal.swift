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
  var sentence: String {
    let name = program.split(separator: "/").last.map(String.init) ?? program
    return "\(displayable(name)) failed (\(end.words)), so the address may not be open; y copies it"
  }
}

extension ProgramEnd {
  fileprivate var words: String {
    switch self {
    case .status(let status): "exit status \(status)"
    case .signal(let signal): "signal \(signal)"
    }
  }
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
