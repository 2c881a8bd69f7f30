import Foundation

/// Writes the learned weights as Swift.
struct Generated {
  let weights: Weights
  let lexicon: PackedLexicon

  private let head = """
    // Made by `train-boundary learn` (Tools/TrainBoundary) from headings and first paragraphs of public Markdown
    // articles; docs/heading-boundary.md says which and how. Do not edit.
    // swift-format-ignore-file


    """

  /// Writes the weights as Swift to `folder`, and the lexicon as a table beside the trainer.
  func write(to folder: String, table: String) throws {
    try (head + clueTables).write(toFile: folder + "/Weights+Learned.swift", atomically: true, encoding: .utf8)
    try lexicon.table.write(toFile: table, atomically: true, encoding: .utf8)
    try Generated.pack(lexicon, to: folder)
  }

  /// Writes the lexicon as Swift.
  static func pack(_ lexicon: PackedLexicon, to folder: String) throws {
    let text = """
      // Made by `train-boundary pack` from Tools/TrainBoundary/lexicon.tsv. Do not edit.
      // swift-format-ignore-file

      extension Lexicon {
        /// The table of Tools/TrainBoundary/lexicon.tsv, packed.
        static let learned = Lexicon(
          packed: #"\(String(decoding: lexicon.packed, as: UTF8.self))"#)
      }

      """
    try text.write(toFile: folder + "/Lexicon+Learned.swift", atomically: true, encoding: .utf8)
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
}
