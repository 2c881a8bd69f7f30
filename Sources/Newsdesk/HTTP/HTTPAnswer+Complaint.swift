extension HTTPAnswer {
  /// What is wrong, in plain words and without an end mark; nil where the server gave what was asked for, or nothing has changed.
  public var complaint: String? { isSuccess || isUnchanged ? nil : Self.complaint(of: status) }

  /// What a status says that gives nothing.
  public static func complaint(of status: Int) -> String {
    switch status {
    case 401, 407: "the server wants a name and a password (\(status))"
    case 402: "the server wants to be paid (402)"
    case 403, 451: "the server does not let us in (\(status))"
    case 404: "the server has nothing there (404)"
    case 410: "the server says that it is gone for good (410)"
    case 429: "the server is asked too often (429)"
    case 500...599: "the server has a fault of its own (\(status))"
    default: "the server answers with status \(status)"
    }
  }
}
