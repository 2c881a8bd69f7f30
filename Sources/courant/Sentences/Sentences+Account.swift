import ArgumentParser
import Briefing
import Newsdesk

/// Why the server of the account was not exchanged with, or not to the end.
struct AccountTrouble: UserFacingError {
  let account: AccountSettings
  let failure: AccountFailure
  /// What stays in the outbox; nil where nothing was exchanged at all.
  var left: Int?

  var sentence: String {
    if case .catalog(let error) = failure { return error.sentence }
    let rest = left.map { $0 == 0 ? "" : "; \($0.counted("mark")) stay\($0 == 1 ? "s" : "") in the outbox" } ?? ""
    return "\(account.name): \(failure.words(for: account))\(rest)"
  }

  var code: ExitCode {
    switch failure {
    case .catalog(let error): error.code
    case .http(.cancelled): ExitCode(130)
    case .busy: .tryAgain
    case _ where left != nil: .tryAgain
    case .refused, .notBelieved: .noPermission
    case .noInterface, .noPassword: .configuration
    case .http, .status, .page, .garbled, .endless, .otherUser: .unavailable
    }
  }
}

/// There is no account to exchange with.
enum AccountMissing: UserFacingError {
  case none, flawed

  var sentence: String {
    switch self {
    case .none: "the settings name no account; [account] in config.toml takes type, url, user and password-command"
    case .flawed: "not all of [account] in config.toml is right; courant config says what is not"
    }
  }

  var code: ExitCode { .configuration }
}

extension AccountSettings {
  /// What messages call it: whose it is, and where.
  var name: String {
    "\(displayable(user ?? "")) at \(address.map { $0.host.shown + ($0.port.map { ":\($0)" } ?? "") } ?? "")"
  }
}

extension AccountFailure {
  /// What is wrong, without an end mark and without a word of the server's.
  func words(for account: AccountSettings) -> String {
    switch self {
    case .http(let failure): failure.sentence
    case .refused: "the server does not let you in with this name and password\(account.hintOfPassword)"
    case .notBelieved: "the server let you in, and then did not know you any more (401)"
    case .status(503, _) where account.kind == .freshrss:
      "the server says that its interface is switched off (503); in FreshRSS: Settings, Authentication, allow API access"
    case .status(let status, let wait):
      HTTPAnswer.complaint(of: status)
        + (wait.map { ", and asks to be left alone for \(Duration.seconds($0).inWords)" } ?? "")
    case .noInterface: "nothing there speaks as Google Reader did; check url and type in config.toml"
    case .page:
      "a page came where an answer should; check url in config.toml, or whether the network wants you to log in"
    case .garbled: "what the server answered makes no sense"
    case .endless: "the server gives the same part of a list again and again"
    case .otherUser:
      "the server answers for another user than before, and nothing of it was taken; where it was set up anew, courant sync --anew begins from the start"
    case .noPassword(.notStarted): "password-command cannot be started"
    case .noPassword(.failed): "password-command failed; try it by hand"
    case .noPassword(.empty): "password-command printed nothing; try it by hand"
    case .noPassword(.timedOut(let seconds)):
      "password-command did not end within \(seconds) seconds; it has no terminal to ask on"
    case .busy: "another Courant exchanges with the server now"
    case .catalog(let error): error.sentence
    }
  }
}

extension AccountSettings {
  fileprivate var hintOfPassword: String {
    switch kind {
    case .miniflux: "; it is the one of Settings, Integrations, Google Reader, not that of the page"
    case .freshrss: "; it is the API password of Settings, Profile, not that of the page"
    default: ""
    }
  }
}

extension SyncReport {
  /// What came of it, a line each: what was exchanged, and what is worth knowing.
  func summary(isTrial: Bool) -> [String] {
    let would = isTrial ? "would " : ""
    var parts: [String] = []
    if newFeeds > 0 { parts.append("\(newFeeds.counted("feed")) \(would)\(isTrial ? "be followed" : "more")") }
    if goneFeeds > 0 { parts.append("\(goneFeeds.counted("feed")) \(would)\(isTrial ? "be left" : "less")") }
    let stories = isTrial ? entries : newStories
    if stories > 0 {
      parts.append(
        "\(stories.counted(isTrial ? "story" : "new story", isTrial ? "stories" : "new stories"))\(isTrial ? " would come" : "")"
      )
    }
    if sent > 0 { parts.append("\(sent.counted("mark")) \(would)\(isTrial ? "be sent" : "sent")") }
    if taken > 0 { parts.append("\(taken.counted("mark")) \(would)\(isTrial ? "be taken" : "taken")") }
    var lines: [String] = []
    if !parts.isEmpty {
      lines.append(parts.joined(separator: " · "))
    } else if failure == nil {
      lines.append(isTrial ? "nothing would change" : "nothing new")
    }
    if missing > 0, failure == nil {
      lines.append(
        "\(missing.counted("story", "stories")) could not be had: the server lists them, and does not give them")
    }
    if refusesLabels { lines.append("the server takes no labels, so tags stay here") }
    if isOtherAccount {
      lines.append(
        "the account is another one than before, and begins from the start"
          + (forgotten > 0 ? "; \(forgotten.counted("mark")) had not gone to the other" : ""))
    }
    return lines
  }
}
