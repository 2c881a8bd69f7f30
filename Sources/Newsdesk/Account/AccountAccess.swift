public import Briefing

/// Where the user's account is, and how the server is told who asks.
public struct AccountAccess: Sendable {
  /// Servers that speak as Google Reader did, and how they differ.
  public enum Kind: String, Sendable, CaseIterable {
    case greader, freshrss, miniflux, inoreader, bazqux, theoldreader
  }

  public var kind: Kind
  /// What the user wrote, or what the kind has.
  public var address: WebAddress
  public var user: String
  /// Gives the password when it is needed. It goes to the server, and is kept nowhere.
  public var password: @Sendable () throws(AccountFailure) -> String
  /// Fields that the server wants with each request, as Inoreader does; kept nowhere either.
  public var fields: @Sendable () throws(AccountFailure) -> [HTTPField]

  public init(
    kind: Kind, address: WebAddress, user: String, password: @escaping @Sendable () throws(AccountFailure) -> String,
    fields: @escaping @Sendable () throws(AccountFailure) -> [HTTPField] = { [] }
  ) {
    (self.kind, self.address, self.user) = (kind, address, user)
    (self.password, self.fields) = (password, fields)
  }
}

extension AccountAccess.Kind {
  /// Where the server is; nil where everyone has one of their own.
  public var address: String? {
    switch self {
    case .greader, .freshrss, .miniflux: nil
    case .inoreader: "https://www.inoreader.com"
    case .bazqux: "https://bazqux.com"
    case .theoldreader: "https://theoldreader.com"
    }
  }

  /// What a server calls the folder of feeds that their user put in none, unless it was set up in another language.
  var folderOfTheRest: String? {
    switch self {
    case .freshrss: "Uncategorized"
    case .miniflux: "All"
    case .greader, .inoreader, .bazqux, .theoldreader: nil
    }
  }

  /// How many ids are asked for at once. All go on by what the answer says where it has fewer; only where the most that a server
  /// gives is known to be less are fewer asked for.
  var idsAtOnce: Int { self == .inoreader ? 1000 : 10_000 }
}

extension AccountAccess {
  /// What stands before `/accounts/…` and `/reader/…`, without a slash at its end.
  var base: String {
    var text = String(address.text.prefix { $0 != "?" && $0 != "#" })
    while text.hasSuffix("/") { text.removeLast() }
    if kind == .freshrss, !text.hasSuffix("/greader.php") {
      text += text.hasSuffix("/api") ? "/greader.php" : "/api/greader.php"
    }
    return text
  }

  /// By what the user's entries are told from those of any other: some servers number those of each user from the start.
  var shelf: String { "\(user)@\(address.host.ascii)\(address.port.map { ":\($0)" } ?? "")" }
}
