import ArgumentParser

/// `courant(1)`: the program and its commands, from their declarations.
extension ManualPage {
  static var commands: ManualPage {
    let commands = CommandSyntax.all.filter(\.isShown)
    let pages = [keys, query, config]
    return ManualPage(
      topic: "courant", name: "courant", section: 1, summary: "a news reader for the terminal",
      parts: [.chapter("Synopsis")] + synopsis(commands) + [.chapter("Description")]
        + [Courant.configuration.abstract, Courant.configuration.discussion].map(Part.paragraph)
        + [.chapter("Commands"), .entries(commands.map(Entry.init))]
        + ending + [
          .chapter("See also"),
          .paragraph((pages.map(\.reference) + ["newsboat(1)", "less(1)"]).joined(separator: ", ")),
        ])
  }

  private static func synopsis(_ commands: [CommandSyntax]) -> [Part] {
    let reading = CommandSyntax.named(ReadCommand.configuration.commandName ?? "")
    return ((reading?.usage ?? []) + ["courant COMMAND [ARGUMENT\u{2026}]", "courant help [COMMAND|TOPIC]"])
      .map { .paragraph("`\($0)`") }
  }

  private static var ending: [Part] {
    [
      .chapter("Environment"), .entries(environment), .chapter("Files"), .entries(files), .chapter("Exit status"),
      .paragraph(
        "As in sysexits.h. Where several things went wrong, the first decides, and what could be done was done."),
      .entries(ExitCode.meanings.map { Entry(term: "`\($0.code)`", meaning: $0.meaning) }), .chapter("Examples"),
    ]
      + examples.flatMap { [.paragraph($0.about), .lines([$0.command])] }
  }

  private static let environment = [
    Entry(
      term: "`XDG_DATA_HOME`, `XDG_CONFIG_HOME`",
      meaning: "Where the catalog and the settings lie, in a folder called courant; a relative or empty one is ignored."
    ),
    Entry(
      term: "`VISUAL`, `EDITOR`", meaning: "The editor that e in a story writes a note with; the first one counts."),
    Entry(
      term: "`BROWSER`",
      meaning: "What opens addresses, where the settings say nothing; never through a shell. %s stands for the address."
    ),
    Entry(term: "`NO_COLOR`", meaning: "With any value, roles are told apart by attributes alone."),
    Entry(term: "`COLORFGBG`", meaning: "Where the terminal says in it what its background is, that counts."),
    Entry(
      term: "`TERM`, `TERMINFO`, `LC_ALL`, `LC_CTYPE`, `LANG`",
      meaning: "What the terminal understands, and what signs it shows. courant doctor tells what came of them."),
  ]

  private static let files = [
    Entry(
      term: "`~/.local/share/courant/catalog.db`",
      meaning: "The catalog: stories, and all that you set on them. For you alone (mode 0600)."),
    Entry(
      term: "`~/.local/share/courant/lookup.db`",
      meaning: "What is found by words. It can be deleted, and is made again."),
    Entry(term: "`~/.config/courant/config.toml`", meaning: "Your settings: courant-config(5)."),
  ]

  private static let examples: [(about: String, command: String)] = [
    ("Look into a folder or a file without keeping anything:", "courant seeds"),
    ("Follow a feed, fetch what is new, read:", "courant follow https://example.org && courant refresh && courant"),
    ("Keep what the clipboard holds:", "wl-paste | courant add -"),
    ("Mark as read all that rests on a source:", "courant list source:example.org | courant mark read -"),
    ("Take that back:", "courant undo"),
  ]
}

extension ManualPage.Entry {
  /// A command with its options.
  fileprivate init(_ command: CommandSyntax) {
    term = command.usage.map { "`\($0)`" }.joined(separator: ", ")
    meaning = [command.summary, command.discussion].filter { !$0.isEmpty }.joined(separator: " ")
    entries = command.options.map { ManualPage.Entry(term: "`\($0.label)`", meaning: $0.summary) }
  }
}
