/// The names under which a terminal's description may be found, the best one first.
enum TerminalNames {
  /// Terminals that speak xterm's language, whose own descriptions many systems lack.
  private static let relatives: Set<Substring> = [
    "kitty", "foot", "alacritty", "ghostty", "wezterm", "contour", "rio",
  ]
  /// Older ones that speak it.
  private static let elders: Set<Substring> = [
    "xterm", "konsole", "gnome", "vte", "st", "mlterm", "mintty", "putty", "iterm2", "iTerm2", "nsterm",
  ]

  /// Whether it is one of today's terminals, which hold a frame back until it is whole.
  static func isRelative(_ term: String) -> Bool {
    parts(of: term).contains(where: relatives.contains)
  }

  private static func parts(of term: String) -> [Substring] {
    term.split { "-.+".contains($0) }
  }

  /// The names to try for what TERM says; none where it names no terminal that could show anything.
  ///
  /// `isColourful` is said of a terminal that has millions of colours: then it has 256 as well, whatever its name.
  static func candidates(for term: String, isColourful: Bool) -> [String] {
    guard !term.isEmpty, term != "dumb" else { return [] }
    let parts = parts(of: term)
    var names: [String] = []
    // A description of direct colours takes each for red, green and blue; its sibling takes the numbers that we have.
    if let direct = parts.lastIndex(where: { $0.hasPrefix("direct") }), direct > 0 {
      let plain = term[..<parts[direct].startIndex].dropLast()
      names += ["\(plain)-256color", "\(plain)"]
    }
    if isColourful { names.append(term + "-256color") }
    return names + [term] + substitutes(for: parts)
  }

  /// Descriptions that nearly every system has, of terminals of which this one understands all.
  private static func substitutes(for parts: [Substring]) -> [String] {
    let hasFewColours = parts.contains { ["16color", "88color", "mono"].contains($0) }
    let names =
      switch parts.first {
      case "tmux": ["tmux-256color", "screen-256color", "screen"]
      case "screen": ["screen-256color", "screen"]
      default: parts.contains(where: relatives.union(elders).contains) ? ["xterm-256color", "xterm"] : []
      }
    return hasFewColours ? names.filter { !$0.hasSuffix("-256color") } : names
  }
}
