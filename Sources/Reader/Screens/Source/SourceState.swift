import Briefing

/// One source, with every claim that rests on it.
struct SourceState: Hashable, Sendable {
  let host: String
  private(set) var claims: [Claim]

  /// A source whose claims the catalog gave, newest story first.
  init(host: String, claims: [Claim], in frame: Frame) {
    self.host = host
    self.claims = claims
  }
}
