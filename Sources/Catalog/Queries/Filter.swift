import Briefing
import GRDB

/// A query as SQL: what must hold of a row of `story`.
struct Filter {
  private(set) var conditions: [String] = []
  private(set) var arguments = StatementArguments()
  /// What the index of words is asked, where the query needs words; nil where it does not.
  private(set) var words: String?
  /// Whether it is about what the user removed: never about both.
  let visibility: Visibility
  /// Whether the lookup is asked for anything.
  let needsLookup: Bool

  init(_ query: Query) {
    let isOfRemoved = query.clauses.joined().contains { $0.condition == .removed && !$0.isNegated }
    visibility = isOfRemoved ? .removed : .shown
    needsLookup = query.clauses.contains { $0.contains { $0.condition.match != nil } }
    var wanted: [String] = []
    var unwanted: [String] = []
    for clause in query.clauses {
      let matches = clause.compactMap(\.condition.match)
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
      let (sql, argument) = term.condition.sql
      if let argument { arguments += [argument] }
      return term.isNegated ? "NOT (\(sql))" : sql
    }
    conditions.append(terms.count == 1 ? terms[0] : "(" + terms.joined(separator: " OR ") + ")")
  }
}

extension Query.Condition {
  /// What the index of words is asked; nil where the term is not about words.
  fileprivate var match: String? {
    switch self {
    case .words(let words, let isPrefix): "{headings body} : " + Match.phrase(words, isPrefix: isPrefix)
    case .asks(let words, let isPrefix): "headings : " + Match.phrase(words, isPrefix: isPrefix)
    case .source(let name): Match.citesPart(of: name)
    default: nil
    }
  }

  fileprivate var sql: (String, (any DatabaseValueConvertible)?) {
    switch self {
    case .words, .asks, .source: ("number IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
    case .unread(let isUnread): (isUnread ? "isUnread = 1" : "isUnread = 0", nil)
    case .starred: ("isStarred = 1", nil)
    case .tagged(let name): ("number IN (SELECT story FROM tagging WHERE tag = ?)", name)
    case .hasTags: ("number IN (SELECT story FROM tagging)", nil)
    case .hasNotes: ("number IN (SELECT story FROM note)", nil)
    case .hasVersions: ("versions > 1 AND number IN (SELECT story FROM version)", nil)
    case .removed: ("isRemoved = 1", nil)
    case .before(let moment): ("date < ?", moment.seconds)
    case .after(let moment): ("date >= ?", moment.seconds)
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
