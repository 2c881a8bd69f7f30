import ArgumentParser
import Briefing
import Catalog
import Newsdesk
import System

/// Exchanges with the server of the account for a command, and says how far it has come.
struct AccountSyncing {
  private let account: AccountSettings
  private let access: AccountAccess

  /// - Throws: `AccountMissing`.
  init(_ account: AccountSettings = Config.current.settings.account) throws(AccountMissing) {
    guard let access = AccountAccess(account) else { throw account == AccountSettings() ? .none : .flawed }
    (self.account, self.access) = (account, access)
  }

  /// Nil where there is no account.
  static func ofSettings() throws(AccountMissing) -> AccountSyncing? {
    let account = Config.current.settings.account
    return account == AccountSettings() ? nil : try AccountSyncing(account)
  }

  /// Says what came of it; what went wrong is told.
  /// - Returns: how many stories are new.
  @discardableResult
  func run(
    _ desk: Newsdesk, isTrial: Bool = false, isAnew: Bool = false, _ stop: FetchStop, _ errors: inout ErrorReporter
  ) -> Int {
    var line = ProgressLine("fetching stories")
    do throws(AccountFailure) {
      let report = try desk.exchange(
        with: desk.server(of: access), isTrial: isTrial, isAnew: isAnew, stop: stop
      ) { progress in
        line.show(done: progress.done, of: progress.total)
      }
      line.clear()
      for line in report.summary(isTrial: isTrial) { StandardError.say(line) }
      if let failure = report.failure {
        if failure == .http(.cancelled) { return report.newStories }
        errors.tell(AccountTrouble(account: account, failure: failure, left: report.left))
      } else if report.left > 0 {
        errors.tell(MarksLeft(account: account, count: report.left))
      }
      return report.newStories
    } catch .http(.cancelled) {
      // Who stopped it knows.
      line.clear()
      return 0
    } catch {
      line.clear()
      errors.tell(AccountTrouble(account: account, failure: error))
      return 0
    }
  }
}

/// Marks that the server does not keep, though it says that it does.
struct MarksLeft: UserFacingError {
  let account: AccountSettings
  let count: Int

  var sentence: String {
    "\(account.name): the server does not have \(count.counted("mark")) yet, which stay\(count == 1 ? "s" : "") in the outbox"
  }
  var code: ExitCode { .tryAgain }
}
