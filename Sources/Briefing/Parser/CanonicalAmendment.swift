/// What a line says of one block, citation or section because its place has no way to say it.
struct CanonicalAmendment {
  /// Which one, counted from 1 in reading order.
  var number: Int
  var change: Change
  /// Where it is said.
  var line: Range<Int>

  enum Change: Equatable {
    /// Of a citation: its address, and what the text calls the source.
    case address(String)
    case label(String)
    /// Of a block: the language of code, the address of an image, how many cells the first row of a table has.
    case language(String)
    case image(String)
    case columns(Int)
    /// Of a block: its links name no sources; only marks do.
    case linksAlone
    /// Of a block: one span more, one source more, and what it stands in.
    case span(Block.Span)
    case source(Int, String)
    case containers([Block.Container])
    /// Of a section: whether its heading asks something.
    case question(Bool)
  }
}

extension CanonicalAmendment.Change {
  /// Reads what stands behind the colon; nil if it says nothing.
  init?(_ name: String, _ value: String) {
    // By scalars: a mark that joins what stands before it would hide a space among characters.
    let words = value.unicodeScalars.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      .map { String($0) }
    switch name {
    case "citation": self = .address(value)
    case "label": self = .label(value)
    case "language": self = .language(value)
    case "image": self = .image(value)
    case "columns":
      guard let count = CanonicalForm.number(value), count > 0 else { return nil }
      self = .columns(count)
    case "links":
      guard value == "no sources" else { return nil }
      self = .linksAlone
    case "question":
      guard value == "yes" || value == "no" else { return nil }
      self = .question(value == "yes")
    case "source":
      guard words.count == 2, let place = CanonicalForm.number(words[0]), CanonicalForm.isHost(words[1])
      else { return nil }
      self = .source(place, words[1])
    case "span":
      guard let span = Self.span(words) else { return nil }
      self = .span(span)
    case "in":
      guard let containers = Self.containers(value) else { return nil }
      self = .containers(containers)
    default: return nil
    }
  }

  /// The name of the line that says it, and what stands behind the colon.
  var written: (name: String, value: String) {
    switch self {
    case .address(let url): ("citation", url)
    case .label(let label): ("label", label)
    case .language(let language): ("language", language)
    case .image(let url): ("image", url)
    case .columns(let count): ("columns", String(count))
    case .linksAlone: ("links", "no sources")
    case .question(let asks): ("question", asks ? "yes" : "no")
    case .source(let place, let host): ("source", "\(place) \(host)")
    case .span(let span): ("span", Self.written(span))
    case .containers(let containers):
      ("in", containers.isEmpty ? "nothing" : containers.map(Self.written).joined(separator: " "))
    }
  }

  private static func span(_ words: [String]) -> Block.Span? {
    let ends = (words.first ?? "").split(separator: "-", omittingEmptySubsequences: false).map(CanonicalForm.number)
    guard words.count >= 2, ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
    switch (words[1], words.count) {
    case ("emphasis", 2): return Block.Span(start..<end, .emphasis)
    case ("strong", 2): return Block.Span(start..<end, .strong)
    case ("code", 2): return Block.Span(start..<end, .code)
    case ("link", 2): return Block.Span(start..<end, .link(url: ""))
    case ("link", 3): return Block.Span(start..<end, .link(url: words[2]))
    default: return nil
    }
  }

  private static func written(_ span: Block.Span) -> String {
    let range = "\(span.range.lowerBound)-\(span.range.upperBound)"
    return switch span.style {
    case .emphasis: "\(range) emphasis"
    case .strong: "\(range) strong"
    case .code: "\(range) code"
    case .link(let url): url.isEmpty ? "\(range) link" : "\(range) link \(url)"
    }
  }

  /// `quote`, or for an item its list, its number in it and its marker in quotes: `3/0"7)"`.
  private static func written(_ container: Block.Container) -> String {
    guard case .item(let item) = container else { return "quote" }
    let quote = UInt8(ascii: "\"")
    let marker = item.marker.utf8.flatMap {
      [CanonicalForm.escape, quote].contains($0) ? [CanonicalForm.escape, $0] : [$0]
    }
    return "\(item.list)/\(item.number)\"\(String(decoding: marker, as: UTF8.self))\""
  }

  private static func containers(_ value: String) -> [Block.Container]? {
    var containers: [Block.Container] = []
    var rest = value.utf8[...]
    if value == "nothing" { return [] }
    while !rest.isEmpty {
      if !containers.isEmpty {
        guard rest.first == 0x20 else { return nil }
        rest = rest.dropFirst()
      }
      if rest.starts(with: "quote".utf8) {
        containers.append(.quote)
        rest = rest.dropFirst(5)
      } else if let item = item(&rest) {
        containers.append(.item(item))
      } else {
        return nil
      }
    }
    return containers
  }

  private static func item(_ rest: inout Substring.UTF8View) -> Block.Item? {
    let quote = UInt8(ascii: "\"")
    let head = rest.prefix { $0 != quote }
    let numbers = head.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { CanonicalForm.number(Substring($0)) }
    guard numbers.count == 2, let list = numbers[0], let number = numbers[1], !rest.isEmpty else { return nil }
    rest = rest.dropFirst(head.count)
    guard !rest.isEmpty else { return nil }
    rest = rest.dropFirst()
    var marker: [UInt8] = []
    while let byte = rest.first, byte != quote {
      rest = rest.dropFirst()
      if byte == CanonicalForm.escape, let next = rest.first {
        marker.append(next)
        rest = rest.dropFirst()
      } else {
        marker.append(byte)
      }
    }
    guard !rest.isEmpty else { return nil }
    rest = rest.dropFirst()
    return Block.Item(marker: Gate.words(of: String(decoding: marker, as: UTF8.self)), list: list, number: number)
  }
}

extension CanonicalForm {
  /// A number of up to eighteen digits, with a hyphen before it or not.
  static func number(_ text: some StringProtocol) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard (1...18).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
    return Int(text)
  }
}
