import Reader
import System
import Terminal

/// Why a setting is not in force. What the user wrote is carried as it is, and may hold anything.
enum SettingFault: Error, Hashable {
  /// No setting, role or attribute of this name where it stands.
  case unknown(String, Noun, among: [String])
  /// A value of another kind; the words say what it has to be.
  case wrongKind(String)
  case notOneOf(String, [String])
  case outside(Int, ClosedRange<Int>)
  case noColor(String)
  case browser(Browser.Refusal)
  case key(KeyFault)

  /// What a name would have named.
  enum Noun: String {
    case setting, role
    case attribute = "attribute of a role"
  }
}

/// Why not all of the settings' file is in force.
enum ConfigTrouble: Hashable {
  case unreadable(path: String, SystemError)
  case tooLarge(path: String)
  case notText(line: Int)
  case noTOML(TOMLDocument.Flaw)
  /// The setting is named from the top on, as in `theme.faint`.
  case setting(String, line: Int, SettingFault)
}
