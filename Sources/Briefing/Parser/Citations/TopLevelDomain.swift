/// Knows which last labels of a host exist.
enum TopLevelDomain {
  /// Whether `range` of `text` is a top-level domain, in any case.
  static func isKnown(_ text: Bytes, _ range: Range<Int>) -> Bool {
    if isCommon(text, range) { return true }
    guard range.count >= 2, range.count <= 64 else { return false }
    if let key = ShortWord.key(text, range) { return shortNames[key] != 0 }
    if text[range].contains(where: { $0 >= 0x80 }) {
      return names.contains(text.string(range).lowercased())
    }
    return names.contains(String(decoding: text[range].map(\.lowercased), as: UTF8.self))
  }

  /// Whether it is one of the five that most hosts have, in small letters: told without a look into any table.
  static func isCommon(_ text: Bytes, _ range: Range<Int>) -> Bool {
    guard range.count == 3 else { return false }
    let at = range.lowerBound
    // Three letters as one number: com, org, net, gov, edu.
    switch UInt32(text[at]) << 16 | UInt32(text[at + 1]) << 8 | UInt32(text[at + 2]) {
    case 0x63_6F_6D, 0x6F_72_67, 0x6E_65_74, 0x67_6F_76, 0x65_64_75: return true
    default: return false
    }
  }

  private static let names: Set<String> = {
    let blob = Bytes(start: Host.topLevelDomainNames.utf8Start, count: Host.topLevelDomainNames.utf8CodeUnitCount)
    return Set(blob.split { $0.isSpace }.map { String(decoding: $0, as: UTF8.self) })
  }()

  /// Those that are short words, which nearly all are that stand in texts.
  private static let shortNames = WordTable(names.compactMap { name in ShortWord.key(of: name).map { ($0, 1) } })
}

/// A word of at most eight letters of ASCII as one number, without differences of case.
enum ShortWord {
  /// Nil for a longer word, and for one that has other letters.
  @inline(__always)
  static func key(_ text: Bytes, _ range: Range<Int>) -> UInt64? {
    guard range.count <= 8 else { return nil }
    var word: UInt64 = 0
    for index in range {
      guard text[index] < 0x80 else { return nil }
      word = word << 8 | UInt64(text[index].lowercased)
    }
    // Each word has a number of its own still, whose low bits tell it from most others.
    let mixed = word &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 32
  }

  static func key(of word: String) -> UInt64? {
    var word = word
    return word.withUTF8 { key($0, 0..<$0.count) }
  }
}

/// Tells names of files from hosts whose top-level domain is also a file's ending.
enum FileName {
  enum Ending {
    case alwaysFile, oftenFile, noFile
  }

  /// What the last label says: `.py` of two labels is a script, `.rs` may be a site in Serbia.
  static func ending(_ text: Bytes, _ range: Range<Int>) -> Ending {
    guard range.count <= 3, !TopLevelDomain.isCommon(text, range), let key = ShortWord.key(text, range) else {
      return .noFile
    }
    let kind = endings[key]
    return kind & always != 0 ? .alwaysFile : kind & often != 0 ? .oftenFile : .noFile
  }

  /// Whether a file is often called so, whatever the country its ending also stands for.
  static func isStem(_ text: Bytes, _ range: Range<Int>, ending: Range<Int>) -> Bool {
    guard ending.count <= 3, range.count <= 16, !TopLevelDomain.isCommon(text, ending),
      let key = ShortWord.key(text, ending), endings[key] != 0
    else { return false }
    return stems.contains(String(decoding: text[range].map(\.lowercased), as: UTF8.self))
  }

  private static let (always, often, also): (UInt32, UInt32, UInt32) = (1, 2, 4)

  /// The endings that are also those of files.
  private static let endings = WordTable(
    [
      ("py zip mov ps", always), ("md sh rs so pm mk tf ml mm cc cab bz", often),
      ("pl in am ai app st as la cs do hm vi", also),
    ].flatMap { words, kind in
      words.split(separator: " ").compactMap { ShortWord.key(of: String($0)) }.map { ($0, kind) }
    }
  )
  private static let stems: Set<String> = [
    "readme", "changelog", "contributing", "license", "licence", "notes", "todo", "security", "authors", "index",
    "main", "run", "test", "tests", "setup", "install", "build", "deploy", "start", "script", "config", "configure",
    "makefile", "app", "utils", "lib", "mod", "server", "client", "train", "model", "models", "demo", "example",
    "hello", "manage", "conftest", "agents", "claude", "skill", "faq", "guide", "docs", "init", "entrypoint", "logo",
    "backup", "update", "release", "plan", "summary", "report", "paper", "design", "spec", "roadmap", "bootstrap",
  ]
}

/// The hosts that a text cites in a form that is nothing but a citation.
struct PlainHosts {
  private(set) var names: Set<String> = []

  /// Reads every pair of the text once.
  init(in text: Bytes) {
    var index = 0
    while index < text.count {
      guard CitationPair.openingWidth(text, at: index) > 0,
        let pair = CitationPair.read(text, at: index, limit: text.count), pair.isClosed
      else {
        index += 1
        continue
      }
      for item in pair.items where item.host.certainty == .certain { names.insert(item.host.name(in: text)) }
      index = pair.end
    }
  }
}
