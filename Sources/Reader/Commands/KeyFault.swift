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
