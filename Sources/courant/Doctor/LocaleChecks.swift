import System
import Terminal

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
