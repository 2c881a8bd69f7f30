/// Opens web addresses, without a shell.
///
/// `$BROWSER` is a list parted by colons, of commands in which `%s` stands for the address (else it comes last). Without
/// it, the desktop is asked, where there is one.
public enum Browser {
  /// What became of an address.
  public enum Opening: Hashable, Sendable {
    /// A program was started with it.
    case opened
    /// There is no browser to be had here, as over SSH.
    case noBrowser
    case refused(Refusal)
  }

  /// Why an address is not opened.
  public enum Refusal: Hashable, Sendable {
    /// It is no http or https address as one harmless word.
    case notWeb
    /// `$BROWSER` names a shell, or has the address inside of a text that one would read; text from outside must not be
    /// given to a shell.
    case shell(command: String)
    /// A quote in `$BROWSER` is not closed.
    case unclosedQuote(command: String)
  }

  /// A program to start: its words, and whether it draws on our terminal.
  struct Command: Hashable {
    var words: [String]
    var takesTerminal: Bool
  }

  private static let shells: Set = [
    "sh", "bash", "dash", "zsh", "ksh", "mksh", "fish", "csh", "tcsh", "ash", "rbash", "pwsh", "nu", "elvish",
    "busybox",
    "eval", "xargs", "parallel", "watch", "script", "su", "ssh", "at", "batch",
  ]
  private static let inTerminal: Set = [
    "w3m", "lynx", "links", "links2", "elinks", "browsh", "carbonyl", "edbrowse", "chawan", "cha", "felinks",
  ]

  /// The commands to try, in order, for an address as it would be given to them.
  static func commands(
    for address: String, environment: (String) -> String?
  ) throws(Rejection) -> [Command] {
    guard AddressWord.isSafe(address) else { throw Rejection(reason: .notWeb) }
    let list = environment("BROWSER") ?? ""
    var commands: [Command] = []
    for alternative in CommandWords.alternatives(in: list) {
      if let command = try command(alternative, address) { commands.append(command) }
    }
    if commands.isEmpty, hasDesktop(environment) {
      commands.append(Command(words: [desktopOpener, address], takesTerminal: false))
    }
    return commands
  }

  /// Why no address could be opened by a list of commands such as `$BROWSER` holds; nil if nothing stands against it.
  public static func refusal(of list: String) -> Refusal? {
    do throws(Rejection) {
      _ = try commands(for: "https://example.org/") { $0 == "BROWSER" ? list : nil }
      return nil
    } catch {
      return error.reason
    }
  }

  /// Why no command was made.
  struct Rejection: Error, Hashable {
    var reason: Refusal
  }

  private static func command(_ line: Substring, _ address: String) throws(Rejection) -> Command? {
    guard let words = CommandWords.split(line) else {
      throw Rejection(reason: .unclosedQuote(command: String(line)))
    }
    guard let program = words.first, !program.isEmpty else { return nil }
    // Wherever it stands: `env`, `nice`, `timeout` and many others start what is named behind them, and `env -S` splits.
    let names = words.flatMap { $0.split(whereSeparator: { " \t\n=".contains($0) }) }.map(name)
    guard !names.contains(where: shells.contains), !words.contains(where: hidesAddress) else {
      throw Rejection(reason: .shell(command: String(line)))
    }
    let filled = words.dropFirst().map { fill($0, with: address) }
    let hasPlace = filled != words.dropFirst().map { fill($0, with: "%s") }
    return Command(
      words: [program] + filled + (hasPlace ? [] : [address]), takesTerminal: inTerminal.contains(name(program[...])))
  }

  private static func name(_ path: Substring) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Whether a word has the address inside of a text that whoever gets it takes apart again, as `'w3m %s'` for `sh -c`.
  private static func hidesAddress(_ word: String) -> Bool {
    word.contains("%s") && word.contains { " \t\n;|&<>`$\"'".contains($0) }
  }

  /// Replaces `%s` and `%%` in one pass, so that nothing inside the address is taken for either.
  private static func fill(_ word: String, with address: String) -> String {
    var filled = ""
    var rest = word[...]
    while let character = rest.popFirst() {
      if character == "%", rest.first == "s" || rest.first == "%" {
        filled += rest.popFirst() == "s" ? address : "%"
      } else {
        filled.append(character)
      }
    }
    return filled
  }

  private static func hasDesktop(_ environment: (String) -> String?) -> Bool {
    #if os(Linux)
      return ["DISPLAY", "WAYLAND_DISPLAY"].contains { !(environment($0) ?? "").isEmpty }
    #else
      return environment("SSH_CONNECTION") == nil
    #endif
  }

  private static var desktopOpener: String {
    #if os(Linux)
      "xdg-open"
    #else
      "open"
    #endif
  }
}

extension Terminal {
  /// Opens an address in the user's browser. One that draws on the terminal gets it until it ends; another is left to
  /// itself. The first of several that can be started is taken.
  public func open(_ address: String) -> Browser.Opening {
    do throws(Browser.Rejection) {
      for command in try Browser.commands(for: address, environment: variable) where start(command) {
        return .opened
      }
      return .noBrowser
    } catch {
      return .refused(error.reason)
    }
  }

  /// The environment, in which the browser that the user chose stands for the one that is there.
  private func variable(_ name: String) -> String? {
    name == "BROWSER" ? settings.browser ?? Environment[name] : Environment[name]
  }

  private func start(_ command: Browser.Command) -> Bool {
    guard command.takesTerminal else {
      guard let child = Child.start(command.words, .detached) else { return false }
      Child.leave(child)
      return true
    }
    guard Child.exists(command.words[0]) else { return false }
    return lend(to: command.words)
  }
}
