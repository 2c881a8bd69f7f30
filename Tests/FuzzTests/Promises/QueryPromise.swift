@testable import Briefing

/// Every text is a query of a bounded size, which asks for nothing that was not typed.
enum QueryPromise {
  static func broken(by input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    let query = Query(text)
    let terms = query.clauses.flatMap { $0 }
    if terms.count > Query.longest { return "\(terms.count) terms are read" }
    if query.clauses.contains(where: \.isEmpty) { return "a clause has no terms" }
    if query.wanted.count > terms.count { return "more is shown than is asked for" }
    let typed = withoutQuotes(text)
    for term in terms {
      if let flaw = flaw(in: term, of: typed) { return flaw }
    }
    if Query.doubts(in: text).count > Query.longest { return "more is doubted than is read" }
    return Query(" " + text).clauses == query.clauses ? nil : "a space before it makes it another query"
  }

  private static func flaw(in term: Query.Term, of typed: [Unicode.Scalar]) -> String? {
    switch term.condition {
    case .words(let words, _), .asks(let words, _):
      // As search sees them: a rupee sign is the letters `Rs`.
      if FoldedText.words(of: words).isEmpty { return "words without a letter: \(words)" }
      return occurs(withoutQuotes(words), in: typed) ? nil : "nobody typed \(words)"
    case .source(let host):
      return host == Query.host(host) || host.hasPrefix("www.") ? nil : "\(host) is no host"
    case .tagged(let name):
      return Tag.name(name) == name ? nil : "\(name) is no tag"
    default:
      return nil
    }
  }

  private static func withoutQuotes(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != "\"" && $0 != "“" && $0 != "”" }
  }

  private static func occurs(_ words: [Unicode.Scalar], in typed: [Unicode.Scalar]) -> Bool {
    guard words.count <= typed.count else { return false }
    return (0...typed.count - words.count).contains { typed[$0...].starts(with: words) }
  }
}
