import ArgumentParser
import Briefing
import System

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
  static let noPermission = ExitCode(77)
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
      self.init(help: Self.namingVersionOnce(text), code: code)
    } else {
      let lines = (text + Self.adviceOnHyphens(text)).split(separator: "\n", omittingEmptySubsequences: false)
      self.init(message: lines.map { displayable(String($0)) }.joined(separator: "\n"), code: code)
    }
  }

  /// Where a command has a `--version` of its own, that of the program is not among its options.
  private static func namingVersionOnce(_ help: String) -> String {
    guard help.contains("--version <") else { return help }
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { !($0.hasPrefix("  --version ") && $0.hasSuffix("Show the version.")) }.joined(separator: "\n")
  }

  /// A query may begin with a word that is not to be found, which then looks like an option.
  private static func adviceOnHyphens(_ text: String) -> String {
    let arguments = Arguments.texts
    guard text.contains("nknown option"), let command = arguments.first,
      ["list", "search", "questions"].contains(command)
    else { return "" }
    let words = arguments.dropFirst()
    if let state = QueryState.all.map(\.name).first(where: { words.contains("--\($0)") }) {
      return "\nA query says it so: courant \(command) is:\(state)"
    }
    let isUnknown = { (word: String) in word.hasPrefix("-") && text.contains("'\(word)'") }
    let options = words.filter { $0.hasPrefix("--") && !isUnknown($0) && $0 != "--" }
    let query = words.filter { !$0.hasPrefix("--") || isUnknown($0) }.map { $0.contains(" ") ? "'\($0)'" : $0 }
    let whole = ["courant", command] + options + ["--"] + query
    return "\nA query that begins with a hyphen goes behind --: \(whole.joined(separator: " "))"
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
