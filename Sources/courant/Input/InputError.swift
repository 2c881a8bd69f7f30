import System

/// Why something that the user named could not be read, or not as a story.
struct InputError: Error, Hashable, Sendable {
  enum Reason: Hashable, Sendable {
    /// The system did not give it.
    case unreadable(SystemError)
    /// A folder without a file that could be a story.
    case noStories
    case empty
    /// Bytes, but nothing to read: spaces and line ends only.
    case blank
    /// Not text, or text in an encoding that the file does not declare.
    case notText
    /// JSON, but no story.
    case noStory(JSONFlaw)
  }

  var input: Input
  var reason: Reason
  /// Which story of the input, from 1, where that holds several and the others could be read.
  var story: Int?
}
