/// What there is to know about one command: the single source of bindings, hints, help and documents.
struct CommandEntry: Hashable, Sendable {
  /// What kind of thing a command does; the chapters of the help.
  enum Group: String, Hashable, Sendable, CaseIterable {
    case moving = "Moving"
    case going = "Going places"
    case finding = "Finding"
    case story = "In a story"
    case marking = "Marking"
    case program = "Courant itself"
  }

  /// The keys that a command has in one scope, the one to show first.
  struct Binding: Hashable, Sendable {
    var scope: Scope
    var keys: [KeySequence]
  }

  var command: Command
  /// One sentence, for the help and the documents.
  var summary: String
  var group: Group
  var bindings: [Binding]

  init(_ command: Command, _ group: Group, _ summary: String, _ keys: KeyValuePairs<Scope, String>) {
    self.command = command
    self.group = group
    self.summary = summary
    bindings = keys.map { scope, keys in
      Binding(scope: scope, keys: keys.split(separator: " ").map { KeySequence(notation: String($0)) })
    }
  }
}
