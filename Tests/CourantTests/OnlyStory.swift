import Catalog

@testable import courant

/// Inputs that hold one story.
extension StoryFile {
  /// The first story of some bytes.
  static func first(_ bytes: [UInt8], of input: Input) throws(InputError) -> Story {
    let file = try StoryFile(bytes, of: input)
    do throws(JSONFlaw) {
      return try file.story(at: file.ranges[0])
    } catch {
      throw InputError(input: input, reason: .noStory(error))
    }
  }
}

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
