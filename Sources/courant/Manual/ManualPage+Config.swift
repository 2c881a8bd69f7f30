import Reader
import Terminal

/// `courant-config(5)`: the settings, from the tables that the file is read by.
extension ManualPage {
  static var config: ManualPage {
    ManualPage(
      topic: "config", name: "courant-config", section: 5, summary: "the settings of courant",
      parts: [
        .chapter("Description"),
        .paragraph(
          "Settings are in `$XDG_CONFIG_HOME/courant/config.toml`, or `~/.config/courant/config.toml`, written in TOML. Without "
            + "the file everything is as Courant comes. `courant config` prints a file that changes nothing, to begin with, and "
            + "tells what is wrong in yours; whatever is wrong, the rest of the file is in force."),
        .chapter("Settings"), .entries(Setting.all.map { entry($0) }),
        .chapter("Pages kept for offline"), .paragraph("The table `[offline]`."),
        .entries(NetworkSetting.offline.map { entry($0, in: "offline.") }),
        .chapter("Feeds"),
        .paragraph(
          "A feed can have a table that is called by its address, `[feeds.\"https://example.org/feed.xml\"]`. What it says stands "
            + "above what `courant follow` was told."),
        .entries(
          NetworkSetting.feed.map {
            Entry(term: "`\($0.name)`", meaning: "\($0.about), such as `\($0.name) = \($0.example)`")
          }),
        .chapter("Account"),
        .paragraph(
          "The table `[account]` names an account at a server that keeps feeds and marks, which `courant sync` exchanges with."
        ),
        .entries(
          AccountSetting.all.map {
            Entry(term: "`account.\($0.name)`", meaning: "\($0.about), such as `\($0.name) = \($0.example)`")
          }),
      ] + theme + keyTables + [
        .chapter("Example"), .lines(example), .chapter("See also"),
        .paragraph("courant(1), courant-keys(7), courant-query(7)"),
      ])
  }

  private static func entry(_ setting: Setting, in table: String = "") -> Entry {
    let about = setting.about.joined(separator: " ")
    return Entry(term: "`\(table)\(setting.name)`", meaning: "\(about) Without it, `\(setting.value)`.")
  }

  private static var theme: [Part] {
    let attributes = ThemeSetting.attributes.map { "`\($0.name)`" }.joined(separator: ", ")
    return [
      .chapter("Colours"), .entries([entry(ThemeSetting.ground, in: "theme.")]),
      .paragraph(
        "A role is a table, such as `[theme.heading]`. It can be given \(attributes). Colours are "
          + "\(Color.names.prefix(9).joined(separator: ", ")), bright- and one of these, gray, a number from 0 to 255, or "
          + "`\"#rrggbb\"`; where the terminal has fewer, the nearest is taken. The others are true or false."),
      .entries(ThemeSetting.roles.map { Entry(term: "`[theme.\($0.name)]`", meaning: $0.about) }),
    ]
  }

  private static var keyTables: [Part] {
    [
      .chapter("Keys"),
      .paragraph(
        "`[keys]` gives commands their keys, as a text or a list of texts: `\"j\"`, `\"zR\"`, `\"g g\"`, `\"^d\"` for Control, "
          + "`\"<alt-x>\"`, `\"<f1>\"`, `\"<space>\"`; `[]` leaves a command none, and `:` still takes its name. A key is taken "
          + "from the command that had it. `[keys.PLACE]` holds the same for one place: "
          + Keymap.placeNames.joined(separator: ", ") + ". courant-keys(7) lists the commands."),
    ]
  }

  private static let example = [
    "preset = \"vim\"", "measure = 72", "browser = \"firefox --new-window %s\"", "", "[theme.heading]",
    "foreground = \"#5f87af\"", "underlined = true", "", "[keys.story]", "next-question = \"}\"",
  ]
}
