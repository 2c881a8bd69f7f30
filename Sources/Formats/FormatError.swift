/// Why bytes are no story.
public enum FormatError: Error, Hashable, Sendable {
  /// There are none.
  case empty
  /// Nothing to read: spaces and line ends only.
  case blank
  /// Not text, or text in an encoding that it does not declare.
  case notText
  /// Something of another kind, which its first bytes say.
  case foreign(ForeignKind)
  /// Text in an encoding that is not known here.
  case unknownCharset(String)
  /// Packed, and not to be unpacked.
  case packed(PackingFlaw)
  /// A feed, a mailbox or the like in which there is nothing.
  case noEntries
  /// A mail in which there is no text.
  case noWords
  /// A list of so many feeds: nothing to read, but what could be followed.
  case feedsToFollow(Int)
  /// Not JSON, or not all of it, or nested deeper than any story.
  case broken
  /// JSON without a headline.
  case noHeadline
  /// What stands under this key is not what a story has there.
  case strange(key: String)
  /// More bytes or values than a story in JSON can have.
  case tooLarge
  /// A page or a feed with more bytes than any that is read.
  case largeMarkup
}
