/// Writes what the forms that parse back say of a story beside its blocks, one line each.
struct CanonicalFields {
  var reading: Reading
  /// Whether the lines stand in a Markdown comment, which nothing in them may end.
  var areComment = false

  /// Its name in the catalog, who made it, where and when.
  var head: [String] {
    let story = reading.story
    let date = story.published == nil ? reading.filed.date : nil
    return [
      field("id", reading.filed.id?.text), field("publisher", story.publisher), field("url", story.url),
      field("published", story.published?.iso8601), field("date", date?.iso8601),
    ].compactMap { $0 }
  }

  /// What was set aside: the reason, and the text in quotes, so that its ends are seen.
  var setAside: [String] {
    reading.setAside.map { piece in
      "\(piece.reason.rawValue): \"\(CanonicalForm.line(piece.text, inComment: areComment))\""
    }
  }

  /// The address of a citation, counted from 1 in reading order, for a form that cannot say it in its place.
  func address(_ url: String, ofCitation number: Int) -> String {
    "citation \(number): \(CanonicalForm.line(url, inComment: areComment))"
  }

  private func field(_ name: String, _ value: String?) -> String? {
    value.map { "\(name): \(CanonicalForm.line($0, inComment: areComment))" }
  }
}
