import Testing

/// What a terminal is, and what it may be taken for where it has no description.
struct TerminalModel: Sendable, CustomTestStringConvertible {
  var term: String
  var substitute: String?
  /// Whether it speaks ECMA-48, so that what it shows can be told.
  var isStandard = true
  /// Whether its description takes colours for red, green and blue.
  var isDirect = false

  var testDescription: String { term }

  init(_ term: String, as substitute: String? = nil, isStandard: Bool = true, isDirect: Bool = false) {
    (self.term, self.substitute) = (term, substitute)
    (self.isStandard, self.isDirect) = (isStandard, isDirect)
  }

  func description(isColourful: Bool) -> Description? {
    if isDirect { return substitute.flatMap { Description($0) } }
    let colourful = isColourful ? Description(term + "-256color") : nil
    return colourful ?? Description(term) ?? substitute.flatMap { Description($0) }
  }
}
