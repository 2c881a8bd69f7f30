import Reader
import Terminal

/// The settings' file that changes nothing: every setting with what holds without it.
///
/// Made from the tables that the file is read by. A line that sets something begins with `#` alone, so that taking it away
/// says the same again; the tables' heads stand open, so that the line is in its table then.
enum ConfigDocument {
  static func text(for place: ConfigPlace?) -> String {
    let parts = [
      [opening(place)], Setting.all.map(part), [theme], ThemeSetting.roles.map { role($0.name, $0.about) },
      [offline, feeds, account], [keys],
    ]
    return parts.joined().map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func opening(_ place: ConfigPlace?) -> [String] {
    let name = place?.name ?? "~/.config/courant/config.toml"
    return [
      "# \(name)", "#",
      "# Every setting of Courant with what holds without it: take the # away before one to change it.",
      "# courant config tells what is wrong in the file above, and all that is right is in force.",
    ]
  }

  private static func part(_ setting: Setting) -> [String] {
    setting.about.map { "# " + $0 } + ["#\(setting.name) = \(setting.value)"]
  }

  private static var offline: [String] {
    ["[offline]"] + NetworkSetting.offline.flatMap(part)
  }

  /// No feed has a name here, so this is an example only.
  private static var feeds: [String] {
    [
      "# A feed can have a table that is called by its address; what it says stands above what courant follow was told:",
      "# [feeds.\"https://example.org/feed.xml\"]",
    ] + NetworkSetting.feed.map { "# \($0.name) = \($0.example): \($0.about)" }
  }

  /// Nobody has one until all of it is said.
  private static var account: [String] {
    [
      "# An account at a server that keeps feeds and marks, as Google Reader did: courant sync and R exchange with it.",
      "# [account]",
    ] + AccountSetting.all.map { "# \($0.name) = \($0.example): \($0.about)" }
  }

  private static var theme: [String] {
    let names = ThemeSetting.attributes.map(\.name).joined(separator: ", ")
    return ["[theme]"] + part(ThemeSetting.ground) + [
      "#", "# A role can be given: \(names).",
      "# Colours are \(Color.names.prefix(9).joined(separator: ", ")),",
      "# bright- and one of these, gray, a number from 0 to 255, or \"#rrggbb\"; where the terminal has",
      "# fewer, the nearest is taken. The others are true or false. Such as:", "# foreground = \"#5f87af\"",
    ]
  }

  private static func role(_ name: String, _ about: String) -> [String] {
    ["[theme.\(name)]", "# \(about)"]
  }

  private static var keys: [String] {
    let commands = Keymap.defaults.flatMap { ["# " + $0.summary, "#\($0.command) = \(list($0.keys))"] }
    return [
      "[keys]",
      "# Each command with its keys, as a text or a list of texts: \"j\", \"zR\", \"g g\", \"^d\" for Control,",
      "# \"<alt-x>\", \"<f1>\", \"<space>\"; [] leaves it none, and : still takes its name. What a command has",
      "# is taken from the others. [keys.PLACE] holds the same for one place:",
      "# \(Keymap.placeNames.joined(separator: ", ")).", "",
    ] + commands
  }

  private static func list(_ keys: [String]) -> String {
    "[" + keys.map(quoted).joined(separator: ", ") + "]"
  }

  /// A text of TOML on one line. Single quotes keep backslashes as they are.
  private static func quoted(_ text: String) -> String {
    text.contains("\\") ? "'\(text)'" : "\"\(text)\""
  }
}
