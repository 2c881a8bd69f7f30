import Briefing

/// What pages tell search engines in JSON-LD (schema.org).
struct LinkedData {
  private(set) var headline: String?
  private(set) var authors: [String] = []
  /// Whether those are no persons.
  private(set) var isByTeam = false
  /// What a review of a claim comes to, such as `False`.
  private(set) var verdict: String?
  private(set) var published: String?
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var language: String?
  /// How sure it is that the data are of the article: what the page itself is said to be counts less.
  private var rank = 0

  /// Whether they are of an article.
  var isArticle: Bool { rank == 3 }

  /// Takes in one script. What is no JSON is let go.
  mutating func add(_ script: [UInt8]) {
    // Line ends within strings are no JSON, and common; a comment around the whole is as well.
    var bytes = script.map { $0 < 0x20 ? 0x20 : $0 }
    if let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) {
      bytes.removeFirst(start)
    }
    while let last = bytes.last, last != UInt8(ascii: "}"), last != UInt8(ascii: "]") { bytes.removeLast() }
    guard let value = try? JSON.value(of: bytes) else { return }
    visit(value, depth: 0)
  }

  private mutating func visit(_ value: JSON, depth: Int) {
    guard depth < 6 else { return }
    switch value {
    case .array(let values): for value in values.prefix(200) { visit(value, depth: depth + 1) }
    case .object(let members):
      let found = Self.rank(of: members)
      if found > rank { take(members, rank: found) }
      for member in members
      where member.key == "@graph" || member.key == "mainEntity" || member.key == "mainEntityOfPage" {
        visit(member.value, depth: depth + 1)
      }
    default: break
    }
  }

  /// 3 for an article, 2 for what is close to one, 1 for a page; 0 for anything else.
  private static func rank(of members: [JSON.Member]) -> Int {
    let types = texts(members.value("@type"))
    let articles = ["Article", "Posting", "Report", "Review", "Recipe"]
    if types.contains(where: { type in articles.contains { type.hasSuffix($0) } }) { return 3 }
    if types.contains(where: { ["VideoObject", "CreativeWork", "Book", "Course"].contains($0) }) { return 2 }
    return types.contains { $0.hasSuffix("Page") } && members.value("headline") != nil ? 1 : 0
  }

  private mutating func take(_ members: [JSON.Member], rank: Int) {
    self.rank = rank
    headline = Self.line(members.value("headline")) ?? Self.line(members.value("name"))
    authors = Self.names(members.value("author"))
    if case .object(let author)? = members.value("author") {
      isByTeam = Self.texts(author.value("@type")).contains("Organization")
    }
    if case .object(let rating)? = members.value("reviewRating") { verdict = Self.line(rating.value("alternateName")) }
    published = Self.line(members.value("datePublished")) ?? Self.line(members.value("dateCreated"))
    publisher = Self.names(members.value("publisher")).first
    url = Self.line(members.value("url")) ?? Self.line(members.value("mainEntityOfPage"))
    language = Self.line(members.value("inLanguage"))
  }

  /// The names of persons or organisations, however they are given.
  private static func names(_ value: JSON?) -> [String] {
    switch value {
    case .array(let values): values.prefix(50).flatMap { names($0) }
    case .object(let members): names(members.value("name"))
    default: line(value).map { [$0] } ?? []
    }
  }

  private static func texts(_ value: JSON?) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let values): values.flatMap { texts($0) }
    default: []
    }
  }

  private static func line(_ value: JSON?) -> String? {
    guard case .string(let text)? = value else { return nil }
    let line = PageText.line(CharacterReference.resolved(text))
    return line.isEmpty ? nil : line
  }
}

extension [JSON.Member] {
  /// What stands under a key.
  fileprivate func value(_ key: String) -> JSON? { first { $0.key == key }?.value }
}
