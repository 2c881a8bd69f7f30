import Canvas

extension Scene {
  /// The screens of a story and of a source.
  static let stories = [
    Scene("story-opens-with-questions-folded", .usual, "<enter>"),
    Scene("story-answer-open-citation-chosen", .usual, "<enter> ] ] <enter> <tab>"),
    Scene("story-all-open-at-the-end", .usual, "<enter> zR G"),
    Scene("story-read-question-dimmed", .usual, "<enter> ] <enter> <enter> ]"),
    Scene("story-words-found-where-they-stand", .usual, "<enter> /", "\"launch\"", "<enter> n"),
    Scene("story-letters-beside-citations", .usual, "<enter> ] <enter> f"),
    Scene("story-what-a-question-rests-on", .usual, "<enter> ] ] i j"),
    Scene("story-small-has-one-line-of-head", .small, "<enter> ] <enter>"),
    Scene("story-headline-too-long-for-the-head", Size(columns: 20, rows: 5), "j j j <enter>"),
    Scene("story-in-one-cell", Size(columns: 1, rows: 1), "<enter>"),
    Scene("story-beside-the-list", .wide, "<enter> ] <enter> ] ] <enter>"),
    Scene("source-with-the-claim-one-left", .usual, "<enter> ] ] <enter> <tab> <tab> <enter>"),
    Scene("source-small", .small, "<enter> <tab> <enter> j"),
  ]
}
