/// Browsers that draw on the terminal that they are started from.
enum TextBrowser {
  private static let names: Set = [
    "w3m", "lynx", "links", "links2", "elinks", "browsh", "carbonyl", "edbrowse", "chawan", "cha", "felinks",
  ]
  /// Programs that look for a browser: one for the desktop, or one for the terminal where there is no desktop.
  private static let seekers: Set = ["sensible-browser", "www-browser", "xdg-open"]
  /// Programs that become the one that is named behind them.
  private static let wrappers: Set = [
    "env", "nice", "ionice", "chrt", "taskset", "numactl", "stdbuf", "firejail", "torsocks", "torify", "tsocks",
    "proxychains", "proxychains4",
  ]

  /// Whether the words of a command start one. `place` says which file a program is, once all links are followed.
  static func isStarted(by words: [String], hasDesktop: Bool, place: (String) -> String?) -> Bool {
    var rest = words[...]
    while let word = rest.popFirst() {
      let called = [word, place(word)].compactMap { $0.map(name) }
      if called.contains(where: names.contains) { return true }
      if !hasDesktop, called.contains(where: seekers.contains) { return true }
      guard called.contains(where: wrappers.contains) else { return false }
      // Options, what they are set to, and variables come before the program.
      rest = rest.drop { $0.hasPrefix("-") || $0.contains("=") || (place($0) == nil && !isKnown(name($0))) }
    }
    return false
  }

  private static func isKnown(_ name: String) -> Bool {
    names.contains(name) || seekers.contains(name) || wrappers.contains(name)
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }
}
