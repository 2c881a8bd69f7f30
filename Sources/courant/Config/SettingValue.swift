import Reader
import System
import Terminal

/// A value of the settings' file, whatever the file is written in.
enum SettingValue: Hashable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([SettingValue])
  case table([SettingEntry])
  /// A fraction, a date or a time, which no setting takes.
  case other

  /// The text of one, or the texts of a list of nothing else.
  var texts: [String]? {
    switch self {
    case .text(let text): return [text]
    case .list(let values):
      var texts: [String] = []
      for case .text(let text) in values { texts.append(text) }
      return texts.count == values.count ? texts : nil
    default: return nil
    }
  }
}

/// A name with its value, and the line that it stands on.
struct SettingEntry: Hashable {
  var name: String
  var value: SettingValue
  var line: Int
}

/// Why a setting is not in force. What the user wrote is carried as it is, and may hold anything.
enum SettingFault: Error, Hashable {
  /// No setting, role or attribute of this name where it stands.
  case unknown(String, Noun, among: [String])
  /// A value of another kind; the words say what it has to be.
  case wrongKind(String)
  case notOneOf(String, [String])
  case outside(Int, ClosedRange<Int>)
  case noColor(String)
  /// A table lacks what it cannot be without.
  case lacking(String)
  /// An address names a user, or a password.
  case privateAddress
  case browser(Browser.Refusal)
  case key(KeyFault)

  /// What a name would have named.
  enum Noun: String {
    case setting, role
    case attribute = "attribute of a role"
  }
}

/// Why not all of the settings' file is in force.
enum ConfigProblem: Hashable {
  case unreadable(path: String, SystemError)
  case tooLarge(path: String)
  case notText(line: Int)
  case noTOML(TOMLDocument.Flaw)
  /// The setting is named from the top on, as in `theme.faint`.
  case setting(String, line: Int, SettingFault)
}
