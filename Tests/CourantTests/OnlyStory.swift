import Catalog

@testable import courant

extension StoryInput {
  /// What became of each story of an input, read to its end.
  static func all(_ find: FoundFile) -> [Intake.Outcome] {
    var outcomes: [Intake.Outcome] = []
    read(find) { outcome in
      if case .beginning = outcome { return true }
      outcomes.append(outcome)
      return true
    }
    return outcomes
  }
}

extension Intake.Outcome {
  /// The story.
  func get() throws -> IncomingStory {
    switch self {
    case .story(let story): return story
    case .failure(let error): throw error
    case .beginning: throw NoStory()
    }
  }

  private struct NoStory: Error {}
}
