import Briefing
import Catalog
import Newsdesk

/// Whether the account can be exchanged with, as far as that can be told from here. No connection is made.
enum AccountChecks {
  static func all(
    _ place: CatalogPlace, _ account: AccountSettings = Config.current.settings.account
  ) -> [Check] {
    guard account != AccountSettings() else { return [] }
    // What is wrong in the settings is told with these.
    guard account.isWhole else {
      return [.note("there is an account in the settings, and not all of it is right", "it is not used until then")]
    }
    return [password(of: account)] + transport(of: account) + outbox(place, account)
  }

  private static func password(of account: AccountSettings) -> Check {
    do throws(AccountFailure) {
      _ = try AccountAccess.output(of: account.passwordCommand ?? "")
      return .ok("the account is \(account.name), and password-command prints something")
    } catch {
      return .wrong("\(account.name): \(error.words(for: account))", "mend it in config.toml")
    }
  }

  /// A password that goes over the net as it is can be read on the way.
  private static func transport(of account: AccountSettings) -> [Check] {
    guard let address = account.address, address.scheme == "http", !address.host.isLocal else { return [] }
    return [
      .note(
        "the password goes to \(address.host.shown) unencrypted",
        "write https:// into the settings if the server has it")
    ]
  }

  private static func outbox(_ place: CatalogPlace, _ account: AccountSettings) -> [Check] {
    guard let catalog = try? place.openToInspect(), let count = try? catalog.outboxCount() else { return [] }
    let last = (try? catalog.account()?.synced).flatMap { $0 }
    let when = last.map { "exchanged last on \($0.day)" } ?? "nothing was exchanged to the end yet"
    guard count > 0 else { return [.ok("the outbox is empty, \(when)")] }
    return [
      .note("\(count.counted("mark")) in the outbox, \(when)", "courant sync sends \(count == 1 ? "it" : "them")")
    ]
  }
}
