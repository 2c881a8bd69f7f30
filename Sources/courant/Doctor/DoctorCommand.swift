import ArgumentParser
import Terminal

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "The terminal, the locale, the settings, the catalog: what is right and what is not.",
    discussion: """
      A line each: ok, note (works, and worth knowing) or wrong, and what to do. The exit code is 0 if nothing is wrong, \
      else 1. Nothing is changed unless --repair is given.
      """)

  @Flag(help: "Mend the catalog where it is damaged: what cannot be read is set aside, and the rest saved.")
  var repair = false

  func run() throws {
    let checks = checks()
    var output = Output()
    for check in checks { try output.line(check.line) }
    try output.flush()
    if checks.contains(where: { $0.verdict == .wrong }) { throw ExitCode.failure }
  }

  private func checks() -> [Check] {
    let probe = TerminalProbe()
    let checks = TerminalChecks.all(probe) + LocaleChecks.all(probe) + ConfigChecks.all() + NetworkChecks.all()
    do throws(CommandError) {
      let place = try CatalogPlace()
      let repairs = repair ? CatalogRepair.run(place) : []
      return checks + repairs + CatalogChecks.all(place) + AccountChecks.all(place) + PlaceChecks.all(place)
        + DiskChecks.all(place)
    } catch {
      return checks + [.wrong(error)]
    }
  }
}

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
