public import Briefing

/// A story on its way into the catalog.
///
/// Made where it was read, because what the catalog writes of it is worked out here: the one thread that writes has
/// enough to do.
public struct IncomingStory: Hashable, Sendable {
  public let reading: Reading
  /// The bytes that the story was read from, kept as they came.
  public let original: [UInt8]
  /// The file that it came from, for messages; nil for standard input.
  public let name: String?
  /// When it counts as new, unless the story itself says when it was published: the file's last change.
  public internal(set) var date: Moment
  /// The id that it had in the catalog which it was exported from; it has it here too, unless another story does.
  public let id: StoryID?
  /// What its file says of the user's marks; set on a story that is new, and not on one that the catalog holds.
  public let marks: UserMarks?
  /// Whether what it was read from holds no other story.
  public let isAlone: Bool
  let written: Written

  /// - Parameters:
  ///   - origin: where it came from, such as the whole path of its file: what says mostly the same there is a version of the
  ///     story before.
  ///   - provenance: by what it is known; nil for a page if the story has an address, and for a text if not.
  public init(
    reading: Reading, original: [UInt8], name: String? = nil, origin: String? = nil, provenance: Provenance? = nil,
    date: Moment, id: StoryID? = nil, marks: UserMarks? = nil, isAlone: Bool = true
  ) {
    self.reading = reading
    self.original = original
    self.name = name
    self.date = reading.story.published ?? date
    self.id = id
    self.marks = marks
    self.isAlone = isAlone
    written = Written(
      reading, original: original, origin: origin,
      provenance: provenance ?? reading.story.url.map { .page(url: $0) } ?? .text)
  }
}

extension IncomingStory {
  /// A story as the tables take it.
  struct Written: Hashable, Sendable {
    let fingerprint: Fingerprint
    let reading: [UInt8]
    let digest: StoryDigest
    let address: String?
    let origin: Int64?
    let kind: Int64
    let name: StoryName?
    let sketch: Sketch

    init(_ reading: Reading, original: [UInt8], origin: String?, provenance: Provenance) {
      let story = reading.story
      fingerprint = story.fingerprint
      self.reading = ReadingEncoder.encode(reading, original: original)
      digest = StoryDigest(of: story, fingerprint: fingerprint)
      sketch = Sketch(of: story)
      kind = provenance.kind
      let url: String?
      switch provenance {
      case .text: (url, name) = (story.url, nil)
      case .page(let page):
        let key = PageAddress.key(of: page)
        url = page
        name = PageAddress.isOfPage(key) ? .page(address: key) : nil
      case .entry(let feed, let guid, let page):
        url = page ?? story.url
        name = .entry(feed: feed, guid: guid)
      }
      address = url.map(PageAddress.key(of:))
      self.origin = origin.map(Origin.key(of:))
    }
  }
}

/// What became of a batch of incoming stories.
public struct Added: Hashable, Sendable {
  /// The story of each incoming story, in the order of the batch.
  public var ids: [StoryID]
  /// How many of them the catalog did not hold before, and which.
  public var new: Int
  public var newIDs: [StoryID] = []
  /// How many it held already; those were left as they are.
  public var known: Int
  /// How many are versions of stories that it held.
  public var versions: Int
  /// How many the user has removed; those stay away.
  public var removed: Int
  /// Which of the versions are newer ones, shown from now on, that lost more than a fifth of the words.
  public var shortened: [Shortening] = []

  public init(ids: [StoryID] = [], new: Int = 0, known: Int = 0, versions: Int = 0, removed: Int = 0) {
    self.ids = ids
    self.new = new
    self.known = known
    self.versions = versions
    self.removed = removed
  }
}
