import Canvas

/// Bindings laid over bindings: those above take their keys from those below.
struct KeyLayers {
  /// Keys for one command; nil changes nothing.
  struct Wish: Hashable {
    var index = 0
    var command: Command
    /// Nil for every place in which the command has keys.
    var scope: Scope?
    var keys: [KeySequence]?
  }

  private(set) var entries: [CommandEntry]

  private struct Bound {
    var keys: KeySequence
    var scope: Scope
    var command: Command
    /// Whether the command did not have them there before: only those are taken from other places.
    var isNew: Bool
  }

  init(_ entries: [CommandEntry]) {
    self.entries = entries
  }

  /// Lays wishes over what is there, and gives back those of them that are in each other's way; the first one stays.
  mutating func lay(_ wishes: [Wish]) -> [KeySettings.Problem] {
    var problems: [KeySettings.Problem] = []
    var bound: [Bound] = []
    for wish in wishes {
      guard let keys = wish.keys else { continue }
      let scopes = scopes(of: wish, among: wishes)
      func other(_ keys: KeySequence, in scope: Scope) -> Bound? {
        bound.first { $0.scope == scope && $0.command != wish.command && $0.keys.isInTheWay(of: keys) }
      }
      problems += keys.compactMap { keys in
        scopes.lazy.compactMap { other(keys, in: $0) }.first.map { Self.problem(wish, keys, $0) }
      }
      for scope in scopes {
        let kept = keys.filter { other($0, in: scope) == nil }
        bound += kept.map { keys in
          Bound(keys: keys, scope: scope, command: wish.command, isNew: !has(keys, wish.command, in: scope))
        }
        bind(wish.command, to: kept, in: scope)
      }
    }
    removeFromOthers(bound)
    return problems
  }

  private static func problem(_ wish: Wish, _ keys: KeySequence, _ other: Bound) -> KeySettings.Problem {
    let fault = KeyFault.taken(
      keys: keys.label, command: wish.command.rawValue, by: other.command.rawValue, place: other.scope.name)
    return .init(index: wish.index, fault: fault)
  }

  /// Where a wish holds: a place that another wish names for the same command is that one's.
  private func scopes(of wish: Wish, among wishes: [Wish]) -> [Scope] {
    if let scope = wish.scope { return [scope] }
    let named = wishes.filter { $0.command == wish.command && $0.keys != nil }.compactMap(\.scope)
    let own = CommandTable.entry(for: wish.command)?.bindings.map(\.scope) ?? []
    return own.filter { !named.contains($0) }
  }

  private func has(_ keys: KeySequence, _ command: Command, in scope: Scope) -> Bool {
    entries.contains { entry in
      entry.command == command && entry.bindings.contains { $0.scope == scope && $0.keys.contains(keys) }
    }
  }

  private mutating func bind(_ command: Command, to keys: [KeySequence], in scope: Scope) {
    guard let entry = entries.firstIndex(where: { $0.command == command }) else { return }
    if let binding = entries[entry].bindings.firstIndex(where: { $0.scope == scope }) {
      entries[entry].bindings[binding].keys = keys
    } else {
      entries[entry].bindings.append(CommandEntry.Binding(scope: scope, keys: keys))
    }
  }

  /// Takes the keys from every binding that was below.
  private mutating func removeFromOthers(_ bound: [Bound]) {
    for entry in entries.indices {
      let command = entries[entry].command
      for binding in entries[entry].bindings.indices {
        let scope = entries[entry].bindings[binding].scope
        let isOwn = { (keys: KeySequence) in
          bound.contains { $0.keys == keys && $0.scope == scope && $0.command == command }
        }
        entries[entry].bindings[binding].keys.removeAll { keys in
          !isOwn(keys)
            && bound.contains {
              $0.isNew && ($0.scope == scope || $0.scope == .everywhere) && $0.command != command
                && $0.keys.isInTheWay(of: keys)
            }
        }
      }
    }
  }

  /// Where a place has no key that quits or leads there, Control-C is shown for it; it always ends the reader.
  mutating func keepWayOut() {
    let keymap = Keymap(entries: entries)
    let isClosed = Scope.allCases.contains { scope in
      let scopes = [scope, .everywhere]
      return keymap.label(for: .quit, in: scopes) == nil && keymap.label(for: .leave, in: scopes) == nil
    }
    guard isClosed else { return }
    let bound = entries.first { $0.command == .quit }?.bindings.first { $0.scope == .everywhere }?.keys ?? []
    bind(.quit, to: bound.filter { $0.keys != [.control("c")] } + [KeySequence(keys: [.control("c")])], in: .everywhere)
  }
}
