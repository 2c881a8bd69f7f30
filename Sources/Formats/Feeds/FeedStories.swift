import Briefing

/// The entries of a feed as stories.
struct FeedStories: StorySeries {
  private let bytes: [UInt8]
  let feed: Feed

  /// - Throws: `noEntries`.
  init(_ bytes: [UInt8], _ decoder: ForeignDecoder) throws(FormatError) {
    self.init(fetched: bytes, type: nil, address: nil, decoder)
    if feed.entries.isEmpty { throw .noEntries }
  }

  /// A feed as a server sent it, with entries or without.
  init(fetched bytes: [UInt8], type: String?, address: String?, _ decoder: ForeignDecoder) {
    self.bytes = FeedCharset.decode(bytes, type: type, decoder)
    feed = FeedReader.read(decoded: self.bytes, url: address)
  }

  var count: Int { feed.entries.count }

  func story(_ index: Int) -> StoryFile.Story {
    let entry = feed.entries[index]
    return StoryFile.Story(
      reading: Self.story(of: entry, in: feed), original: Array(bytes[entry.range]), entry: name(of: entry))
  }

  /// An entry as a story, with a headline whatever it says.
  static func story(of entry: FeedEntry, in feed: Feed) -> Reading {
    var reading = reading(of: entry, in: feed)
    if reading.story.headline.isEmpty {
      reading.story.headline = StandInHeadline.of(reading.story, or: entry.link, feed.title?.line)
    }
    return reading
  }

  /// What an entry is called in its feed: the name that the feed gives it, or its address, or what it says.
  func guid(_ index: Int) -> String {
    let entry = feed.entries[index]
    if let guid = entry.id ?? entry.link { return guid }
    var print = Fingerprint()
    for text in [entry.title?.line, entry.body.map { String(decoding: $0.bytes, as: UTF8.self) }] {
      print.add(text ?? "")
    }
    return print.letters
  }

  private static func reading(of entry: FeedEntry, in feed: Feed) -> Reading {
    var story = Story(headline: entry.title?.line ?? "")
    let base = entry.base ?? entry.link ?? feed.link ?? feed.address
    var (parts, lost) = entry.body.map { FeedBody.read($0, base: base, headline: story.headline) } ?? ([], [])
    if let last = parts.indices.last {
      let crumbs = FeedCrumbs(headline: story.headline, link: entry.link.flatMap(LinkOrigin.whole))
      lost += crumbs.take(from: &parts[last].blocks).map { SetAside(place: 0..<0, text: $0, reason: .surroundings) }
    }
    let (files, pictures) = enclosures(of: entry)
    lost += pictures.map { SetAside(place: 0..<0, text: $0, reason: .linkResidue) }
    story.lede = (parts.first?.blocks ?? []) + files
    story.sections = parts.dropFirst().map { part in
      Section(heading: part.heading ?? "", level: part.level, isQuestion: false, blocks: part.blocks)
    }
    story = story.withQuestionsMarked()
    story.publisher = feed.title?.line
    // An address of mail alone is nobody's name.
    story.authors = entry.authors.map { Gate.words(of: $0) }.filter {
      !$0.isEmpty && ($0.contains(" ") || !$0.contains("@") || $0.hasPrefix("@"))
    }
    story.url = entry.link.flatMap(LinkOrigin.whole).map { Gate.text(of: $0) }
    story.published = entry.published ?? entry.updated
    // Where it stood in the text of its element says nothing of where it stands in the entry.
    return Reading(story: story, setAside: lost.map { SetAside(place: 0..<0, text: $0.text, reason: $0.reason) })
  }

  /// Files that go with it stand as links below its words, unless those lead there. A picture has no words that stand for it,
  /// so that its address is set aside.
  private static func enclosures(of entry: FeedEntry) -> (files: [Block], pictures: [String]) {
    var (files, pictures): ([Block], [String]) = ([], [])
    for url in entry.enclosures.compactMap(LinkOrigin.whole).map({ Gate.text(of: $0) }) {
      let name = url.split(separator: "/").last.map { String($0.prefix { $0 != "?" && $0 != "#" }) } ?? url
      guard !PictureWords.isPicture(name) else {
        pictures.append(url)
        continue
      }
      let words = name.isEmpty ? url : name
      files.append(Block(text: words, spans: [Block.Span(0..<words.utf8.count, .link(url: url))]))
    }
    return (files, pictures)
  }

  /// What an entry is known by: the name that the feed gives it, or its address, or its words.
  private func name(of entry: FeedEntry) -> EntryName? {
    guard let feed = feed.name else { return nil }
    if let guid = entry.id ?? entry.link {
      return EntryName(feed: feed, guid: guid, url: entry.link.flatMap(LinkOrigin.whole))
    }
    return nil
  }
}

/// What an entry says, as blocks.
enum FeedBody {
  /// - Returns: its parts, and the addresses that no block keeps.
  static func read(_ text: FeedText, base: String?, headline: String) -> ([PageBlocks.Part], lost: [SetAside]) {
    let (parts, lost) =
      switch text.kind {
      case .html: fragment(text.bytes, base: base)
      case .plain: ([PageBlocks.Part(blocks: paragraphs(text.bytes))], [])
      }
    return (ArticleTrimming.trimmed(parts, headline: headline), lost)
  }

  /// The blocks of a piece of a page: all of them, since nothing else stands around them.
  private static func fragment(_ bytes: [UInt8], base: String?) -> ([PageBlocks.Part], lost: [SetAside]) {
    bytes.withUnsafeBufferPointer { bytes in
      let (tree, _) = PageTreeBuilder.build(bytes)
      // Words that nothing parts but line feeds were plain text, before pictures or links were put into them.
      let keepsLines = !tree.nodes.dropFirst().contains { !$0.isText && ($0.element.isBlock || $0.element == .br) }
      var blocks = PageBlocks(
        tree, without: PageScope(tree).isOut, PageLinks(address: base, base: nil), keepsLines: keepsLines)
      blocks.read(0)
      return (blocks.parts, blocks.lost)
    }
  }

  /// Paragraphs stand apart by empty lines.
  private static func paragraphs(_ bytes: [UInt8]) -> [Block] {
    var paragraphs: [[UInt8]] = [[]]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 <= 0x20 }) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1] += line + [0x0A]
      }
    }
    return paragraphs.map { PageText.line($0) }.filter { !$0.isEmpty }.map { Block(text: $0) }
  }
}

extension FeedText {
  /// All its words, block by block, without what is said in the stead of pictures.
  package var words: String {
    FeedBody.read(self, base: nil, headline: "").0.flatMap { part in
      [part.heading].compactMap(\.self)
        + part.blocks.filter { if case .image = $0.kind { false } else { true } }.map(\.text)
    }.joined(separator: "\n")
  }
}
