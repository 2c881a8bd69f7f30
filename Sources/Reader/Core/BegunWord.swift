public import Briefing

/// The word that is being typed at the cursor of a prompt, and what can take its place.
struct BegunWord: Hashable, Sendable {
  /// What the word is one of.
  enum Kind: Hashable, Sendable {
    /// One of some things that are known.
    case items([Offers.Item])
    /// The name of a field, or a word to look for.
    case field
    /// The value of a field.
    case value(QueryField.Values)
    /// Something in a folder, which is named as it was typed.
    case entry(folder: String)
  }

  /// What stands before the word.
  var before: String
  /// The word, up to the cursor.
  var typed: String
  var kind: Kind

  /// What to ask for, so that something can be offered; nil where that is known.
  var need: Effect? {
    switch kind {
    case .items, .field: nil
    case .value(let values):
      values.areInCatalog ? .ask(.offered(values, matching: typed.filter { $0 != "\"" }, limit: Self.most)) : nil
    case .entry(let folder): .list(folder: folder)
    }
  }

  /// How many values are asked for: more than anyone looks through.
  private static let most = 40
}

extension BegunWord {
  /// The word at the end of a query. Within quotes, nothing but words is meant, unless they are the value of a field.
  static func inQuery(_ text: Substring) -> BegunWord? {
    var last = text.endIndex
    if !text.count(where: { $0 == "\"" }).isMultiple(of: 2), let quote = text.lastIndex(of: "\"") {
      guard text[..<quote].last == ":" else { return nil }
      last = quote
    }
    let start = text[..<last].lastIndex(where: \.isWhitespace).map(text.index(after:)) ?? text.startIndex
    let word = text[start...].drop { $0 == "-" }
    guard let colon = word.firstIndex(of: ":") else {
      return BegunWord(before: String(text[..<word.startIndex]), typed: String(word), kind: .field)
    }
    let value = word[word.index(after: colon)...]
    guard let field = QueryField.named(String(word[...colon])) else { return nil }
    let words = field.values.words
    return BegunWord(
      before: String(text[..<value.startIndex]), typed: String(value),
      kind: words.isEmpty ? .value(field.values) : .items(words.map { Offers.Item($0) }))
  }

  /// The last part of a path.
  static func inPath(_ text: Substring) -> BegunWord {
    guard let slash = text.lastIndex(of: "/") else {
      let home = text == "~" ? BegunWord(before: "", typed: "~", kind: .items([Offers.Item("~/")])) : nil
      return home ?? BegunWord(before: "", typed: String(text), kind: .entry(folder: ""))
    }
    let folder = String(text[...slash])
    return BegunWord(before: folder, typed: String(text[text.index(after: slash)...]), kind: .entry(folder: folder))
  }
}

extension State {
  /// The word that is being typed, where something may be offered for it.
  var begunWord: BegunWord? {
    guard let prompt, prompt.isOffering else { return nil }
    return begunWord(in: prompt.line.textBeforeCursor[...], prompt.kind.argument)
  }

  private func begunWord(in text: Substring, _ argument: Argument?) -> BegunWord? {
    switch argument {
    case .text, nil: nil
    case .choice(_, let words):
      BegunWord(before: "", typed: String(text), kind: .items(words.map { Offers.Item($0) }))
    case .query: .inQuery(text)
    case .path: .inPath(text)
    // What has a scheme is no path.
    case .feed: text.contains(":") ? nil : .inPath(text)
    case .tags: tag(in: text)
    case .command: command(in: text)
    }
  }

  /// A tag of any story; behind a hyphen, one of the stories that are meant.
  private func tag(in text: Substring) -> BegunWord {
    let tagging = Tagging(history.current.content.chosenRows)
    let (before, typed) = tagging.lastWord(of: String(text))
    guard before.hasSuffix("-") else { return BegunWord(before: before, typed: typed, kind: .value(.tags)) }
    return BegunWord(before: before, typed: typed, kind: .items(tagging.names.map { Offers.Item($0) }))
  }

  /// The name of a command; behind it, what it takes.
  private func command(in text: Substring) -> BegunWord? {
    guard let space = text.firstIndex(of: " ") else {
      let items = CommandTable.entries.map { entry in
        Offers.Item(entry.command.rawValue, ending: entry.argument == nil ? "" : " ")
      }
      let sorted = items.sorted { $0.text < $1.text }
      return BegunWord(before: "", typed: String(text), kind: .items(sorted))
    }
    let rest = text[space...].drop { $0 == " " }
    let found = commands(named: String(text[..<space]))
    guard found.count == 1, let argument = CommandTable.entry(for: found[0])?.argument else { return nil }
    guard var word = begunWord(in: rest, argument) else { return nil }
    word.before = text[..<rest.startIndex] + word.before
    return word
  }
}

extension QueryField.Values {
  /// A value as it is typed: what is more than one word stands in quotes.
  public func written(_ value: String) -> String {
    guard self == .publishers || self == .feeds, !value.allSatisfy({ $0.isLetter || $0.isNumber }) else { return value }
    return "\"\(value.filter { $0 != "\"" })\""
  }
}
