import Briefing
import GRDB

/// A query as SQL: what must hold of a row of `story`.
struct Filter {
  private(set) var conditions: [String] = []
  private(set) var arguments = StatementArguments()
  /// What the index of words is asked, where the query needs words; nil where it does not.
  private(set) var words: String?
  /// Whether it is about what is in sight, what the user removed, or pages that are kept: never about two of them.
  let visibility: Visibility
  /// Whether the lookup is asked for anything.
  let needsLookup: Bool
  private let now: Moment

  /// - Parameter now: the day from which days are counted back.
  init(_ query: Query, now: Moment) {
    self.now = now
    visibility = Self.visibility(of: query)
    let isOfKept = visibility == .kept
    needsLookup = query.clauses.contains { $0.contains { $0.condition.match(ofKept: false) != nil } }
    var wanted: [String] = []
    var unwanted: [String] = []
    for clause in query.clauses {
      let matches = clause.compactMap { $0.condition.match(ofKept: isOfKept) }
      if matches.count == clause.count, clause.allSatisfy({ !$0.isNegated }) {
        wanted.append(Match.any(of: matches))
      } else if matches.count == 1, clause.count == 1 {
        unwanted.append(matches[0])
      } else {
        add(clause)
      }
    }
    if !wanted.isEmpty {
      words = Match.all(of: wanted, without: unwanted)
    } else if !unwanted.isEmpty {
      conditions.append("number NOT IN (SELECT rowid FROM words WHERE words MATCH ?)")
      arguments += [Match.any(of: unwanted)]
    }
  }

  /// Which stories a query is about: those in sight, unless it asks for others.
  private static func visibility(of query: Query) -> Visibility {
    let asked = query.clauses.joined().filter { !$0.isNegated }.map(\.condition)
    return asked.contains(.removed) ? .removed : asked.contains(.kept) ? .kept : .shown
  }

  /// Whether it asks for what a lookup of an earlier program does not have: the words of pages that are kept.
  func isUnanswered(in database: Database) throws -> Bool {
    guard visibility == .kept, needsLookup else { return false }
    return try !LookupSchema.isOfToday(in: database)
  }

  /// `true` where every story is wanted.
  var isEmpty: Bool {
    conditions.isEmpty && words == nil && visibility == .shown
  }

  /// The same with the words among the conditions.
  var whole: (conditions: [String], arguments: StatementArguments) {
    let conditions = ["isRemoved = \(visibility.rawValue)"] + conditions
    guard let words else { return (conditions, arguments) }
    return (
      conditions + ["number IN (SELECT rowid FROM words WHERE words MATCH ?)"], arguments + [words]
    )
  }

  /// One of the terms must hold.
  private mutating func add(_ clause: [Query.Term]) {
    let terms = clause.map { term in
      let (sql, values) = term.condition.sql(on: now, ofKept: visibility == .kept)
      arguments += StatementArguments(values)
      return term.isNegated ? "NOT (\(sql))" : sql
    }
    conditions.append(terms.count == 1 ? terms[0] : "(" + terms.joined(separator: " OR ") + ")")
  }
}

extension Query.Condition {
  /// What the index of words is asked; nil where the term is not about words.
  fileprivate func match(ofKept isOfKept: Bool) -> String? {
    switch self {
    case .words(let words, let isPrefix) where isOfKept: "page : " + Match.phrase(words, isPrefix: isPrefix)
    case .words(let words, let isPrefix): "{headings body byline} : " + Match.phrase(words, isPrefix: isPrefix)
    case .asks(let words, let isPrefix): "headings : " + Match.phrase(words, isPrefix: isPrefix)
    case .source(let name): Match.citesPart(of: name)
    case .publisher(let words): "byline : " + Match.phrase(words, isPrefix: false)
    default: nil
    }
  }

  fileprivate func sql(on now: Moment, ofKept isOfKept: Bool) -> (String, [any DatabaseValueConvertible]) {
    switch self {
    case .words, .asks, .source, .publisher:
      return ("number IN (SELECT rowid FROM words WHERE words MATCH ?)", [match(ofKept: isOfKept) ?? ""])
    case .unread(let isUnread): return (isUnread ? "isUnread = 1" : "isUnread = 0", [])
    case .starred: return ("isStarred = 1", [])
    case .begun: return ("progress = 1", [])
    case .tagged(let name): return ("number IN (SELECT story FROM tagging WHERE tag = ?)", [name])
    case .hasTags: return ("number IN (SELECT story FROM tagging)", [])
    case .hasNotes: return ("number IN (SELECT story FROM note)", [])
    case .hasVersions: return ("versions > 1 AND number IN (SELECT story FROM version)", [])
    case .removed: return ("isRemoved = 1", [])
    case .feed(let name):
      return (
        """
        number IN (WITH named AS MATERIALIZED (\(FeedNames.keysSQL))
          SELECT number FROM story WHERE isRemoved IN (0, 1) AND feed IN (SELECT key FROM named)
          UNION ALL SELECT story FROM placement WHERE feed IN (SELECT key FROM named))
        """, FeedNames.arguments(name)
      )
    case .entry: return ("kind = 2", [])
    case .kept: return ("isRemoved = 3", [])
    case .before(let period): return ("date < ?", [period.range(on: now).from.seconds])
    case .after(let period): return ("date >= ?", [period.range(on: now).from.seconds])
    case .on(let period):
      let (from, until) = period.range(on: now)
      return ("(date >= ? AND date < ?)", [from.seconds, until.seconds])
    }
  }
}

/// Expressions for the index of words. Whatever the user typed stands between quotes, where nothing has a meaning.
enum Match {
  static func phrase(_ words: String, isPrefix: Bool) -> String {
    let plain = WordText.of(words).utf8.map { $0 == 0x22 || $0 == 0 ? 0x20 : $0 }
    return "\"" + String(decoding: plain, as: UTF8.self) + "\"" + (isPrefix ? " *" : "")
  }

  /// Stories that cite a host.
  static func cites(_ host: String) -> String {
    "keys : " + Keys.key(of: host)
  }

  /// Stories that cite the page of an address.
  static func citesPage(_ address: String) -> String {
    "keys : " + Keys.key(ofPage: address)
  }

  /// Stories that cite a host which has the name between its dots.
  static func citesPart(of name: String) -> String {
    "keys : \"" + Keys.labels(of: name) + "\""
  }

  /// Stories that ask a question which means this.
  static func asks(_ meaning: Meaning) -> String {
    "keys : " + Keys.key(of: meaning)
  }

  static func any(of matches: [String]) -> String {
    matches.count == 1 ? matches[0] : "(" + matches.joined(separator: " OR ") + ")"
  }

  static func all(of matches: [String], without unwanted: [String]) -> String {
    let all = matches.joined(separator: " AND ")
    return unwanted.isEmpty ? all : "(\(all)) NOT \(any(of: unwanted))"
  }
}
