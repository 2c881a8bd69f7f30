@testable import courant

/// Whatever the settings' file holds, there are settings, and what is wrong is told in one line that may be shown.
enum ConfigPromise {
  static func broken(by input: [UInt8]) -> String? {
    let config = Config(text: input)
    let lines = input.count { $0 == 0x0A } + 1
    for problem in config.problems {
      if let flaw = Displayable.flaw(in: problem.sentence) { return "\(flaw): \(problem.sentence)" }
      guard (1...lines).contains(problem.line) else { return "there is no line \(problem.line): \(problem.sentence)" }
    }
    // The same bytes mean the same, and none are more than one file can say.
    guard config.problems.count <= input.count + 1 else { return "more is wrong than there is" }
    return config == Config(text: input) ? nil : "read twice, it is not the same"
  }
}
