/// What stands above the body of a story, before its words are read.
struct StoryHead {
  /// The words of the headline.
  var headline: Range<Int>?
  /// The headline as front matter or a mail's header gives it.
  var title: String?
  /// The bullets of the summary, without their marks.
  var bullets: [Range<Int>] = []
  /// Pictures above the headline, and what stands between it and the bullets.
  var paragraphs: [Range<Int>] = []
  var origin = StoryOrigin()
  var pieces: [Piece] = []
  /// The line that the body begins with.
  var next = 0

  /// What of the text is not story.
  struct Piece {
    var range: Range<Int>
    var reason: SetAside.Reason
  }

  mutating func putAside(_ range: Range<Int>, _ reason: SetAside.Reason) {
    if !range.isEmpty { pieces.append(Piece(range: range, reason: reason)) }
  }
}

/// Who made a story, when and where, as its head says.
struct StoryOrigin {
  var publisher: String?
  var authors: [String] = []
  var url: String?
  var published: Moment?

  /// Takes over what is not known yet.
  mutating func add(_ other: StoryOrigin) {
    publisher = publisher ?? other.publisher
    if authors.isEmpty { authors = other.authors }
    url = url ?? other.url
    published = published ?? other.published
  }
}
