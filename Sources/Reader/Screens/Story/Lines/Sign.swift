/// What is to be known of a part beside its words. The raw value is its word in the summary of a fold.
enum Sign: String, Hashable, Sendable {
  /// The version before did not have it.
  case new
  /// The version before had it in other words.
  case changed
  /// The user wrote a note on it.
  case note

  /// Stands left of the part.
  var mark: String { self == .note ? "✎" : "+" }
}
