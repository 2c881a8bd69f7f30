import Briefing

/// A page of the web, which has one story.
struct PageStories: StorySeries {
  private let read: StoryFile.Story
  let kind: PageReading.Kind

  /// - Parameters:
  ///   - type: what HTTP says of the type, with its charset.
  ///   - address: where the page was found.
  /// - Throws: `foreign` where there is nothing to read on it.
  init(
    _ bytes: [UInt8], type: String? = nil, address: String? = nil, _ decoder: ForeignDecoder
  ) throws(FormatError) {
    let text = PageEncoding(of: bytes, type: type).decode(bytes, decoder)
    let page = Page.read(text.bytes, url: address)
    kind = page.kind
    var reading = page.reading
    if reading.story.headline.isEmpty, reading.story.blocks.isEmpty { throw .foreign(.webPage) }
    if reading.story.headline.isEmpty {
      reading.story.headline = StandInHeadline.of(reading.story, or: reading.story.url, reading.story.publisher)
    }
    let places = text.places(of: reading.setAside.map(\.place), in: bytes)
    for (index, place) in places.enumerated() { reading.setAside[index].place = place }
    read = StoryFile.Story(reading: reading, original: bytes)
  }

  var count: Int { 1 }

  func story(_ index: Int) -> StoryFile.Story { read }
}

/// The encoding of a page: what a byte-order mark says, then what HTTP says, then the page, then UTF-8 if it can be, and else windows-1252
/// (HTML standard, "Determining the character encoding").
struct PageEncoding {
  private let charset: Charset
  /// How long the byte-order mark is.
  private let mark: Int
  /// Where a page says what it is in.
  private static let head = 4096

  init(of bytes: [UInt8], type: String? = nil) {
    if let (charset, length) = Charset.mark(of: bytes) {
      (self.charset, mark) = (charset, length)
    } else if let said = type.flatMap(Charset.init(type:)) {
      (charset, mark) = (said, 0)
    } else if let declared = Self.declared(in: bytes) {
      (charset, mark) = (declared, 0)
    } else {
      let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil || !GuessedCharset.isWindows1252(bytes)
      (charset, mark) = (isUTF8 ? .utf8 : .singleByte("windows-1252"), 0)
    }
  }

  /// What the page's `<meta>` elements say. A page whose bytes can be read so far is not in UTF-16.
  private static func declared(in bytes: [UInt8]) -> Charset? {
    let label = bytes.prefix(head).withUnsafeBufferPointer { head -> String? in
      var tokenizer = MarkupTokenizer(head)
      while true {
        switch tokenizer.next() {
        case .end: return nil
        case .startTag:
          guard tokenizer.element == .meta else { continue }
          if let label = tokenizer.string(of: "charset") { return label }
          guard tokenizer.value(of: "http-equiv") != nil, let content = tokenizer.string(of: "content")?.lowercased(),
            let mark = content.firstRange(of: "charset=")
          else { continue }
          return String(content[mark.upperBound...].prefix { $0 != ";" && $0 != " " })
        default: continue
        }
      }
    }
    guard let label, let charset = Charset(named: label) else { return nil }
    return switch charset {
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: .utf8
    default: charset
    }
  }

  /// The page in UTF-8.
  func decode(_ bytes: [UInt8], _ foreign: ForeignDecoder) -> DecodedPage {
    guard charset != .utf8 || mark > 0, let text = charset.decode(bytes.dropFirst(mark), foreign) else {
      return DecodedPage(bytes: bytes, mark: 0, isSame: true, table: nil)
    }
    var table: SingleByteTable?
    if case .singleByte(let name) = charset { table = SingleByteTable(named: name) }
    return DecodedPage(bytes: text, mark: mark, isSame: charset == .utf8, table: table)
  }
}

/// A page in UTF-8, and where its bytes come from.
struct DecodedPage {
  let bytes: [UInt8]
  fileprivate let mark: Int
  fileprivate let isSame: Bool
  fileprivate let table: SingleByteTable?

  fileprivate init(bytes: [UInt8], mark: Int, isSame: Bool, table: SingleByteTable?) {
    (self.bytes, self.mark, self.isSame, self.table) = (bytes, mark, isSame, table)
  }

  /// The bytes of the page as it came that ranges of these stand for, which follow one another: all of them where that
  /// cannot be told. One pass.
  func places(of ranges: [Range<Int>], in original: [UInt8]) -> [Range<Int>] {
    if isSame { return ranges.map { $0.lowerBound + mark..<$0.upperBound + mark } }
    guard let table else { return ranges.map { _ in 0..<original.count } }
    var (decoded, place) = (0, 0)
    func bytePlace(of offset: Int) -> Int {
      while place < original.count, decoded < offset {
        decoded += table.width(of: original[place])
        place += 1
      }
      return place
    }
    return ranges.map { range in
      let start = bytePlace(of: range.lowerBound)
      return start..<max(start, bytePlace(of: range.upperBound))
    }
  }
}
