import Canvas

/// Turns keys into commands, and says which keys a command has. Nothing else does.
public struct Keymap: Hashable, Sendable {
  /// What the keys typed so far mean.
  enum Meaning: Hashable, Sendable {
    case command(Command)
    /// The start of a longer sequence.
    case unfinished
    case nothing
  }

  /// The commands with the keys in force.
  let entries: [CommandEntry]
  private let commands: [Scope: [KeySequence: Command]]
  /// What longer sequences begin with.
  private let beginnings: [Scope: Set<KeySequence>]
  /// Where each command's keys stand among the entries.
  private let places: [Command: Int]

  /// The keys as Courant comes; `KeySettings` makes others.
  public init() {
    self.init(entries: CommandTable.entries)
  }

  /// The keys of entries of which none is in another's way.
  init(entries: [CommandEntry]) {
    var commands: [Scope: [KeySequence: Command]] = [:]
    var beginnings: [Scope: Set<KeySequence>] = [:]
    var places: [Command: Int] = [:]
    for (place, entry) in entries.enumerated() {
      places[entry.command] = place
      for binding in entry.bindings {
        for keys in binding.keys {
          commands[binding.scope, default: [:]][keys] = entry.command
          for beginning in keys.beginnings { beginnings[binding.scope, default: []].insert(beginning) }
        }
      }
    }
    (self.commands, self.beginnings, self.places) = (commands, beginnings, places)
    self.entries = entries
  }

  /// What `keys` mean, after a number or none, in scopes of which the first is the most specific.
  func meaning(of keys: [Key], after number: Int?, in scopes: [Scope]) -> Meaning {
    if number != nil, case let found = meaning(ofNumbered: keys, in: scopes), found != .nothing { return found }
    return lookUp(KeySequence(keys: keys), in: scopes)
  }

  /// Whether a digit belongs to a number here, rather than being a command.
  func takesNumber(in scopes: [Scope]) -> Bool {
    scopes.contains { commands[$0]?.keys.contains(where: \.takesNumber) == true }
  }

  /// The first key that means a command in these scopes, as people read it; nil if it has none.
  func label(for command: Command, in scopes: [Scope]) -> String? {
    guard let place = places[command] else { return nil }
    for scope in scopes {
      for binding in entries[place].bindings where binding.scope == scope {
        if let keys = binding.keys.first(where: { lookUp($0, in: scopes) == .command(command) }) { return keys.label }
      }
    }
    return nil
  }

  /// The key that calls off what was begun: Esc where it does, else the first one that goes back.
  func labelOfEscape(in scopes: [Scope]) -> String? {
    let isBound = lookUp(KeySequence(keys: [.escape]), in: scopes) == .command(.back)
    return isBound ? Key.escape.label : label(for: .back, in: scopes)
  }

  private func meaning(ofNumbered keys: [Key], in scopes: [Scope]) -> Meaning {
    lookUp(KeySequence(takesNumber: true, keys: keys), in: scopes)
  }

  private func lookUp(_ typed: KeySequence, in scopes: [Scope]) -> Meaning {
    for scope in scopes {
      guard let bound = commands[scope] else { continue }
      if let command = bound[typed] { return .command(command) }
      if beginnings[scope]?.contains(typed) == true { return .unfinished }
    }
    return .nothing
  }
}
