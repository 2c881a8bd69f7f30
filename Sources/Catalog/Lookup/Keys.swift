import Briefing

/// Words that stand for what is no word: the sources and pages that a story cites, and what its questions mean.
///
/// The index of words keeps them in a column of their own, so that it answers by them as fast as by words, newest story
/// first. Each ends in a digit, which keeps the stemmer from cutting it, and begins with a letter that says what it is.
enum Keys {
  /// Stands between the labels of two hosts, and for what is no letter or digit in one.
  private static let end = " \u{E000} "
  private static let sign: Unicode.Scalar = "\u{E001}"

  /// All keys of a story.
  static func all(of story: Story) -> String {
    var keys = ""
    for host in story.sources { keys += key(of: host) + " " + labels(of: host) + end }
    for section in story.sections where section.isQuestion { keys += key(of: Meaning(of: section.heading)) + end }
    for page in pages(of: story) { keys += key(ofPage: page) + end }
    return keys
  }

  /// The addresses of the pages that a story cites (`PageAddress.key`), each once.
  private static func pages(of story: Story) -> [String] {
    var seen: Set<String> = []
    return story.blocks.lazy.flatMap(\.citations).compactMap { $0.url.map(PageAddress.key(of:)) }
      .filter { seen.insert($0).inserted }
  }

  /// The one of a page.
  static func key(ofPage address: String) -> String {
    "p" + letters(of: address) + "0"
  }

  /// The one of a host as a whole.
  static func key(of host: String) -> String {
    "h" + letters(of: host) + "0"
  }

  /// The one of all questions that mean the same.
  static func key(of meaning: Meaning) -> String {
    "m" + letters(of: meaning.key).prefix(8) + "0"
  }

  /// Those of a host's labels, one after another: `l` `blogs` `0` and so on.
  static func labels(of host: String) -> String {
    host.split(separator: ".").map { "l" + word($0) + "0" }.joined(separator: " ")
  }

  private static func word(_ label: Substring) -> String {
    var word = String.UnicodeScalarView()
    for scalar in label.unicodeScalars { word.append(scalar.isLetter || scalar.isDigit ? scalar : sign) }
    return String(word)
  }

  private static func letters(of text: String) -> String {
    var print = Fingerprint()
    print.add(text)
    return print.letters
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// The tables are asked only where they are needed: every source of every story is cut so.
  fileprivate var isLetter: Bool {
    isASCII ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) : properties.isAlphabetic
  }
}
