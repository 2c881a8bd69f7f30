/// Made-up stories in Markdown whose lines are real: the same ones in every run.
struct LinedText {
  private var state: UInt64 = 20_260_428
  private var output = ""

  /// So many stories of some 20 KB each.
  static func stories(_ count: Int) -> [[UInt8]] {
    var text = LinedText()
    return (0..<count).map { _ in text.story() }
  }

  private mutating func story() -> [UInt8] {
    output = "# \(sentence(7))\n\n"
    for _ in 0..<3 { output += "- \(sentence(9)).\n" }
    output += "\n\(paragraph())\n"
    for _ in 0..<12 { section() }
    return Array(output.utf8)
  }

  private mutating func section() {
    output += "## \(sentence(6))?\n\n"
    for _ in 0..<4 { output += paragraph() + "\n" }
    for _ in 0..<3 { output += "- \(sentence(10)). (\(word()).com)\n  - \(sentence(8))\n" }
    output += "\n> \(sentence(12))\n> \(sentence(11)).\n\n"
    for number in 1...3 { output += "\(number). \(sentence(9))\n" }
    output += "\n```swift\nlet \(word()) = \(word())  // \(sentence(4))\n```\n\n| \(word()) | \(word()) |\n|---|---|\n"
    for _ in 0..<4 { output += "| \(word()) | \(word()) \(word()) |\n" }
    output += "\n---\n\n"
  }

  /// A few sentences, wrapped or not, with a link and a source.
  private mutating func paragraph() -> String {
    let gap = roll(2) == 0 ? " " : "\n"
    let sentences = (0..<3).map { _ in sentence(12) + "." }.joined(separator: gap)
    return sentences + "\(gap)*\(word())* [\(word())](https://\(word()).com/\(word())) **\(word())**. (\(word()).org)\n"
  }

  private mutating func sentence(_ words: Int) -> String {
    let text = (0..<words).map { _ in word() }.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private mutating func word() -> String {
    let parts = ["ba", "ke", "li", "mo", "ru", "sta", "ter", "ven", "ni", "sol"]
    return (0...roll(3)).map { _ in parts[roll(parts.count)] }.joined()
  }

  private mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}
