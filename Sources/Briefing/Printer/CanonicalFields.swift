/// Writes what the forms that parse back say of a story beside its blocks, one line each.
struct CanonicalFields {
  var reading: Reading
  /// Whether the lines stand in a Markdown comment, which nothing in them may end.
  var areComment = false

  /// Its name in the catalog, who made and who wrote it, where and when.
  var head: [String] {
    let story = reading.story
    let date = story.published == nil ? reading.stamp.date : nil
    let about = [
      field("id", reading.stamp.id?.text), field("publisher", story.publisher), field("url", story.url),
      field("published", story.published?.iso8601), field("date", date?.iso8601),
    ]
    return (about + story.authors.map { field("author", $0) }).compactMap { $0 }
  }

  /// What was set aside: the reason, and the text in quotes, so that its ends are seen.
  var setAside: [String] {
    reading.setAside.map { piece in
      "\(piece.reason.rawValue): \"\(CanonicalForm.line(piece.text, inComment: areComment))\""
    }
  }

  /// What is said of a block, citation or section of a number.
  func line(_ change: CanonicalAmendment.Change, of number: Int) -> String {
    let (name, value) = change.written
    return "\(name) \(number): \(CanonicalForm.line(value, inComment: areComment))"
  }

  private func field(_ name: String, _ value: String?) -> String? {
    value.map { "\(name): \(CanonicalForm.line($0, inComment: areComment))" }
  }
}
