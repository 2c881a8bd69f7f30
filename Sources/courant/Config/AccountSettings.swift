import Briefing
import Newsdesk

/// What the user said of the account at a server that keeps feeds.
struct AccountSettings: Hashable {
  var kind: AccountAccess.Kind?
  var url: WebAddress?
  var user: String?
  /// What prints the password; run by a shell when the server wants it.
  var passwordCommand: String?
  /// As Inoreader gives them to who speaks with it; the second is a command, as the password is.
  var appID: String?
  var appKeyCommand: String?
  /// Whether all that is needed is said, and nothing of it is wrong.
  var isWhole = false

  /// Where the server is; nil where that is not said.
  var address: WebAddress? { url ?? kind?.address.flatMap { try? WebAddress($0) } }

  /// The first thing that an account cannot be without, and that is not said.
  var missing: String? {
    if kind == nil { return "type" }
    if address == nil { return "url" }
    if user == nil { return "user" }
    return passwordCommand == nil ? "password-command" : nil
  }
}

/// What the table `account` holds.
enum AccountSetting {
  static let all: [Attribute<AccountSettings>] = [
    Attribute(name: "type", about: "how the server differs from others: \(kinds)", example: "\"greader\"") {
      value, account throws(SettingFault) in
      let name = try Setting.choice(value, among: AccountAccess.Kind.allCases.map(\.rawValue))
      account.kind = AccountAccess.Kind(rawValue: name)
    },
    Attribute(name: "url", about: "where it is", example: "\"https://rss.example.org\"") {
      value, account throws(SettingFault) in account.url = try address(value)
    },
    Attribute(name: "user", about: "your name there", example: "\"alice\"") { value, account throws(SettingFault) in
      account.user = try text(value, "a name in quotes")
    },
    Attribute(
      name: "password-command", about: "what prints your password there, such as a password manager",
      example: "\"pass show rss\""
    ) { value, account throws(SettingFault) in account.passwordCommand = try text(value, "a command in quotes") },
    Attribute(name: "app-id", about: "what Inoreader gives to who speaks with it", example: "\"1000000001\"") {
      value, account throws(SettingFault) in account.appID = try text(value, "an id in quotes")
    },
    Attribute(
      name: "app-key-command", about: "what prints the key that goes with that", example: "\"pass show inoreader-app\""
    ) { value, account throws(SettingFault) in account.appKeyCommand = try text(value, "a command in quotes") },
  ]

  private static let kinds = Setting.choices(AccountAccess.Kind.allCases.map(\.rawValue))

  private static func text(_ value: SettingValue, _ wanted: String) throws(SettingFault) -> String {
    guard case .text(let text) = value, text.contains(where: { !$0.isWhitespace }) else { throw .wrongKind(wanted) }
    return text
  }

  private static func address(_ value: SettingValue) throws(SettingFault) -> WebAddress {
    guard case .text(let text) = value, let address = try? WebAddress(text) else {
      throw .wrongKind("an address, such as \"https://rss.example.org\"")
    }
    guard address.user == nil else { throw .privateAddress }
    return address
  }
}
