/// A line that the user types at the foot.
struct Prompt: Hashable, Sendable {
  /// What the line is for.
  enum Kind: Hashable, Sendable, CaseIterable {
    case search, limit, tags, name, note, command

    /// What stands before the line.
    var label: String {
      switch self {
      case .search: "/"
      case .limit: "limit to: "
      case .tags: "tag: "
      case .name: "keep as: "
      case .note: "note: "
      case .command: ":"
      }
    }
  }

  /// How a screen lets a prompt open.
  enum Opening: Hashable, Sendable {
    /// With this text to go on from, and a sentence on what there is already.
    case line(String, about: String = "")
    case refused(String)
  }

  let kind: Kind
  /// What stands above the line.
  let about: String
  var line = LineEditor()
  /// The screen as it was when the prompt opened, to be put back when the prompt is called off.
  var before: Screen
  /// How far back in the earlier lines the user is; 0 is the line being typed.
  private var depth = 0
  private var draft = ""

  init(_ kind: Kind, before: Screen, text: String = "", about: String = "") {
    self.kind = kind
    self.about = about
    self.before = before
    line = LineEditor(text)
  }

  /// Shows an earlier line; `lines` holds the newest last.
  mutating func goBack(in lines: [String]) {
    guard depth < lines.count else { return }
    if depth == 0 { draft = line.text }
    depth += 1
    line = LineEditor(lines[lines.count - depth])
  }

  /// Shows a later line, at last the one that was being typed.
  mutating func goForward(in lines: [String]) {
    guard depth > 0 else { return }
    depth -= 1
    line = LineEditor(depth == 0 ? draft : lines[lines.count - depth])
  }
}
