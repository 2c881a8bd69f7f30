/// Reads the lines that say something of a story beside its blocks.
struct CanonicalFieldReader {
  private let text: Bytes
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var published: Moment?
  private(set) var filed = Filed()
  /// What was set aside when the story was read first, with where that stands now.
  private(set) var setAside: [SetAside] = []
  /// The addresses of citations that the form cannot say in their places, by their number from 1.
  private(set) var addresses: [Int: String] = [:]

  init(_ text: Bytes, _ lines: [Range<Int>]) {
    self.text = text
    for line in lines where !read(line) {
      // What says nothing to this version is no part of the story, and is not lost.
      setAside.append(SetAside(place: line, text: text.string(line), reason: .footer))
    }
  }

  private mutating func read(_ line: Range<Int>) -> Bool {
    let colon = text.first(UInt8(ascii: ":"), in: line)
    guard colon < line.upperBound else { return false }
    let value = text.trimmed(colon + 1..<line.upperBound)
    let name = text.string(line.lowerBound..<colon)
    switch name {
    case "publisher": publisher = self.line(value)
    case "url": url = self.line(value)
    case "published": return set(\.published, value)
    case "date": return set(\.filed.date, value)
    case "id": return setID(value)
    case _ where name.hasPrefix("citation "): return setAddress(name.dropFirst("citation ".utf8.count), value)
    default: return setAside(name, value)
    }
    return true
  }

  private mutating func set(_ field: WritableKeyPath<Self, Moment?>, _ value: Range<Int>) -> Bool {
    guard let moment = Moment(iso8601: text.string(value)) else { return false }
    self[keyPath: field] = moment
    return true
  }

  private mutating func setID(_ value: Range<Int>) -> Bool {
    filed.id = StoryID(named: text.string(value))
    return filed.id != nil
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
    setAside.append(SetAside(place: inner, text: CanonicalForm.read(text, inner), reason: reason))
    return true
  }

  private func line(_ value: Range<Int>) -> String { CanonicalForm.trimmed(CanonicalForm.read(text, value)) }
}

extension CanonicalForm {
  /// Without the spaces at either end, where none can be written, although a backslash can stand before one.
  static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { $0.string($0.trimmed(0..<$0.count)) }
  }

  /// The text that a line stands for.
  static func read(_ text: Bytes, _ range: Range<Int>) -> String {
    var output: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == escape, index + 1 < range.upperBound { index += 1 }
      output.append(text[index])
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }
}
