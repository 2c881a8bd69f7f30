import Briefing

/// Commands that are given by their names.
extension State {
  /// Does the command of a name, of the only name that begins so, or of a key, with what stands behind it.
  mutating func perform(named line: String) -> [Effect] {
    let words = line.split(maxSplits: 1) { $0 == " " }
    guard let name = words.first.map(String.init) else { return [] }
    let argument = words.count > 1 ? words[1].trimmed : ""
    // The keys of a sequence may stand apart.
    if !argument.isEmpty, Command(rawValue: name) == nil, let command = command(ofKeys: line.filter { $0 != " " }) {
      return perform(command)
    }
    if let number = Int(name), keymap.takesNumber(in: scopes) { return perform(.follow, number: number) }
    let found = commands(named: name)
    switch found.count {
    case 0: return say("there is no command “\(name)”" + suggestion(for: name))
    case 1: return argument.isEmpty ? perform(found[0]) : perform(found[0], with: argument)
    default: return say("“\(name)” may be \(found.prefix(6).map(\.rawValue).joined(separator: ", "))")
    }
  }

  /// The commands in whose names a mistyped or half-known one stands, or the nearest.
  private func suggestion(for name: String) -> String {
    let names = CommandTable.entries.map(\.command.rawValue)
    let holding = name.count > 2 ? names.filter { $0.contains(name.lowercased()) } : []
    let meant = holding.isEmpty ? NearestWord.of(name, among: names).map { [$0] } ?? [] : holding
    guard !meant.isEmpty else { return "; \(key(for: .help, in: .everywhere)) shows them all" }
    return "; did you mean \(meant.prefix(4).joined(separator: ", "))?"
  }

  /// The command of this name or key, else all whose names begin so.
  func commands(named name: String) -> [Command] {
    if let command = Command(rawValue: name) ?? command(ofKeys: name) { return [command] }
    return CommandTable.names(beginningWith: name).compactMap { Command(rawValue: $0) }
  }

  private func command(ofKeys notation: String) -> Command? {
    let keys = KeySequence(notation: notation).keys
    if case .command(let command) = keymap.meaning(of: keys, after: nil, in: scopes) { return command }
    return nil
  }

  /// Does a command with what was typed behind its name.
  private mutating func perform(_ command: Command, with argument: String) -> [Effect] {
    guard CommandTable.entry(for: command)?.argument != nil else {
      return say("\(command.rawValue) takes nothing behind its name")
    }
    guard command != .offline else { return turnOffline(named: argument) }
    guard let kind = Prompt.Kind(of: command) else {
      return tellCurrent { $0.perform(command, with: argument, in: $1) }
    }
    if case .refused(let sentence) = opening(of: kind) { return say(sentence) }
    return enter(argument, for: kind)
  }
}

extension Substring {
  /// Without the spaces around it.
  fileprivate var trimmed: String {
    let head = drop { $0 == " " }
    let count = head.reversed().prefix { $0 == " " }.count
    return String(head.dropLast(count))
  }
}

extension CommandTable {
  /// The command names that begin with some letters, in the order of the alphabet.
  static func names(beginningWith letters: String) -> [String] {
    entries.map(\.command.rawValue).filter { $0.hasPrefix(letters) }.sorted()
  }
}
