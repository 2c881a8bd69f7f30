/// What the user is looking for, read from what they typed.
///
/// A query is a list of clauses that must all hold; a clause is a list of terms one of which must hold. Every text is a
/// query: what cannot be read as anything else is words. Terms without a letter, digit or symbol are passed over.
public struct Query: Hashable, Sendable {
  /// What a term asks of a story.
  public enum Condition: Hashable, Sendable {
    /// Words that stand next to each other anywhere in the story; the last one may be cut short.
    case words(String, isPrefix: Bool)
    /// The same within one of its questions.
    case asks(String, isPrefix: Bool)
    /// It cites this host, or a host that has this name between its dots.
    case source(String)
    case unread(Bool)
    case starred
    /// It was begun, and not read to its end.
    case begun
    /// It has this tag; a name as `Tag.name` makes it.
    case tagged(String)
    /// It has any tag.
    case hasTags
    /// The user wrote on one of its sections.
    case hasNotes
    /// It came in more than one version.
    case hasVersions
    /// The user removed it; without this, none of those is found.
    case removed
    /// Its publisher's name has these words, next to each other.
    case publisher(String)
    /// It came by a feed whose name or address has these words, or is this.
    case feed(String)
    /// It is an entry of a feed.
    case entry
    /// It is a copy of a page, kept for reading; without this, none of those is found.
    case kept
    /// Before the period begins.
    case before(Period)
    /// Since the period began.
    case after(Period)
    /// Within the period.
    case on(Period)
  }

  /// A condition, or that it does not hold.
  public struct Term: Hashable, Sendable {
    public var isNegated: Bool
    public var condition: Condition

    public init(_ condition: Condition, isNegated: Bool = false) {
      self.isNegated = isNegated
      self.condition = condition
    }
  }

  /// Each holds when one of its terms does; a story is found when all hold. Empty: every story.
  public var clauses: [[Term]]

  /// How many terms are read; whatever comes after them is passed over.
  public static let longest = 64

  public init(clauses: [[Term]] = []) {
    self.clauses = clauses
  }

  /// Reads what the user typed. Never fails, and costs one pass.
  public init(_ text: String) {
    var reader = QueryReader(text)
    clauses = reader.clauses()
  }

  /// Reads what the user looks for within a limit: both must hold.
  public init(_ search: Search) {
    clauses = Query(search.limit).clauses + Query(search.query).clauses
  }

  /// What in a text looks as if it asked for something that it cannot ask for, and is words instead.
  public static func doubts(in text: String) -> [Doubt] {
    var reader = QueryReader(text)
    return reader.doubts()
  }

  /// A term that may not mean what the user meant.
  public enum Doubt: Hashable, Sendable {
    /// No field has this name.
    case field(String)
    /// A field with such values does not take this one.
    case value(String, QueryField.Values)
  }

  /// The words that a found story shows: those asked for, without those it must not have.
  public var wanted: [Condition] {
    clauses.joined().compactMap { term in
      switch term.condition {
      case .words, .asks: term.isNegated ? nil : term.condition
      default: nil
      }
    }
  }
}
