import Newsdesk
import System

extension AccountAccess {
  /// The account of the user's settings; nil where there is none, or not all of it is right.
  init?(_ settings: AccountSettings) {
    guard settings.isWhole, let kind = settings.kind, let address = settings.address, let user = settings.user,
      let command = settings.passwordCommand
    else { return nil }
    self.init(kind: kind, address: address, user: user) { () throws(AccountFailure) in
      try Self.output(of: command)
    } fields: { () throws(AccountFailure) in
      guard let id = settings.appID else { return [] }
      var fields = [HTTPField("AppId", id)]
      if let command = settings.appKeyCommand { fields.append(HTTPField("AppKey", try Self.output(of: command))) }
      return fields
    }
  }

  /// The first line that a command of the user's prints.
  static func output(of command: String) throws(AccountFailure) -> String {
    switch ChildProcess.output(of: ["sh", "-c", command], limit: 64 << 10, within: .seconds(patience)) {
    case .notStarted: throw .noPassword(.notStarted)
    case .failed: throw .noPassword(.failed)
    case .timedOut: throw .noPassword(.timedOut(seconds: patience))
    case .output(let bytes):
      var line = Array(bytes.prefix { $0 != 0x0A })
      if line.last == 0x0D { line.removeLast() }
      guard !line.isEmpty, let text = String(validating: line, as: UTF8.self) else { throw .noPassword(.empty) }
      return text
    }
  }

  /// A password manager may ask for leave in a window of its own.
  private static let patience = 30
}
