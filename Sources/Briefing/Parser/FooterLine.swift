/// A line as a footer would word it: which classes of words stand in it, and where.
struct FooterLine {
  private let range: Range<Int>
  private var classes: [FooterWords.Class] = []
  /// Where each word ends.
  private var ends: [Int] = []
  private let namesStore: Bool
  private let isAddress: Bool
  private let suffix: Int?
  private let isSharedFirst: Bool
  private let endsSentence: Bool

  /// So many words are looked at.
  private static let longest = 24

  /// Looks at the first words.
  init(_ range: Range<Int>, in text: Bytes) {
    self.range = range
    namesStore = FooterWords.namesStore(range, in: text)
    suffix =
      text[range.upperBound - 1] >= 0x80 || text[range.upperBound - 2] >= 0x80
      ? FooterWords.sharedSuffix(range, in: text) : nil
    isSharedFirst = FooterWords.sharedPrefix(range, in: text) != nil
    endsSentence = text[range.upperBound - 1] == UInt8(ascii: ".")
    isAddress =
      AddressStart.hostStart(text, at: range.lowerBound, limit: range.upperBound) != nil
      && !text[range].contains(0x20)
    guard range.count <= 400 else { return }
    classes.reserveCapacity(Self.longest)
    ends.reserveCapacity(Self.longest)
    var index = Self.behindDash(range, in: text)
    while index < range.upperBound, ends.count < Self.longest {
      var hash = FooterWords.emptyHash
      let start = index
      while index < range.upperBound, FooterWords.isLetter(text[index]) {
        hash = FooterWords.hash(hash, text, &index)
      }
      if index > start {
        classes.append(FooterWords.classes(of: hash))
        ends.append(index)
      } else {
        index += 1
      }
    }
  }

  /// Where the words begin behind a dash, as before a signature.
  private static func behindDash(_ range: Range<Int>, in text: Bytes) -> Int {
    for dash in ["— ", "– ", "-- "] as [StaticString] where text.has(dash, at: range.lowerBound) {
      return min(range.upperBound, range.lowerBound + dash.utf8CodeUnitCount)
    }
    return range.lowerBound
  }

  /// Whether this is a footer whatever stands around it: it names a store, says who shared the text, or calls for one's
  /// own briefing.
  var isFooter: Bool {
    if namesStore { return classes.count <= 12 }
    if sharedEnd != nil || suffix != nil || isSharedFirst { return true }
    // A sentence that speaks to the reader only at its end is prose.
    let near = endsSentence ? classes.prefix(5) : classes[...]
    return classes.first?.contains(.call) == true && classes.count <= 12
      && near.contains { $0.contains(.own) } && classes.contains { $0.contains(.product) }
  }

  /// Whether this opens with a call to get an app, or a briefing of one's own.
  var isCall: Bool {
    guard classes.first?.contains(.call) == true else { return false }
    return namesStore || classes.contains { $0.contains(.own) } && classes.contains { $0.contains(.product) }
  }

  /// Whether it has no more words than it takes to say who shared the text.
  var isShort: Bool { classes.count <= 6 }

  /// Whether this may be a footer next to one.
  var isPromotion: Bool {
    if isFooter || isAddress { return true }
    let marks = [FooterWords.Class.call, .own, .product].filter { mark in classes.contains { $0.contains(mark) } }
    return marks.count >= 2 && classes.count <= 24
  }

  func mentions(_ name: [UInt8], in text: Bytes) -> Bool {
    guard !name.isEmpty, range.count >= name.count, range.count <= 300 else { return false }
    return (range.lowerBound...range.upperBound - name.count).contains {
      text[$0..<$0 + name.count].elementsEqual(name)
    }
  }

  /// The name behind `Shared from`, or before its like in languages that set it last.
  func publisher(in text: Bytes) -> String? {
    if let start = sharedEnd { return FooterName.behind(start..<range.upperBound, in: text) }
    if let prefix = FooterWords.sharedPrefix(range, in: text) {
      return FooterName.behind(prefix..<range.upperBound, in: text)
    }
    guard let suffix else { return nil }
    return FooterName.behind(range.lowerBound..<suffix, in: text)
  }

  /// Where the words `Shared from` end.
  private var sharedEnd: Int? {
    guard let first = classes.first, first.contains(.share) else { return nil }
    for index in classes.indices.dropFirst().prefix(3) where classes[index].contains(.from) { return ends[index] }
    return nil
  }
}
