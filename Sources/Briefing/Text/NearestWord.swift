/// The word of a list that a mistyped one was most likely meant to be.
public enum NearestWord {
  /// Nil where none is near: one slip for three letters, of which two letters that changed places are one. A word longer than
  /// anyone types is near to none. Costs the product of the letters.
  public static func of(_ word: String, among words: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard letters.count <= longest else { return nil }
    let most = max(1, letters.count / 3)
    let found = words.map { (word: $0, slips: slips(from: letters, to: Array($0.unicodeScalars))) }
    return found.filter { $0.slips <= most }.min { $0.slips < $1.slips }?.word
  }

  private static let longest = 64

  /// How many letters have to be put in, left out, changed or exchanged with their neighbour.
  private static func slips(from one: [Unicode.Scalar], to other: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var next = [row + 1]
      for (column, wanted) in other.enumerated() {
        var least = min(last[column] + (letter == wanted ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == wanted {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      (before, last) = (last, next)
    }
    return last[other.count]
  }
}
