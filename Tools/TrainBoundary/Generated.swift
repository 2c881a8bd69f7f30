import Foundation

/// Writes the learned weights as Swift.
struct Generated {
  let weights: Weights
  let grams: Grams
  let learner: Learner

  private let head = """
    // Made by `train-boundary learn` (Tools/TrainBoundary) from headings and first paragraphs of public Markdown
    // articles; docs/heading-boundary.md says which and how. Do not edit.
    // swift-format-ignore-file


    """

  func write(to folder: String) {
    try? (head + clueTables).write(toFile: folder + "/Weights+Learned.swift", atomically: true, encoding: .utf8)
    try? (head + lexicon).write(toFile: folder + "/Lexicon+Learned.swift", atomically: true, encoding: .utf8)
  }

  private var clueTables: String {
    var text =
      "extension Weights {\n  /// In hundredths of a log-odds; each table's rows and columns are its `Clue.axes`.\n  static let learned = Weights(clues: learnedClues, lexicon: .learned)\n\n"
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
      var tenths = Learner.tenths(learner.words[at])[...]
      while tenths.last == 0 { tenths.removeLast() }
      return ([grams.names[at]] + tenths.map { "\($0)" }).joined(separator: " ")
    }
    let order = Role.allCases.map { "\($0)" }.joined(separator: ", ")
    return """
      extension Lexicon {
        /// A word, `begin-` or `-ending` a line, and its weights in tenths of a log-odds, zeros at the end left out:
        /// \(order).
        static let learned = Lexicon(
          lines: \"\"\"
       \(lines.sorted().joined(separator: "\n "))
       \"\"\",
          count: \(lines.count))
      }

      """
  }
}
