/// Why nothing can be read of what is packed.
public enum PackingFlaw: Error, Hashable, Sendable {
  /// It ends before its end.
  case cut
  /// It is not what unpackers understand.
  case garbled
  /// It would be larger than anything that is read, or so many times larger than it is packed that it is a trap.
  case tooLarge
  /// Its files are locked by a password.
  case encrypted
  /// None of its files is a story.
  case noStories
}

/// How much may come out of something packed.
struct UnpackingLimit {
  /// The most bytes that are made of anything.
  static let most = 256 << 20
  /// What is made of little is small enough to be harmless, whatever the share.
  static let harmless = 1 << 20
  /// What people write packs ten times smaller at best.
  static let ratio = 200

  /// How many bytes may still be made.
  private(set) var rest: Int

  /// - Parameter packed: how many bytes there are to make it of.
  init(packed: Int) {
    rest = min(Self.most, max(Self.harmless, packed * Self.ratio))
  }

  mutating func take(_ count: Int) throws(PackingFlaw) {
    guard count <= rest else { throw .tooLarge }
    rest -= count
  }
}
