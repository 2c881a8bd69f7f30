import Canvas

/// Keys that a user gives to a command, in the notation of the documents.
public struct Rebinding: Hashable, Sendable {
  /// The command's name.
  public var command: String
  /// Where; nil for every place in which the command has keys.
  public var place: String?
  /// None takes the command its keys; it can still be given by its name.
  public var keys: [String]

  public init(_ command: String, in place: String? = nil, keys: [String]) {
    self.command = command
    self.place = place
    self.keys = keys
  }
}

/// The keys that come of a preset and of what a user rebound, and what was wrong with it.
///
/// What the user names stands above the preset, and both above the keys as Courant comes. A key is taken from whatever had
/// it below, a key that is everywhere from every place. Whatever is wrong is left out and told, and the rest is in force.
/// The way out cannot be lost: where no key is left for it, Control-C is kept.
public struct KeySettings: Hashable, Sendable {
  public struct Problem: Hashable, Sendable {
    /// Which of the rebindings it is.
    public var index: Int
    public var fault: KeyFault
  }

  public let keymap: Keymap
  /// In the order of the rebindings.
  public let problems: [Problem]

  public init(preset: KeyPreset? = nil, rebinding: [Rebinding] = []) {
    var layers = KeyLayers(CommandTable.entries)
    if let preset { _ = layers.lay(preset.wishes) }
    var wishes: [KeyLayers.Wish] = []
    var problems: [Problem] = []
    for (index, rebinding) in rebinding.enumerated() {
      do throws(KeyFault) {
        wishes.append(try Self.wish(rebinding, index) { problems.append(Problem(index: index, fault: $0)) })
      } catch {
        problems.append(Problem(index: index, fault: error))
      }
    }
    problems += layers.lay(wishes)
    layers.keepWayOut()
    keymap = Keymap(entries: layers.entries)
    self.problems = problems.sorted { $0.index < $1.index }
  }

  /// What a rebinding asks for; keys that are none are told and left out. Where none is left, it asks for nothing.
  private static func wish(
    _ rebinding: Rebinding, _ index: Int, _ tell: (KeyFault) -> Void
  ) throws(KeyFault) -> KeyLayers.Wish {
    guard let command = Command(rawValue: rebinding.command) else { throw .unknownCommand(rebinding.command) }
    let scope = rebinding.place.map { place in Scope.allCases.first { $0.name == place } }
    if case .some(nil) = scope { throw .unknownPlace(rebinding.place ?? "") }
    let takesNumber = CommandTable.entry(for: command)?.bindings.flatMap(\.keys).contains(where: \.takesNumber) == true
    var keys: [KeySequence] = []
    for notation in rebinding.keys {
      do throws(KeyFault) {
        let sequence = try KeySequence.read(notation)
        if sequence.takesNumber, !takesNumber { throw .takesNoNumber(command: command.rawValue) }
        // Control-C is a signal, which ends the reader whatever is bound to it.
        if sequence.keys.contains(.control("c")), command != .quit { throw .kept("^c") }
        keys.append(sequence)
      } catch {
        tell(error)
      }
    }
    let isMistaken = keys.isEmpty && !rebinding.keys.isEmpty
    return KeyLayers.Wish(index: index, command: command, scope: scope ?? nil, keys: isMistaken ? nil : keys)
  }
}

extension Keymap {
  /// Every command with its sentence and the keys that it comes with, as a user would write them.
  public static var defaults: [(command: String, summary: String, keys: [String])] {
    CommandTable.entries.map { entry in
      var keys: [String] = []
      for key in entry.bindings.flatMap(\.keys).map(\.notation) where !keys.contains(key) { keys.append(key) }
      return (entry.command.rawValue, entry.summary, keys)
    }
  }

  /// The names of all commands.
  public static var commandNames: [String] { Command.allCases.map(\.rawValue) }
  /// The names of the places that keys can be bound in.
  public static var placeNames: [String] { Scope.allCases.map(\.name) }
  /// The names that stand between `<` and `>`.
  public static var keyNames: [String] { Key.named.keys.sorted() + [KeySequence.digits] }
}

/// Why keys that a user chose are not in force. What the user wrote is carried as it is, and may hold anything.
public enum KeyFault: Error, Hashable, Sendable {
  case unknownCommand(String)
  case unknownPlace(String)
  /// A name between `<` and `>` that is no key's.
  case unknownKey(String)
  /// No key at all was named.
  case empty
  /// Nothing but blanks, which part keys.
  case blank
  case tooLong(most: Int)
  /// No terminal sends it.
  case untypable(String)
  /// Terminals send another key for it.
  case twin(String, of: String)
  /// The terminal keeps it for itself.
  case kept(String)
  /// Only a command that takes a number has keys that begin with one.
  case takesNoNumber(command: String)
  /// Two commands were given keys of which only one can be typed in the same place.
  case taken(keys: String, command: String, by: String, place: String)
}
