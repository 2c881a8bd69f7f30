/// Opens web addresses, without a shell.
///
/// `$BROWSER` is a list parted by colons, of commands in which `%s` stands for the address, as `%u` and `%U` do (else it
/// comes last), and `~/` or `$HOME/` before a word for the home folder. Without it, the desktop is asked, where there is one.
public enum Browser {
  /// What became of an address.
  public enum Opening: Hashable, Sendable {
    /// A program was started with it, named as the user wrote it.
    case opened(program: String)
    /// There is no browser to be had here, as over SSH.
    case noBrowser
    /// It was started, on the terminal, and failed.
    case failed(ProgramFailure)
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
    /// It has a `$` or a backquote in it, which only a shell would fill in.
    case variable(command: String)
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
  /// How the home folder may be written at the beginning of a word; the first is how it is kept.
  private static let homes = ["~/", "$HOME/", "${HOME}/"]

  /// The commands to try, in order, for an address as it would be given to them.
  static func commands(
    for address: String, environment: (String) -> String?
  ) throws(Rejection) -> [Command] {
    guard AddressWord.isSafe(address) else { throw Rejection(reason: .notWeb) }
    let list = environment("BROWSER") ?? ""
    var commands: [Command] = []
    for alternative in CommandWords.alternatives(in: list) {
      if let command = try command(alternative, address, environment) { commands.append(command) }
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

  private static func command(
    _ line: Substring, _ address: String, _ environment: (String) -> String?
  ) throws(Rejection) -> Command? {
    guard let words = CommandWords.split(line)?.map(withPlainHome) else {
      throw Rejection(reason: .unclosedQuote(command: String(line)))
    }
    guard let first = words.first, !first.isEmpty else { return nil }
    // Wherever it stands: `env`, `nice`, `timeout` and many others start what is named behind them, and `env -S` splits.
    let names = words.flatMap { $0.split(whereSeparator: { " \t\n=".contains($0) }) }.map(name)
    guard !names.contains(where: shells.contains), !words.contains(where: hidesAddress) else {
      throw Rejection(reason: .shell(command: String(line)))
    }
    guard !words.contains(where: { $0.contains { "$`".contains($0) } }) else {
      throw Rejection(reason: .variable(command: String(line)))
    }
    let home = environment("HOME")
    let filled = words.dropFirst().map { fill(atHome($0, home), with: address) }
    let hasPlace = filled != words.dropFirst().map { fill(atHome($0, home), with: "%s") }
    let takesTerminal = TextBrowser.isStarted(
      by: words.map { atHome($0, home) }, hasDesktop: hasDesktop(environment),
      place: { ProgramPlace.findReal($0, in: environment("PATH")) })
    return Command(words: [atHome(first, home)] + filled + (hasPlace ? [] : [address]), takesTerminal: takesTerminal)
  }

  /// A word with its home folder, if it begins with one, as `~/`.
  private static func withPlainHome(_ word: String) -> String {
    homes.first(where: word.hasPrefix).map { homes[0] + word.dropFirst($0.count) } ?? word
  }

  private static func atHome(_ word: String, _ home: String?) -> String {
    guard let home, home.hasPrefix("/"), word.hasPrefix(homes[0]) else { return word }
    return home + word.dropFirst(homes[0].count - 1)
  }

  private static func name(_ path: Substring) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Whether a word has the address inside of a text that whoever gets it takes apart again, as `'w3m %s'` for `sh -c`.
  private static func hidesAddress(_ word: String) -> Bool {
    ["%s", "%u", "%U"].contains(where: word.contains) && word.contains { " \t\n;|&<>`$\"'".contains($0) }
  }

  /// Replaces the places for it and `%%` in one pass, so that nothing inside the address is taken for either.
  private static func fill(_ word: String, with address: String) -> String {
    var filled = ""
    var rest = word[...]
    while let character = rest.popFirst() {
      if character == "%", let kind = rest.first, "suU%".contains(kind) {
        rest.removeFirst()
        filled += kind == "%" ? "%" : address
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
