/// What stands in a stretch of HTML: words between the tags of blocks.
struct HTMLPieces {
  enum Kind: Equatable {
    case prose
    case heading(level: Int)
    case item
    case quote
    case rule
  }

  private let text: Bytes
  private let range: Range<Int>
  private(set) var found: [(kind: Kind, range: Range<Int>)] = []
  /// Tags, which are no words.
  private(set) var tags: [Range<Int>] = []
  private var kind = Kind.prose

  /// One pass.
  init(_ range: Range<Int>, of text: Bytes) {
    (self.text, self.range) = (text, range)
    read()
  }

  private mutating func read() {
    var (start, index) = (range.lowerBound, range.lowerBound)
    while case let open = text.first(UInt8(ascii: "<"), in: index..<range.upperBound), open < range.upperBound {
      guard let end = HTMLTag.read(text, at: open, limit: min(range.upperBound, open + Self.longest))?.range.upperBound,
        let next = kind(of: open..<end)
      else {
        index = open + 1
        continue
      }
      add(start..<open)
      tags.append(open..<end)
      if next == .rule { found.append((.rule, open..<end)) } else { kind = next }
      (start, index) = (end, end)
    }
    add(start..<range.upperBound)
  }

  private static let longest = 2000

  private mutating func add(_ words: Range<Int>) {
    let words = text.trimmed(words)
    if !words.isEmpty { found.append((kind, words)) }
  }

  /// What stands behind a tag of a block; nil for a tag that stands among words.
  private func kind(of tag: Range<Int>) -> Kind? {
    var start = tag.lowerBound + 1
    let isClosing = text[start] == UInt8(ascii: "/")
    if isClosing { start += 1 }
    var end = start
    while text[end].isLetter || text[end].isDigit { end += 1 }
    let name = String(decoding: text[start..<end].map(\.lowercased), as: UTF8.self)
    guard name == "br" || HTMLStart.blocks.contains(name) else { return nil }
    switch name {
    case "br": return kind
    case "hr": return .rule
    case "li" where !isClosing: return .item
    case "blockquote" where !isClosing: return .quote
    case "p" where kind == .quote || kind == .item: return kind
    case "h1", "h2", "h3", "h4", "h5", "h6":
      return isClosing ? .prose : .heading(level: Int(text[end - 1] - 0x30))
    default: return .prose
    }
  }
}
