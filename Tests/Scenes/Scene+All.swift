public import Canvas

extension Size {
  public static let usual = Size(columns: 80, rows: 24)
  public static let small = Size(columns: 40, rows: 12)
  public static let wide = Size(columns: 200, rows: 60)
}

extension Scene {
  /// Every golden screen of the lists and of the core. Fewer than 60 in all, with those of the story.
  public static let all = lists + foots + wides + stories + articles + feeds

  private static let lists = [
    Scene("index-opens-with-counts-and-marks", .usual),
    Scene("index-small-drops-date-and-counts", .small, "j"),
    Scene("index-smallest-is-rows-alone", Size(columns: 20, rows: 5)),
    Scene("one-cell-still-runs", Size(columns: 1, rows: 1)),
    Scene("index-last-rows", .usual, "G"),
    Scene("index-limited-to-a-query", .usual, "\\", "\"note\"", "<enter>"),
    Scene("index-limited-to-nothing", .usual, "\\", "\"no such thing\"", "<enter>"),
    Scene("index-rows-selected", .usual, "v j v"),
    Scene("questions-under-their-wording", .usual, "2"),
    Scene("questions-narrowed-while-typing", .usual, "2 /", "\"what\""),
    Scene("questions-small", .small, "2 j j"),
    Scene("sources-by-what-rests-on-them", .usual, "3"),
    Scene("sources-small", .small, "3"),
    Scene("search-hits-with-words-lit", .usual, "/", "\"first\"", "<enter>"),
    Scene("search-hits-small", .small, "/", "\"nothing\"", "<enter> n n n"),
    Scene(
      "notes-under-their-stories", .usual, "<enter> ] a", "\"Compare it with the filing of March.\"", "<enter> G a",
      "\"For the Monday call.\"", "<enter> h j <enter> ] a", "\"Which regions, and who signs for them?\"",
      "<enter> h N"),
    Scene(
      "tags-by-their-stories", .usual, "t", "\"energy policy, china\"", "<enter> j t", "\"ports china\"", "<enter> T"),
    Scene("help-of-the-index", .usual, "?"),
    Scene("help-narrowed", .usual, "? /", "\"next\"", "<enter>"),
    Scene("help-small", .small, "?"),
  ]

  private static let foots = [
    Scene("prompt-with-a-half-typed-search", .usual, "/", "\"cloud\"", "<left> <left>"),
    Scene("prompt-completes-a-command", .usual, ":", "\"next\"", "<tab>"),
    Scene("prompt-offers-what-a-field-takes", .usual, "\\", "\"source:e\"", "<tab> <tab>"),
    Scene("prompt-offers-small", .small, "\\", "\"is:\""),
    Scene("prompt-explains-queries", .usual, "\\ ?"),
    Scene("prompt-explains-queries-small", .small, "\\ ?"),
    Scene("message-for-an-unknown-key", .usual, "<f9>"),
    Scene("message-after-undo", .usual, "j u U"),
  ]

  private static let wides = [
    Scene("wide-before-a-story-is-opened", .wide, "j"),
    Scene("wide-story-beside-the-index", .wide, "<enter>"),
    Scene("wide-back-in-the-index", .wide, "<enter> h j"),
    Scene("wide-sources-beside-a-story", Size(columns: 140, rows: 30), "j <enter> h 3"),
  ]
}
