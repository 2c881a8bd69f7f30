import ArgumentParser

/// What is asked of a command line that is being typed: which argument of which command its last word is.
struct CompletionRequest: Hashable {
  /// What the word is.
  enum Kind: Hashable {
    /// The first word: a command, or what is read without one.
    case first
    /// An option of the command.
    case option
    /// A value, as the declaration calls it, such as `id|-`; or one of some words.
    case value(String, choices: [String])
    case nothing
  }

  /// The command; nil where none was named.
  let command: CommandSyntax?
  let kind: Kind
  /// The word so far.
  let typed: String
  /// What of the word stands before the value: `--in=`.
  let before: String
  /// The words before it, without the command's name.
  let given: [String]

  /// - Parameter words: those behind the program's name, the one that is being typed last.
  init(words: [String]) {
    var given = words.dropLast()
    var typed = words.last ?? ""
    let command = Self.command(&given)
    let syntax = command ?? CommandSyntax.named(ReadCommand.configuration.commandName ?? "")
    var before = ""
    if command == nil, given.isEmpty, !typed.hasPrefix("-") {
      kind = .first
    } else if let syntax {
      kind = Self.kind(of: &typed, behind: Array(given), in: syntax, &before)
    } else {
      kind = .nothing
    }
    self.command = command
    self.typed = typed
    self.before = before
    self.given = Array(given)
  }

  /// Takes the names of a command away, the longest that there is: `account add` before `account`.
  private static func command(_ words: inout ArraySlice<String>) -> CommandSyntax? {
    for count in (1...2).reversed() where words.count >= count {
      if let command = CommandSyntax.named(words.prefix(count).joined(separator: " ")) {
        words = words.dropFirst(count)
        return command
      }
    }
    return nil
  }

  private static func kind(
    of typed: inout String, behind given: [String], in syntax: CommandSyntax, _ before: inout String
  ) -> Kind {
    var places = 0
    var isWaiting: CommandSyntax.Argument?
    var areOptionsOver = false
    for word in given {
      if isWaiting != nil {
        isWaiting = nil
      } else if word == "--", !areOptionsOver {
        areOptionsOver = true
      } else if !areOptionsOver, word.hasPrefix("-"), word != "-" {
        isWaiting = syntax.option(word).flatMap { $0.value == nil ? nil : $0 }
      } else {
        places += 1
      }
    }
    if let isWaiting { return value(of: isWaiting) }
    if !areOptionsOver, typed.hasPrefix("--"), let equals = typed.firstIndex(of: "=") {
      guard let option = syntax.option(String(typed[..<equals])), option.value != nil else { return .nothing }
      before = String(typed[...equals])
      typed = String(typed[typed.index(after: equals)...])
      return value(of: option)
    }
    if !areOptionsOver, typed.hasPrefix("-"), typed != "-" { return .option }
    let positionals = syntax.positionals
    if positionals.indices.contains(places) { return value(of: positionals[places]) }
    return positionals.last.map { $0.isRepeating ? value(of: $0) : .nothing } ?? .nothing
  }

  private static func value(of argument: CommandSyntax.Argument) -> Kind {
    .value(argument.value ?? "", choices: argument.choices)
  }
}

extension CommandSyntax {
  fileprivate func option(_ name: String) -> Argument? { options.first { $0.names.contains(name) } }
}
