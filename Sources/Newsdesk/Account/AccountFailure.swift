public import Catalog

/// Why nothing was exchanged with the server of the account, or not all of it. No password and no answer stands in it.
public enum AccountFailure: Error, Hashable, Sendable {
  case http(HTTPFailure)
  /// The server does not let the user in with this password.
  case refused
  /// It let the user in, and then it did not, again and again.
  case notBelieved
  /// It answers with a status that gives nothing; how many seconds it asks to be left alone, where it does.
  case status(Int, wait: Int?)
  /// There is no such interface at the address.
  case noInterface
  /// A page for people came where an answer should.
  case page
  /// What came is no answer to what was asked.
  case garbled
  /// A list that has no end: the server sends on to a part that it has sent already.
  case endless
  /// The answers are those of another user than before.
  case otherUser
  /// There is no password to be had: why.
  case noPassword(PasswordFlaw)
  /// Another program exchanges with the server for this catalog now.
  case busy
  case catalog(CatalogError)

  public enum PasswordFlaw: Hashable, Sendable {
    /// The command could not be started, failed, said nothing, or did not end.
    case notStarted, failed, empty
    case timedOut(seconds: Int)
  }
}

extension AccountFailure {
  /// Whether the server was not reached, or broke off.
  var isOfConnection: Bool { if case .http = self { true } else { false } }
}

/// Does something in the catalog; what goes wrong there is a failure of the exchange.
func inCatalog<Value>(_ body: () throws(CatalogError) -> Value) throws(AccountFailure) -> Value {
  do throws(CatalogError) {
    return try body()
  } catch {
    throw .catalog(error)
  }
}
