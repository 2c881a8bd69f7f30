/// The page `docs/keys.md`, made from the command table.
public enum KeysDocument {
  /// The page as Markdown.
  public static var markdown: String {
    let chapters = CommandEntry.Group.allCases.map(chapter) + KeyPreset.allCases.map(chapter)
    return (["# Keys", "", introduction, ""] + chapters).joined(separator: "\n")
  }

  private static let introduction = """
    Made from the command table by `courant keys --markdown`; `?` shows the same inside the reader, with the keys in force.
    Every command can be given by its name after `:` too. A key that stands beside a place, as in `n` (search), means
    the command there only. [configuration.md](configuration.md) says how to choose others; the chapters at the end are the
    presets, as far as they differ.
    """

  private static func chapter(of group: CommandEntry.Group) -> String {
    let entries = CommandTable.entries.filter { $0.group == group }
    let head = ["## \(group.rawValue)", "", "| keys | command | what it does |", "|---|---|---|"]
    return (head + entries.map(line) + [""]).joined(separator: "\n")
  }

  /// What a preset changes, the commands that only lose a key to another included.
  private static func chapter(of preset: KeyPreset) -> String {
    let keymap = KeySettings(preset: preset).keymap
    let changed = zip(keymap.entries, CommandTable.entries).filter { $0.bindings != $1.bindings }.map(\.0)
    let head = ["## With `preset = \"\(preset.rawValue)\"`", "", "| keys | command | what it does |", "|---|---|---|"]
    return (head + changed.map(line) + [""]).joined(separator: "\n")
  }

  private static func line(for entry: CommandEntry) -> String {
    let keys = entry.bindings.filter { !$0.keys.isEmpty }.map { binding in
      let keys = binding.keys.map { code($0.label) }.joined(separator: " ")
      return binding.scope == .everywhere ? keys : "\(keys) (\(binding.scope.label))"
    }
    return "| \(keys.joined(separator: ", ")) | `\(entry.command.rawValue)` | \(entry.summary) |"
  }

  private static func code(_ label: String) -> String {
    label.contains("\\") ? "`\(label)`" : "`\(label.replacing("|", with: "\\|"))`"
  }
}
