/// Words whose full stop ends no sentence.
enum Abbreviation {
  /// Whether the word before `end`, spaces skipped, is `U.S.`, `J.`, `Inc.` or the like.
  static func isBefore(_ end: Int, in text: Bytes) -> Bool {
    var stop = end
    while stop > 0, text[stop - 1].isSpace { stop -= 1 }
    guard stop > 1, text[stop - 1] == UInt8(ascii: ".") else { return false }
    var start = stop - 1
    while start > 0, stop - start < 12, text[start - 1].isLetter || text[start - 1] == UInt8(ascii: ".") { start -= 1 }
    let word = start..<stop - 1
    guard let first = word.first else { return false }
    if word.count == 1 { return text[first].isUpper }
    return isDotted(word, in: text) || titles.contains(String(decoding: text[word], as: UTF8.self))
  }

  /// Single letters with a stop between each two.
  private static func isDotted(_ word: Range<Int>, in text: Bytes) -> Bool {
    word.count % 2 == 1
      && word.allSatisfy { (text[$0] == UInt8(ascii: ".")) == (($0 - word.lowerBound) % 2 == 1) }
  }

  private static let titles: Set<String> = [
    "Inc", "Ltd", "Corp", "Co", "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Mt", "Ft", "No", "Nos", "vs", "Gen", "Sen",
    "Rep",
    "Gov", "Sgt", "Capt", "Lt", "Col", "Jr", "Sr", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep",
    "Oct",
    "Nov", "Dec", "approx", "ca", "cf", "Nr", "bzw", "ca", "Dept", "Univ", "Fig", "Vol", "Art", "Bros", "Ph.D",
  ]
}
