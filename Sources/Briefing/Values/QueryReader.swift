/// Reads the query language, piece by piece.
struct QueryReader {
  private let scalars: [Unicode.Scalar]
  private var next = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// `OR` joins the terms beside it; everything else must hold together.
  mutating func clauses() -> [[Query.Term]] {
    var clauses: [[Query.Term]] = []
    var isAlternative = false
    var count = 0
    while count < Query.longest, let piece = piece() {
      if piece.isOr, !clauses.isEmpty, !isAlternative, hasMore {
        isAlternative = true
        continue
      }
      guard let term = piece.term else { continue }
      if isAlternative {
        clauses[clauses.count - 1].append(term)
      } else {
        clauses.append([term])
      }
      isAlternative = false
      count += 1
    }
    return clauses
  }

  /// What in the text looks like a field, and is none; each once.
  mutating func doubts() -> [Query.Doubt] {
    var doubts: [Query.Doubt] = []
    while doubts.count < Query.longest, let piece = piece() {
      if let doubt = piece.doubt, !doubts.contains(doubt) { doubts.append(doubt) }
    }
    return doubts
  }

  private var hasMore: Bool {
    scalars[next...].contains { !$0.properties.isWhitespace }
  }

  /// What stands up to the next space outside of quotes.
  private mutating func piece() -> QueryPiece? {
    while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
    guard next < scalars.count else { return nil }
    var piece = QueryPiece()
    if scalars[next] == "-", next + 1 < scalars.count, !scalars[next + 1].properties.isWhitespace {
      piece.isNegated = true
      next += 1
    }
    while next < scalars.count, !scalars[next].properties.isWhitespace {
      if piece.mayOpenQuote, let closing = Self.closing(scalars[next]) {
        next += 1
        readQuote(upTo: closing, into: &piece)
        break
      }
      piece.text.append(scalars[next])
      next += 1
    }
    return piece
  }

  private mutating func readQuote(upTo closing: Unicode.Scalar, into piece: inout QueryPiece) {
    piece.quoted = String.UnicodeScalarView()
    while next < scalars.count, scalars[next] != closing {
      piece.quoted?.append(scalars[next])
      next += 1
    }
    next += 1
    if next < scalars.count, scalars[next] == "*" {
      piece.isPrefix = true
      next += 1
    }
  }

  private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\"": "\""
    case "“": "”"
    default: nil
    }
  }
}

/// One piece of a query: `word`, `-word`, `word*`, `field:word`, `"a phrase"`, `field:"a phrase"`.
struct QueryPiece {
  var isNegated = false
  /// What stands outside of quotes.
  var text = String.UnicodeScalarView()
  var quoted: String.UnicodeScalarView?
  var isPrefix = false

  /// A quote opens at the start or behind a field's name; elsewhere it is a character like others.
  var mayOpenQuote: Bool {
    text.isEmpty || (text.last == ":" && QueryField.named(String(text)) != nil)
  }

  var isOr: Bool {
    !isNegated && quoted == nil && String(text) == "OR"
  }

  /// What the piece asks for; nil if there is nothing in it to look for.
  var term: Query.Term? {
    condition.map { Query.Term($0, isNegated: isNegated) }
  }

  private var whole: String { String(text) + (quoted.map(String.init) ?? "") }

  private var condition: Query.Condition? {
    let whole = whole
    if let (field, value) = Self.field(in: whole) {
      // Its value is still to be typed.
      if value.isEmpty || field.values == .tags && Tag.name(value) == nil { return nil }
      if let condition = condition(field, value) { return condition }
    }
    let (words, isPrefix) = words(in: whole)
    return words.hasWords ? .words(words, isPrefix: isPrefix) : nil
  }

  /// What looks like a field with its value and is none: a name that no field has, or a value that its field does not take.
  var doubt: Query.Doubt? {
    let whole = whole
    guard text.contains(":"), let colon = whole.firstIndex(of: ":") else { return nil }
    let name = whole[..<colon].lowercased()
    let value = String(whole[whole.index(after: colon)...])
    guard !value.isEmpty else { return nil }
    if let field = QueryField.named(name + ":") {
      return field.values == .tags || condition(field, value) != nil ? nil : .value(value, field.values)
    }
    let isName = name.count > 1 && name.allSatisfy { $0.isASCII && $0.isLetter }
    return isName && !value.hasPrefix("//") ? .field(name) : nil
  }

  private static func field(in whole: String) -> (field: QueryField, value: String)? {
    guard let colon = whole.firstIndex(of: ":") else { return nil }
    return QueryField.named(String(whole[...colon])).map { ($0, String(whole[whole.index(after: colon)...])) }
  }

  /// Nil where the value makes no sense for the field.
  private func condition(_ field: QueryField, _ value: String) -> Query.Condition? {
    let (words, isPrefix) = words(in: value)
    return field.condition(QueryField.Value(text: value, isPrefix: isPrefix, words: words))
  }

  private func words(in value: String) -> (String, isPrefix: Bool) {
    if quoted == nil, value.hasSuffix("*") {
      return (String(value.dropLast()), true)
    }
    return (value, isPrefix)
  }
}

extension Query {
  /// A host as citations name it: lower case, no `www.`.
  public static func host(_ typed: String) -> String {
    let host = typed.lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}

extension String {
  /// Whether there is anything in it that an index of words knows: a letter, a digit or a symbol such as an emoji.
  var hasWords: Bool {
    var hasWords = false
    LetterFolding.forEachLetter(of: self) { letter in
      hasWords = letter.isOfWord
      return !hasWords
    }
    return hasWords
  }
}
