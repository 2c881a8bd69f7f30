/// The pages of keys, made from the command table: `docs/keys.md`, and the chapters of the manual.
public enum KeysDocument {
  /// Commands of one kind with their keys, or what a preset gives other keys.
  public struct Chapter: Sendable {
    public var title: String
    public var lines: [Line]
  }

  /// A command with its keys.
  public struct Line: Sendable {
    /// The keys as they are shown, each with the place that they count in; nil where that is everywhere.
    public var keys: [(labels: [String], place: String?)]
    /// The command's name, and what may stand behind it: `limit QUERY`.
    public var usage: String
    public var summary: String

    init(_ entry: CommandEntry) {
      keys = entry.bindings.filter { !$0.keys.isEmpty }.map { binding in
        (binding.keys.map(\.label), binding.scope == .everywhere ? nil : binding.scope.label)
      }
      usage = entry.usage
      summary = entry.summary
    }
  }

  /// All commands, by what kind of thing they do.
  public static var chapters: [Chapter] {
    CommandEntry.Group.allCases.map { group in
      Chapter(title: group.rawValue, lines: CommandTable.entries.filter { $0.group == group }.map(Line.init))
    }
  }

  /// What each preset changes, the commands that only lose a key to another included.
  public static var presets: [Chapter] { KeyPreset.allCases.map(chapter) }

  /// The page as Markdown.
  public static var markdown: String {
    (["# Keys", "", introduction, ""] + chapters.map(markdown) + KeyPreset.allCases.map(markdown)).joined(
      separator: "\n")
  }

  private static let introduction = """
    Made from the command table by `courant keys --markdown`; `?` shows the same inside the reader, with the keys in force.
    Every command can be given by its name after `:` too, followed by what stands behind the name here: `:limit is:unread`. A
    key that stands beside a place, as in `n` (search), means the command there only. [configuration.md](configuration.md)
    says how to choose others; the chapters at the end are the presets, as far as they differ.
    """

  private static func chapter(of preset: KeyPreset) -> Chapter {
    let keymap = KeySettings(preset: preset).keymap
    let changed = zip(keymap.entries, CommandTable.entries).filter { $0.bindings != $1.bindings }.map(\.0)
    return Chapter(title: "With `preset = \"\(preset.rawValue)\"`", lines: changed.map(Line.init))
  }

  private static func markdown(of preset: KeyPreset) -> String {
    let chapter = markdown(of: chapter(of: preset))
    return preset == .newsboat ? chapter + "\n" + NewsboatKeys.chapter : chapter
  }

  private static func markdown(of chapter: Chapter) -> String {
    let head = ["## \(chapter.title)", "", "| keys | command | what it does |", "|---|---|---|"]
    return (head + chapter.lines.map(markdown) + [""]).joined(separator: "\n")
  }

  private static func markdown(of line: Line) -> String {
    let keys = line.keys.map { labels, place in
      labels.map(code).joined(separator: " ") + (place.map { " (\($0))" } ?? "")
    }
    return "| \(keys.joined(separator: ", ")) | `\(line.usage)` | \(line.summary) |"
  }

  static func code(_ label: String) -> String {
    label.contains("\\") ? "`\(label)`" : "`\(label.replacing("|", with: "\\|"))`"
  }
}
