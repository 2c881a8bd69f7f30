import Foundation

/// Writes the learned weights as Swift.
struct Generated {
  let weights: Weights
  let grams: Grams
  let learner: Learner

  private let head = """
    // Made by `train-boundary learn` (Tools/TrainBoundary) from headings and first paragraphs of public Markdown
    // articles; docs/heading-boundary.md says which and how. Weights are hundredths of a log-odds. Do not edit.


    """

  func write(to folder: String) {
    try? (head + clueTables).write(toFile: folder + "/Weights+Learned.swift", atomically: true, encoding: .utf8)
    try? (head + lexicon).write(toFile: folder + "/Lexicon+Learned.swift", atomically: true, encoding: .utf8)
  }

  private var clueTables: String {
    var text = "extension Weights {\n  static let learned = Weights(clues: learnedClues, lexicon: .learned)\n\n"
    text += "  private static let learnedClues: [Int16] = [\n"
    var place = 0
    for clue in Clue.allCases {
      text += "    // \(clue)\n"
      let row = clue.axes.2
      for _ in 0..<clue.size / row {
        text += "    " + weights.clues[place..<place + row].map { "\($0)," }.joined(separator: " ") + "\n"
        place += row
      }
    }
    return text + "  ]\n}\n"
  }

  private var lexicon: String {
    let lines = grams.keys.indices.map { at -> String in
      let roles = Learner.hundredths(learner.words[at])
      return grams.names[at] + " " + (0..<8).map { "\(roles[$0])" }.joined(separator: " ")
    }
    let order = Role.allCases.map { "\($0)" }.joined(separator: ", ")
    return """
      extension Lexicon {
        /// A word, `begin-` or `-ending` a line, and its weights: \(order).
        static let learned = Lexicon(
          lines: \"\"\"
            \(lines.sorted().joined(separator: "\n      "))
            \"\"\",
          count: \(lines.count))
      }

      """
  }
}
