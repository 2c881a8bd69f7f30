/// Why the data could not be written.
enum OutputError: Error, Hashable, Sendable {
  /// Whoever read the data has read enough, as `head` does. No one needs to be told.
  case closed
  /// The system refused: its `errno`.
  case refused(Int32)
}
