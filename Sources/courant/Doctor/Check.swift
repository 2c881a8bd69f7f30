/// One thing that was looked at, and whether it is as it should be.
struct Check: Hashable {
  enum Verdict: String {
    case ok
    /// Works, and is worth knowing.
    case note
    /// Does not work, or puts the catalog at risk.
    case wrong
  }

  var verdict: Verdict
  /// What was found: displayable, on one line.
  var finding: String
  /// What to do about it.
  var advice: String?

  static func ok(_ finding: String) -> Check { Check(verdict: .ok, finding: finding) }

  static func note(_ finding: String, _ advice: String? = nil) -> Check {
    Check(verdict: .note, finding: finding, advice: advice)
  }

  static func wrong(_ finding: String, _ advice: String) -> Check {
    Check(verdict: .wrong, finding: finding, advice: advice)
  }

  static func wrong(_ error: some UserFacingError) -> Check { Check(verdict: .wrong, finding: error.sentence) }

  var line: String {
    let word = verdict.rawValue + String(repeating: " ", count: 7 - verdict.rawValue.count)
    return word + finding + (advice.map { "; " + $0 } ?? "")
  }
}
