@testable import courant

extension StoryInput {
  /// What became of each story of an input.
  static func all(_ find: FoundFile) -> [Intake.Outcome] {
    var outcomes: [Intake.Outcome] = []
    read(find) { outcome in
      outcomes.append(outcome)
      return true
    }
    return outcomes
  }
}
