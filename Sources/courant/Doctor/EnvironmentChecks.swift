import Canvas
import System
import Terminal

/// Whether the reader can open here, and how it looks.
enum TerminalChecks {
  static func all(_ probe: TerminalProbe) -> [Check] {
    [description(probe), colors(probe), size(probe)].compactMap { $0 }
  }

  private static func description(_ probe: TerminalProbe) -> Check {
    guard probe.isTerminal else {
      return .note("standard output is no terminal here", "in one, courant opens the reader; here it prints the index")
    }
    guard let description = probe.description else {
      let said = probe.term.isEmpty ? "TERM is not set" : "TERM is \(quoted(probe.term)), which cannot show the reader"
      return .wrong(said, "set TERM to what your terminal is, such as xterm-256color")
    }
    guard description != probe.term else {
      return .ok("the terminal is \(quoted(description)), which can show the reader")
    }
    return .ok("the terminal is \(quoted(probe.term)), and is used as \(quoted(description))")
  }

  private static func colors(_ probe: TerminalProbe) -> Check? {
    guard probe.isTerminal, probe.description != nil else { return nil }
    if probe.isColorRefused { return .ok("no colours, as NO_COLOR asks") }
    return probe.colors == 0
      ? .ok("the terminal has no colours; nothing rests on them") : .ok("\(probe.colors.grouped) colours")
  }

  private static func size(_ probe: TerminalProbe) -> Check? {
    guard probe.isTerminal else { return nil }
    guard let size = probe.size else {
      return .note("the terminal does not tell its size", "stty columns 80 rows 24 sets it")
    }
    let words = "\(size.columns) columns, \(size.rows) rows"
    return size.columns >= 40 && size.rows >= 12 ? .ok(words) : .note(words, "40 by 12 shows all of the reader")
  }
}

/// Which letters can be shown.
enum LocaleChecks {
  static func all(_ probe: TerminalProbe) -> [Check] {
    if probe.characterSet == "UTF-8" { return [.ok("the locale is UTF-8 (\(source))")] }
    let found = "the locale is \(displayable(probe.characterSet)), not UTF-8 (\(source))"
    return [
      probe.isUnicode
        ? .note(found, "Courant writes UTF-8 all the same; set LANG=C.UTF-8 if letters look wrong")
        : .wrong(
          found, "letters that it lacks are shown as ?; set LANG to an installed UTF-8 locale (locale -a lists them)"
        )
    ]
  }

  /// The variable that decides, as POSIX ranks them.
  private static var source: String {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = Environment[name], !value.isEmpty { return "\(name)=\(displayable(value))" }
    }
    return "LANG is not set"
  }
}

/// Whether the user's settings are understood.
enum ConfigChecks {
  static func all() -> [Check] {
    guard let place = ConfigPlace() else { return [.note("HOME is not set, so there are no settings of your own")] }
    let config = Config(at: place.path)
    guard config.isThere else { return [.ok("no settings of your own; courant config prints all there are")] }
    guard config.troubles.isEmpty else { return config.troubles.map { Check(verdict: .wrong, finding: $0.sentence) } }
    return [.ok("every line of \(quoted(place.name)) is understood")]
  }
}
