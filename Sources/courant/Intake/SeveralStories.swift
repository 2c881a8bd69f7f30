/// How many texts held several stories, and how many these were.
struct SeveralStories: Hashable, Sendable {
  private(set) var texts = 0
  private(set) var stories = 0

  mutating func note(_ count: Int) {
    guard count > 1 else { return }
    texts += 1
    stories += count
  }

  /// What whoever adds is told; nil where each text was one story.
  var sentence: String? {
    texts == 0 ? nil : "\(stories.grouped) stories in \(texts == 1 ? "one text" : "\(texts.grouped) texts")"
  }
}
