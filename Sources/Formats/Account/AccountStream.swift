/// What a server of the Google Reader interface calls a set of entries: `user/-/state/com.google/read`, `user/1005/label/Sea`,
/// `feed/12`.
struct AccountStream: Hashable {
  enum Kind: Hashable {
    /// Entries that are so marked: `read`, `starred`.
    case state(String)
    /// Those that the user calls so, or whose feed is in a folder of the name.
    case label(String)
    case feed
  }

  let kind: Kind
  /// The number or name of the user whose entries they are; nil where it is whoever asks.
  let owner: String?

  /// Nil for what is none.
  init?(_ name: String) {
    if name.hasPrefix("feed/") {
      (kind, owner) = (.feed, nil)
      return
    }
    let parts = name.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0] == "user" else { return nil }
    owner = parts[1] == "-" ? nil : String(parts[1])
    switch (parts[2], parts[3]) {
    case ("label", let label) where !label.isEmpty: kind = .label(String(label))
    case ("state", let state) where state.hasPrefix("com.google/"):
      kind = .state(String(state.dropFirst("com.google/".count)))
    default: return nil
    }
  }
}
