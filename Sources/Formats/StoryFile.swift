public import Briefing

/// The bytes of a file and the stories in it: a text as an app shared it, what Courant wrote, or what others send: mail, feeds,
/// a day of Kagi News, also packed.
///
/// The whole is looked at once, to see what it is and where its stories stand.
public struct StoryFile: Sendable {
  /// One of its stories.
  public struct Story: Hashable, Sendable {
    public var reading: Reading
    /// What the user set on it in the catalog that it was exported from.
    public var marks: UserMarks?
    /// The bytes that it was read from.
    public var original: [UInt8]
    /// What it is called where it comes from, if that gives its stories names.
    public var entry: EntryName?

    init(reading: Reading, marks: UserMarks? = nil, original: [UInt8], entry: EntryName? = nil) {
      (self.reading, self.marks, self.original, self.entry) = (reading, marks, original, entry)
    }
  }

  /// How many bytes a story in JSON may have. Once read, they take many times that room.
  public static let largestJSON = 16 << 20
  /// How many bytes a page or a feed in XML may have: the longest books are smaller, and what is read takes a few times the room.
  public static let largestMarkup = 32 << 20
  /// How often what is packed may be packed again.
  private static let deepest = 2

  private let series: any StorySeries
  /// Whether it is text, or Courant's own: then its beginning can be read before the rest is there.
  public let hasBeginning: Bool

  /// - Parameters:
  ///   - name: what the file is called, without its folder; nil for a stream.
  ///   - decoder: decodes what is in an encoding of several bytes a letter.
  /// - Throws: `FormatError`: what there is instead of a story.
  public init(
    _ bytes: [UInt8], named name: ArraySlice<UInt8>? = nil, decoder: @escaping ForeignDecoder = { _, _ in nil }
  ) throws(FormatError) {
    try self.init(bytes, name, decoder, depth: 0)
  }

  private init(
    _ bytes: [UInt8], _ name: ArraySlice<UInt8>?, _ decoder: @escaping ForeignDecoder, depth: Int
  ) throws(FormatError) {
    if let flaw = Self.flaw(in: bytes) { throw flaw }
    let kind = ContentKind(of: bytes, named: name)
    if kind.isMarkup, bytes.count > Self.largestMarkup { throw .largeMarkup }
    hasBeginning = kind == .text || kind == .stories
    switch kind {
    case .text: series = try TextStories(bytes)
    case .stories: series = JSONStories(bytes)
    case .otherJSON: throw .noHeadline
    case .foreign(let kind): throw .foreign(kind)
    case .page: series = try PageStories(bytes, decoder)
    case .gzip, .zip:
      if kind == .zip, let foreign = (try? ZipArchive(bytes))?.foreignKind { throw .foreign(foreign) }
      guard depth < Self.deepest else { throw .packed(.garbled) }
      let files = try Self.unpacked(bytes, name, isZip: kind == .zip)
      series = try Self.series(of: files, decoder, depth: depth + 1)
    case .followList: throw .feedsToFollow(FollowList.read(bytes).count)
    case .mail: series = try MailStories(mail: bytes, decoder)
    case .mailbox: series = MailStories(mailbox: bytes, decoder)
    case .kagiNews: series = try KagiDay(bytes)
    case .feed, .jsonFeed: series = try FeedStories(bytes, decoder)
    case .outline: throw .feedsToFollow(OPMLReader.read(FeedCharset.decode(bytes, decoder)).count)
    }
  }

  /// How many stories there are, one at least.
  public var count: Int { series.count }

  /// Reads the story of this number, counted from 0.
  /// - Throws: only of JSON; everything else that was let in is a story.
  public func story(_ index: Int) throws(FormatError) -> Story { try series.story(index) }

  /// What bytes are that hold no story, as far as the first of them say it, so that nobody needs to read the rest.
  /// - Parameter size: how many there are in all, where that is known.
  public static func refusal(of beginning: [UInt8], size: Int? = nil) -> FormatError? {
    switch ContentKind(of: beginning, named: nil) {
    case let kind where kind.isMarkup: size.map { $0 > largestMarkup } == true ? .largeMarkup : nil
    case .foreign(let kind): .foreign(kind)
    case .text: Gate.looksBinary(beginning) && !GuessedCharset.isWindows1252(beginning) ? .notText : nil
    default: nil
    }
  }

  private static func flaw(in bytes: [UInt8]) -> FormatError? {
    if bytes.isEmpty { return .empty }
    // Nothing but spaces and line ends, behind a byte-order mark or not.
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return body.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) ? .blank : nil
  }
}

/// What is packed.
extension StoryFile {
  private static func unpacked(
    _ bytes: [UInt8], _ name: ArraySlice<UInt8>?, isZip: Bool
  ) throws(FormatError) -> [PackedFile] {
    do throws(PackingFlaw) {
      guard isZip else {
        var file = try Gzip.unpack(bytes)
        if file.name.isEmpty, let name {
          file.name = Array(name.suffix(3) == [0x2E, 0x67, 0x7A] ? name.dropLast(3) : name)
        }
        return [file]
      }
      return try ZipArchive(bytes).stories
    } catch {
      throw .packed(error)
    }
  }

  private static func series(
    of files: [PackedFile], _ decoder: @escaping ForeignDecoder, depth: Int
  ) throws(FormatError) -> any StorySeries {
    guard files.count != 1 else {
      return try StoryFile(files[0].bytes, files[0].fileName, decoder, depth: depth).series
    }
    // Beside stories, as in a folder, other things may lie.
    let read = files.compactMap { try? StoryFile($0.bytes, $0.fileName, decoder, depth: depth) }
    if read.isEmpty { throw .packed(.noStories) }
    return PackedStories(read)
  }
}

/// What an entry of a feed, or a mail of a list, is known by.
public struct EntryName: Hashable, Sendable {
  /// The feed, by its address or by the name that it gives itself.
  public var feed: String
  public var guid: String
  /// Where the entry leads to, where it says it.
  public var url: String?

  public init(feed: String, guid: String, url: String? = nil) {
    (self.feed, self.guid, self.url) = (feed, guid, url)
  }
}
