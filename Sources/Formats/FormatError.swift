/// Why bytes are no story.
public enum FormatError: Error, Hashable, Sendable {
  /// There are none.
  case empty
  /// Nothing to read: spaces and line ends only.
  case blank
  /// Not text, or text in an encoding that it does not declare.
  case notText
  /// Not JSON, or not all of it, or nested deeper than any story.
  case broken
  /// JSON without a headline.
  case noHeadline
  /// What stands under this key is not what a story has there.
  case strange(key: String)
  /// More bytes or values than a story in JSON can have.
  case tooLarge
}
