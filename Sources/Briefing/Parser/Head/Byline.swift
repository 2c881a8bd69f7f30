/// A line below a headline that says who wrote the story and when, and nothing else: `By Ann Lee · 3 June 2026 · 4 min read`.
struct Byline {
  private(set) var origin = StoryOrigin()
  /// Names that no `By` stands before, which are names only beside a date.
  private var names: [String] = []

  private static let longest = 160

  /// Nil if any part of the line may be something else.
  init?(_ line: Range<Int>, of text: Bytes) {
    guard line.count <= Self.longest, BulletMark.width(line, in: text) == 0,
      HeadingMark.opening(line, in: text) == nil, !HeadMarks.announces(line, in: text)
    else { return nil }
    for part in Self.parts(text.string(line)) {
      guard take(part) else { return nil }
    }
    if origin.published != nil { origin.authors += names } else if !names.isEmpty { return nil }
    guard origin.published != nil || !origin.authors.isEmpty else { return nil }
  }

  private static func parts(_ line: String) -> [Substring] {
    var bare = line[...]
    // A byline is often set in italics or bold.
    while let first = bare.first, first == "*" || first == "_", bare.last == first, bare.count > 2 {
      bare = bare.dropFirst().dropLast()
    }
    let parts = split(bare, by: [" · ", " | ", " • ", " — ", " – ", " - ", " / "])
    return parts.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
  }

  /// The pieces between any of some separators; most lines are of ASCII and hold none of them, which their bytes tell.
  private static func split(_ text: Substring, by separators: [String]) -> [Substring] {
    var parts = [text]
    let bytes = Array(text.utf8)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    for separator in separators where !isASCII || bytes.holds(separator.utf8) {
      parts = parts.flatMap { $0.split(separator: separator) }
    }
    return parts
  }

  private mutating func take(_ part: Substring) -> Bool {
    if takeDate(part) || Self.isReadingTime(part) { return true }
    if let named = Self.behindPrefix(part, Self.by) { return takeAuthors(named) }
    guard let names = Self.names(part) else { return false }
    self.names += names
    return true
  }

  private mutating func takeDate(_ part: Substring) -> Bool {
    let words = Self.behindPrefix(part, Self.published) ?? part
    guard let moment = DateText.moment(words) else { return false }
    origin.published = origin.published ?? moment
    return true
  }

  /// Names, and perhaps a date behind the last comma or two.
  private mutating func takeAuthors(_ part: Substring) -> Bool {
    let pieces = part.split(separator: ",", omittingEmptySubsequences: false)
    for count in 1...3 where count < pieces.count {
      let date = pieces.suffix(count).joined(separator: ",").drop { $0 == " " }
      if takeDate(date) { return addAuthors(pieces.dropLast(count).joined(separator: ",")[...]) }
    }
    return addAuthors(part)
  }

  private mutating func addAuthors(_ part: Substring) -> Bool {
    guard let names = Self.names(part) else { return false }
    origin.authors += names
    return true
  }

  /// The names that words join; nil if one is none.
  private static func names(_ part: Substring) -> [String]? {
    let parts = split(part, by: [", ", " and ", " & ", " und ", " et ", " y ", " e ", " och ", " og ", " и ", "、"])
    let names = parts.map { $0.split(separator: " ") }
    guard !names.isEmpty, names.allSatisfy(isName) else { return nil }
    return names.filter { !$0.contains { roles.contains($0.lowercased()) } }.map { $0.joined(separator: " ") }
  }

  /// One to five words, each with a capital or one that stands inside names.
  private static func isName(_ words: [Substring]) -> Bool {
    guard (1...5).contains(words.count), words.reduce(0, { $0 + $1.utf8.count }) <= 60 else { return false }
    return words.allSatisfy { word in
      guard let first = word.unicodeScalars.first else { return false }
      let isWord = word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "'’.-".unicodeScalars.contains($0) }
      return isWord && (Letter.opensSentence(first.value) || particles.contains(String(word)))
    } && words.contains { $0.unicodeScalars.first.map { Letter.opensSentence($0.value) } == true }
  }

  /// `4 min read` and its like.
  private static func isReadingTime(_ part: Substring) -> Bool {
    guard part.utf8.contains(where: \.isDigit) else { return false }
    let pieces = part.lowercased().split(separator: ":")
    guard pieces.count == 1 || pieces.count == 2 && readingTimes.contains(String(pieces[0])) else { return false }
    let words = (pieces.last ?? "").split { $0 == " " || $0 == "-" || $0 == "." }
    guard let first = words.first, (2...4).contains(words.count), first.utf8.allSatisfy(\.isDigit) else { return false }
    return minutes.contains(String(words[1]))
  }

  /// What stands behind one of some words; nil if none opens the part.
  private static func behindPrefix(_ part: Substring, _ prefixes: [String]) -> Substring? {
    for prefix in prefixes
    where part.mayOpen(with: prefix) && part.count > prefix.count
      && part.prefix(prefix.count).lowercased() == prefix
    {
      return part.dropFirst(prefix.count).drop { $0 == " " }
    }
    return nil
  }

  private static let by = [
    "by ", "by: ", "written by ", "author: ", "authors: ", "words by ", "story by ", "von ", "autor: ", "par ", "por ",
    "di ", "door ", "av ", "af ", "text: ", "автор: ",
  ]
  private static let published = [
    "published on ", "published: ", "published ", "posted on ", "posted: ", "posted ", "updated on ", "updated: ",
    "updated ",
    "last updated: ", "last updated on ", "last updated ", "on ", "date: ", "veröffentlicht am ", "stand: ",
    "publié le ",
    "publicado el ", "publicado em ", "pubblicato il ", "gepubliceerd op ", "publicerad ", "опубликовано ",
  ]
  private static let particles: Set<String> = [
    "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "bin", "ibn", "al", "el",
    "ter",
    "ten", "zu", "af", "av",
  ]
  private static let roles: Set<String> = [
    "reporter", "editor", "correspondent", "staff", "writer", "columnist", "contributor", "analyst", "bureau",
  ]
  private static let readingTimes: Set<String> = [
    "reading time", "read time", "lesezeit", "temps de lecture", "tiempo de lectura", "tempo de leitura",
    "tempo di lettura", "leestijd", "lästid", "læsetid", "lesetid", "время чтения",
  ]
  private static let minutes: Set<String> = [
    "min", "mins", "minute", "minutes", "minuten", "minuti", "minutos", "minuter", "minutter", "мин",
  ]
}

extension [UInt8] {
  fileprivate func holds(_ word: String.UTF8View) -> Bool {
    guard let first = word.first, first < 0x80 else { return false }
    return indices.contains { self[$0] == first && self[$0...].starts(with: word) }
  }
}

extension Substring {
  /// False if the first letters of both are of ASCII and differ in more than their case.
  fileprivate func mayOpen(with prefix: String) -> Bool {
    guard let first = utf8.first, let other = prefix.utf8.first, first < 0x80, other < 0x80 else { return true }
    return first.lowercased == other
  }
}
