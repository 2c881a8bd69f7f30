/// Why something that the user named could not be read, or not as a story.
struct InputError: Error, Hashable, Sendable {
  enum Reason: Hashable, Sendable {
    case missing
    /// A folder without a file that could be a story.
    case noStories
    /// A FIFO, a socket or a device: reading it could wait for ever or never end.
    case special(FileKind)
    case empty
    /// Bytes, but nothing to read: spaces and line ends only.
    case blank
    /// Not text, or text in an encoding that the file does not declare.
    case notText
    /// JSON, but no story.
    case noStory(JSONFlaw)
    /// More bytes than a story can have.
    case tooLarge
    /// It was written to each time it was read.
    case changing
    /// The system refused: its `errno`.
    case refused(Int32)
  }

  var input: Input
  var reason: Reason
  /// Which story of the input, from 1, where that holds several and the others could be read.
  var story: Int?
}
