/// What names a story in lists and on the command line, such as `k3f9`.
///
/// Made by the catalog; lower-case letters and digits, at least four. The same story has the same id in every catalog,
/// unless another story already had it there: then one more character tells them apart.
public struct StoryID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public var text: String

  // As it lies in catalogs.
  enum CodingKeys: String, CodingKey {
    case text = "text"
  }

  public init(_ text: String) {
    self.text = text
  }

  /// How many letters and digits an id has.
  public static let lengths = 4...32

  /// The id that a text names; nil if no catalog would have made it: at least four letters and digits, and not many more.
  public init?(named text: String) {
    guard Self.lengths.contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
    else { return nil }
    self.text = text
  }

  public var description: String { text }

  /// In the order of their texts.
  public static func < (left: StoryID, right: StoryID) -> Bool {
    left.text < right.text
  }
}
