/// Reads the lines that say something of a story beside its blocks.
struct CanonicalFieldReader {
  private let text: Bytes
  private let held: HeldSpaces
  private let isFirst: Bool
  private(set) var publisher: String?
  private(set) var authors: [String] = []
  private(set) var url: String?
  private(set) var published: Moment?
  private(set) var stamp = CatalogStamp()
  /// What was set aside when the story was read first, with where that stands now.
  private(set) var setAside: [SetAside] = []
  /// The addresses of citations that the first form cannot say in their places, by their number from 1.
  private(set) var addresses: [Int: String] = [:]
  /// What is said of single blocks, citations and sections, in the order of the lines.
  private(set) var amendments: [CanonicalAmendment] = []

  init(_ text: Bytes, _ lines: [Range<Int>], held: HeldSpaces = HeldSpaces(), isFirst: Bool = false) {
    (self.text, self.held, self.isFirst) = (text, held, isFirst)
    read(lines)
  }

  mutating func read(_ lines: [Range<Int>]) {
    for line in lines where !read(line) { putAside(line) }
  }

  /// What says nothing to this version, or nothing of this story, is no part of it, and is not lost.
  mutating func putAside(_ line: Range<Int>) {
    setAside.append(SetAside(place: line, text: text.string(line), reason: .footer))
  }

  private mutating func read(_ line: Range<Int>) -> Bool {
    let colon = text.first(UInt8(ascii: ":"), in: line)
    guard colon < line.upperBound else { return false }
    let value = text.trimmed(colon + 1..<line.upperBound)
    let name = text.string(line.lowerBound..<colon)
    switch name {
    case "publisher": publisher = self.line(value)
    case "author" where !isFirst: return addAuthor(self.line(value))
    case "url": url = self.line(value)
    case "published": return set(\.published, value)
    case "date": return set(\.stamp.date, value)
    case "id": return setID(value)
    case _ where isFirst && name.hasPrefix("citation "):
      return setAddress(name.dropFirst("citation ".utf8.count), value)
    default: return setAside(name, value) || amend(name, value, line)
    }
    return true
  }

  private mutating func addAuthor(_ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    authors.append(name)
    return true
  }

  private mutating func set(_ field: WritableKeyPath<Self, Moment?>, _ value: Range<Int>) -> Bool {
    guard let moment = Moment(iso8601: text.string(value)) else { return false }
    self[keyPath: field] = moment
    return true
  }

  private mutating func setID(_ value: Range<Int>) -> Bool {
    stamp.id = StoryID(named: text.string(value))
    return stamp.id != nil
  }

  private mutating func setAddress(_ number: some StringProtocol, _ value: Range<Int>) -> Bool {
    guard let number = Int(number) else { return false }
    addresses[number] = line(value)
    return true
  }

  private mutating func setAside(_ name: String, _ value: Range<Int>) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard let reason = SetAside.Reason(rawValue: name), value.count >= 2, text[value.lowerBound] == quote,
      text[value.upperBound - 1] == quote
    else { return false }
    let inner = value.lowerBound + 1..<value.upperBound - 1
    setAside.append(SetAside(place: inner, text: CanonicalForm.read(text, inner, held: held), reason: reason))
    return true
  }

  private mutating func amend(_ name: String, _ value: Range<Int>, _ line: Range<Int>) -> Bool {
    let parts = name.split(separator: " ", omittingEmptySubsequences: false)
    guard !isFirst, parts.count == 2, let number = CanonicalForm.number(parts[1]), number > 0,
      let change = CanonicalAmendment.Change(String(parts[0]), self.line(value))
    else { return false }
    amendments.append(CanonicalAmendment(number: number, change: change, line: line))
    return true
  }

  private func line(_ value: Range<Int>) -> String {
    CanonicalForm.alone(CanonicalForm.read(text, value, held: held))
  }
}
