import Briefing
import Testing

/// A line of tags, the same in the reader and on the command line.
@Suite struct `A line of tags` {
  @Test(arguments: [
    ("energy", "energy"), ("Waste energy", "waste energy"), ("energy -ports", "energy -ports"),
    ("energy policy, china", "energy-policy china"), ("china,", "china"),
    ("old town , -new town", "old-town -new-town"),
    ("#sea  #sky", "sea sky"), ("", ""), (" , ,", ""), ("a-b", "a-b"),
    ("\"energy policy\" china", "energy-policy china"), ("sea -\"old town\"", "sea -old-town"),
    ("\"deep sea\", sky", "deep-sea sky"), ("12\" records", "12 records"),
  ])
  func `is parted by blanks outside of quotes, or by commas where it has one`(line: String, names: String) {
    let items = TagLine(line).items
    #expect(items.map { ($0.isGiven ? "" : "-") + $0.name }.joined(separator: " ") == names)
    #expect(TagLine(line).flaw == nil)
  }

  @Test(arguments: [("sea en", "en"), ("sea \"deep s", "\"deep s"), ("a b, c", " c"), ("sea ", ""), ("", "")])
  func `is being typed from the beginning of its last piece on`(line: String, piece: String) {
    #expect(line[TagLine.startOfLastPiece(of: line)...] == piece)
  }

  @Test(arguments: [("#", "#"), ("sea -", "-"), ("a, #, \"", "#")])
  func `says what in it is no tag`(line: String, flaw: String) {
    #expect(TagLine(line).flaw == flaw)
  }
}
