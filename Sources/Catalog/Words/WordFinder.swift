import Briefing
import GRDB

/// Finds the words of a query in a text, cutting it into words exactly as the index does.
struct WordFinder {
  /// One place where a term of the query stands.
  struct Match: Hashable {
    /// Which of the terms.
    var term: Int
    /// UTF-8 offsets into the text.
    var range: Range<Int>
  }

  private let tokenizer: any FTS5Tokenizer
  private let terms: [WordTerm]
  private let starts: WordStarts

  init(_ conditions: [Query.Condition], in database: Database) throws {
    let tokenizer = try database.makeTokenizer(FTS5TokenizerDescriptor(components: LookupSchema.tokenizer))
    self.tokenizer = tokenizer
    terms = conditions.map { condition in
      switch condition {
      case .words(let words, let isPrefix):
        WordTerm(tokens: tokenizer.tokens(of: words), isPrefix: isPrefix, isQuestion: false)
      case .asks(let words, let isPrefix):
        WordTerm(tokens: tokenizer.tokens(of: words), isPrefix: isPrefix, isQuestion: true)
      default:
        WordTerm(tokens: [], isPrefix: false, isQuestion: false)
      }
    }
    starts = WordStarts(terms.compactMap(\.tokens.first))
  }

  /// Every place where a term stands, in order.
  func matches(in text: String, isQuestion: Bool) -> [Match] {
    guard starts.mayStand(in: text) else { return [] }
    var search = WordSearch(terms: terms, isQuestion: isQuestion)
    tokenizer.forEachToken(of: text) { search.see($0, at: $1) }
    return search.matches
  }
}

/// Words that must stand next to each other.
struct WordTerm {
  var tokens: [[UInt8]]
  /// Whether the last of them may be cut short.
  var isPrefix: Bool
  /// Whether it is looked for in questions only.
  var isQuestion: Bool

  fileprivate func accepts(_ token: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let wanted = tokens[index]
    let isCut = isPrefix && index == tokens.count - 1
    guard isCut ? token.count >= wanted.count : token.count == wanted.count else { return false }
    return wanted.indices.allSatisfy { token[$0] == wanted[$0] }
  }
}

/// Goes through a text word by word and keeps, for each term, how much of it stands right before the next word.
private struct WordSearch {
  let terms: [WordTerm]
  let isQuestion: Bool
  private(set) var matches: [WordFinder.Match] = []
  /// For each term, the beginnings under way: how many of its words were seen, and where the first one stands.
  private var open: [[(seen: Int, start: Int)]]

  init(terms: [WordTerm], isQuestion: Bool) {
    self.terms = terms
    self.isQuestion = isQuestion
    open = Array(repeating: [], count: terms.count)
  }

  mutating func see(_ token: UnsafeBufferPointer<UInt8>, at range: Range<Int>) {
    for (index, term) in terms.enumerated() where !term.tokens.isEmpty && (isQuestion || !term.isQuestion) {
      var still: [(seen: Int, start: Int)] = []
      if !open[index].isEmpty {
        for begun in open[index] where term.accepts(token, at: begun.seen) {
          still.append((begun.seen + 1, begun.start))
        }
      }
      if term.accepts(token, at: 0) { still.append((1, range.lowerBound)) }
      if let whole = still.first, whole.seen == term.tokens.count {
        matches.append(WordFinder.Match(term: index, range: whole.start..<range.upperBound))
        still.removeFirst()
      }
      open[index] = still
    }
  }
}

/// A quick look at a text: whether any of its words could be one of those looked for.
///
/// Cutting a text into words and stemming them costs a hundred times more, and most pieces of a story have none of them.
struct WordStarts {
  /// Up to three lower-case bytes each; stems differ from their words in the last letters only.
  private let starts: [[UInt8]]

  init(_ tokens: [[UInt8]]) {
    starts = tokens.map { Array($0.prefix(min(3, max(1, $0.count - 2)))) }
  }

  /// False only if none of the words can be there.
  func mayStand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var isInWord = false
      for place in bytes.indices {
        let byte = bytes[place]
        if byte >= 0x80, !Self.isPunctuation(bytes, at: place) { return true }
        let isWord = Self.isWord(byte)
        if isWord, !isInWord, starts.contains(where: { Self.has($0, bytes, at: place) }) { return true }
        isInWord = isWord
      }
      return false
    }
  }

  /// Dashes, quotes and the like: U+2000 to U+203F, which take three bytes. Any other letter may fold to a plain one.
  private static func isPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    switch bytes[place] {
    case 0xE2: place + 1 < bytes.count && bytes[place + 1] == 0x80
    case 0x80: place > 0 && bytes[place - 1] == 0xE2
    case 0x81...0xBF: place > 1 && bytes[place - 1] == 0x80 && bytes[place - 2] == 0xE2
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func has(_ start: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + start.count <= bytes.count else { return false }
    for index in start.indices where bytes[place + index] | 0x20 != start[index] | 0x20 { return false }
    return true
  }
}
