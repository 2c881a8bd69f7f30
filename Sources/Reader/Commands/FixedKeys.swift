import Canvas

/// Keys that are not rebound, because nothing else could be meant by them while they count.
extension Keymap {
  /// What stops what is being fetched, the one to show first. The second does so also where the first lets go of something.
  static let stopping = [Key.escape, Key.control("c")]

  /// What is done with an address that was pasted.
  enum AddressAnswer: Hashable {
    case follow, add
  }

  static func answer(onAddress key: Key) -> AddressAnswer? {
    switch key {
    case .scalar("f"): .follow
    case .scalar("a"): .add
    default: nil
    }
  }
}
