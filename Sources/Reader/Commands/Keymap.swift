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

  /// The keys as Courant comes; `KeySettings` makes others.
  public init() {
    self.init(entries: CommandTable.entries)
  }

  /// The keys of entries of which none is in another's way.
  init(entries: [CommandEntry]) {
    var commands: [Scope: [KeySequence: Command]] = [:]
    for entry in entries {
      for binding in entry.bindings {
        for keys in binding.keys { commands[binding.scope, default: [:]][keys] = entry.command }
      }
    }
    self.commands = commands
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
    guard let entry = entries.first(where: { $0.command == command }) else { return nil }
    let keys = scopes.flatMap { scope in entry.bindings.filter { $0.scope == scope }.flatMap(\.keys) }
    return keys.first { lookUp($0, in: scopes) == .command(command) }?.label
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
      if bound.keys.contains(where: { $0.starts(with: typed) }) { return .unfinished }
    }
    return .nothing
  }
}
