/// A field of the query language: what stands before a colon, as in `is:unread`.
///
/// `all` is the one table. Reading a query, what is offered while one is typed, and the page that explains the language go
/// by it.
public struct QueryField: Sendable {
  /// What its values are, and so what can be offered for them.
  public enum Values: Hashable, Sendable {
    /// One of `QueryState.all`.
    case states
    /// A tag that stories have.
    case tags
    /// A host that is cited.
    case hosts
    /// Who publishes stories.
    case publishers
    /// A feed that is followed.
    case feeds
    /// A day, a month, a year, or days counted back.
    case days
    case words

    /// All of them, where they are few and always the same.
    public var words: [String] { self == .states ? QueryState.all.map(\.name) : [] }

    /// Whether they are what the stories of a catalog have.
    public var areInCatalog: Bool {
      switch self {
      case .tags, .hosts, .publishers, .feeds: true
      case .states, .days, .words: false
      }
    }
  }

  /// Its name, the colon included.
  public let name: String
  public let values: Values
  /// What it finds, in a few words.
  public let summary: String
  /// How it is used.
  public let example: String
  /// What a value asks for; nil where the value makes no sense, and the whole is searched as words.
  let condition: @Sendable (_ value: Value) -> Query.Condition?

  /// What stands behind the colon. Nothing of it is empty.
  struct Value: Sendable {
    var text: String
    /// Whether the last word may be cut short.
    var isPrefix: Bool
    /// The text without the `*` that says so.
    var words: String
  }

  /// All fields, in the order in which they are offered.
  public static let all: [QueryField] = [
    QueryField(name: "is:", values: .states, summary: "what you did with it", example: "is:unread") { value in
      QueryState.all.first { $0.name == value.text.lowercased() }?.condition
    },
    QueryField(name: "tag:", values: .tags, summary: "has this tag", example: "tag:energy") { value in
      Tag.name(value.text).map { .tagged($0) }
    },
    QueryField(name: "source:", values: .hosts, summary: "cites this host", example: "source:example.org") { value in
      let host = Query.host(value.text)
      return host.hasWords ? .source(host) : nil
    },
    QueryField(name: "publisher:", values: .publishers, summary: "from this publisher", example: "publisher:scout") {
      value in value.text.hasWords ? .publisher(value.text) : nil
    },
    QueryField(name: "feed:", values: .feeds, summary: "came by this feed", example: "feed:port") { value in
      value.text.hasWords ? .feed(value.text) : nil
    },
    QueryField(name: "asks:", values: .words, summary: "in its questions", example: "asks:why") { value in
      value.words.hasWords ? .asks(value.words, isPrefix: value.isPrefix) : nil
    },
    QueryField(name: "on:", values: .days, summary: "on this day, or in this month or year", example: "on:2026-04-28") {
      value in Period(value.text).map { .on($0) }
    },
    QueryField(name: "before:", values: .days, summary: "before this day", example: "before:2026-04") { value in
      Period(value.text).map { .before($0) }
    },
    QueryField(name: "after:", values: .days, summary: "this day or newer: 7d is a week ago", example: "after:7d") {
      value in Period(value.text).map { .after($0) }
    },
  ]

  /// The field of a name, in small letters or large, the colon included; nil where there is none.
  public static func named(_ name: String) -> QueryField? {
    let name = name.lowercased()
    return all.first { $0.name == name }
  }
}

/// What a story can be, as `is:` asks for it.
public struct QueryState: Sendable {
  public let name: String
  public let summary: String
  let condition: Query.Condition

  /// All states, in the order in which they are offered.
  public static let all: [QueryState] = [
    QueryState(name: "unread", summary: "not read yet", condition: .unread(true)),
    QueryState(name: "read", summary: "read", condition: .unread(false)),
    QueryState(name: "starred", summary: "starred", condition: .starred),
    QueryState(name: "begun", summary: "begun, and not read to its end", condition: .begun),
    QueryState(name: "tagged", summary: "has any tag", condition: .hasTags),
    QueryState(name: "noted", summary: "has notes of yours", condition: .hasNotes),
    QueryState(name: "changed", summary: "came in another version", condition: .hasVersions),
    QueryState(name: "entry", summary: "came by a feed", condition: .entry),
    QueryState(name: "page", summary: "a page kept for reading, and not found otherwise", condition: .kept),
    QueryState(name: "removed", summary: "removed, and not found otherwise", condition: .removed),
  ]
}
