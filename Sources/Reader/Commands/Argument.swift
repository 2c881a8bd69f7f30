/// What may stand behind a command's name, and what the command's own prompt takes.
///
/// A command says so in `CommandTable`; the `:` prompt then hands over what stands behind its name, just as the prompt that
/// its key opens hands over its line. What is offered while one types goes by this, too.
enum Argument: Hashable, Sendable {
  /// Words for which nothing is offered, under the name that they have in the help.
  case text(String)
  /// A query, in the language of `Query`.
  case query
  /// Tags to give, and tags to take away.
  case tags
  /// A file or a folder.
  case path
  /// The address or the name of a feed, or a file.
  case feed
  /// One of some words, under the name that they have together.
  case choice(String, [String])
  /// The name of a command.
  case command

  /// How the help and the documents call it.
  var label: String {
    switch self {
    case .text(let name), .choice(let name, _): name
    case .query: "QUERY"
    case .tags: "TAG…"
    case .path: "PATH"
    case .feed: "ADDRESS"
    case .command: "NAME"
    }
  }
}
