import ArgumentParser
import Formats

/// What a command takes, as its declaration says: the source of the manual and of what shells complete.
struct CommandSyntax: Hashable, Sendable {
  /// Something that stands behind the command's name.
  struct Argument: Hashable, Sendable {
    /// As they are typed: `--in`; none where it is known by its place.
    var names: [String]
    /// What its value is called, such as `id|-`; nil for a flag.
    var value: String?
    /// The words that it can be, where they are few.
    var choices: [String]
    var summary: String
    var isRepeating: Bool
  }

  /// Its name, with those of the commands above it: `mark`.
  var name: String
  var summary: String
  var discussion: String
  /// How it is used, a line for each way.
  var usage: [String]
  /// Whether it is for people to know.
  var isShown: Bool
  var arguments: [Argument]

  /// Those known by their place.
  var positionals: [Argument] { arguments.filter(\.names.isEmpty) }
  /// Those known by a name.
  var options: [Argument] { arguments.filter { !$0.names.isEmpty } }
}

extension CommandSyntax {
  /// Every command below the program's name, in the order of the help. Costs some ms: all declarations are read.
  static var all: [CommandSyntax] { Courant.configuration.subcommands.flatMap { commands(in: $0, above: "") } }

  /// The program itself.
  static var program: CommandSyntax { CommandSyntax(of: Courant.self, name: "courant") }

  /// The command of this name.
  static func named(_ name: String) -> CommandSyntax? {
    type(named: name).map { CommandSyntax(of: $0, name: name) }
  }

  /// What declares the command of this name.
  static func type(named name: String) -> (any ParsableCommand.Type)? {
    var type: any ParsableCommand.Type = Courant.self
    for word in name.split(separator: " ") {
      guard let next = type.configuration.subcommands.first(where: { $0.configuration.commandName ?? "" == word })
      else { return nil }
      type = next
    }
    return type == Courant.self ? nil : type
  }

  private static func commands(in type: any ParsableCommand.Type, above: String) -> [CommandSyntax] {
    let name = above + (type.configuration.commandName ?? "")
    let own = CommandSyntax(of: type, name: name)
    return [own] + type.configuration.subcommands.flatMap { commands(in: $0, above: name + " ") }
  }

  init(of type: any ParsableCommand.Type, name: String) {
    let configuration = type.configuration
    self.name = name
    summary = configuration.abstract
    discussion = configuration.discussion
    isShown = configuration.shouldDisplay
    usage = (configuration.usage ?? "courant \(name)").split(separator: "\n").map(String.init)
    arguments = Self.declared(by: type).filter { !$0.names.contains("--help") && $0.summary != "Show the version." }
  }

  /// The argument parser tells what it read of a declaration in JSON.
  private static func declared(by type: any ParsableCommand.Type) -> [Argument] {
    guard let all = try? JSON.value(of: Array(type._dumpHelp().utf8)), let found = all["command"]?["arguments"],
      case .array(let arguments) = found
    else { return [] }
    return arguments.filter { $0["shouldDisplay"] != .bool(false) }.map(Argument.init)
  }
}

extension CommandSyntax.Argument {
  fileprivate init(_ json: JSON) {
    names = json.elements("names").compactMap { name in
      name["name"]?.text.map { (name["kind"]?.text == "short" ? "-" : "--") + $0 }
    }
    value = json["kind"]?.text == "flag" ? nil : json["valueName"]?.text
    choices = json.elements("allValues").compactMap(\.text)
    summary = json["abstract"]?.text ?? ""
    isRepeating = json["isRepeating"] == .bool(true)
  }

  /// What it looks like in a list of options: `--in PATH`, where words in capitals stand for others.
  var label: String {
    let value = value.map { $0.split(separator: "|").map { $0 == "-" ? "-" : $0.uppercased() }.joined(separator: "|") }
    return (names.map(Optional.some) + [value]).compactMap(\.self).joined(separator: " ")
  }
}

extension JSON {
  fileprivate subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  fileprivate func elements(_ key: String) -> [JSON] {
    guard case .array(let elements) = self[key] else { return [] }
    return elements
  }

  fileprivate var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}
