import Formats
import System

/// Why something that the user named could not be read, or not as a story.
struct InputError: Error, Hashable, Sendable {
  enum Reason: Hashable, Sendable {
    /// The system did not give it.
    case unreadable(SystemError)
    /// A folder without a file that could be a story.
    case noStories
    /// No list of feeds.
    case noFeeds
    /// It was read, and is no story.
    case noStory(FormatError)
  }

  var input: Input
  var reason: Reason
  /// Which story of the input, from 1, where that holds several and the others could be read.
  var story: Int?
}

extension InputError {
  /// Whether no one needs to hear of it if it came up in a folder, where JSON of all kinds may lie, and lists of feeds.
  var isIgnorable: Bool {
    guard story == nil, case .noStory(let error) = reason else { return false }
    return switch error {
    case .noHeadline, .feedsToFollow, .foreign(.kagiCategories), .foreign(.xml): true
    default: false
    }
  }
}
