/// Knows which last labels of a host exist.
enum TopLevelDomain {
  /// Whether `range` of `text` is a top-level domain, in any case.
  static func isKnown(_ text: Bytes, _ range: Range<Int>) -> Bool {
    if isCommon(text, range) { return true }
    guard range.count >= 2, range.count <= 64 else { return false }
    if text[range].contains(where: { $0 >= 0x80 }) {
      return names.contains(text.string(range).lowercased())
    }
    return names.contains(String(decoding: text[range].map(\.lowercased), as: UTF8.self))
  }

  /// Whether it is one of the five that most hosts have, in small letters: told without a look into any table.
  static func isCommon(_ text: Bytes, _ range: Range<Int>) -> Bool {
    guard range.count == 3 else { return false }
    let at = range.lowerBound
    return text.has("com", at: at) || text.has("org", at: at) || text.has("net", at: at) || text.has("gov", at: at)
      || text.has("edu", at: at)
  }

  private static let names: Set<String> = {
    let blob = Bytes(start: Host.topLevelDomainNames.utf8Start, count: Host.topLevelDomainNames.utf8CodeUnitCount)
    return Set(blob.split { $0.isSpace }.map { String(decoding: $0, as: UTF8.self) })
  }()
}

/// Tells names of files from hosts whose top-level domain is also a file's ending.
enum FileName {
  enum Ending {
    case alwaysFile, oftenFile, noFile
  }

  /// What the last label says: `.py` of two labels is a script, `.rs` may be a site in Serbia.
  static func ending(_ text: Bytes, _ range: Range<Int>) -> Ending {
    guard range.count <= 3, !TopLevelDomain.isCommon(text, range) else { return .noFile }
    let word = String(decoding: text[range].map(\.lowercased), as: UTF8.self)
    if alwaysFiles.contains(word) { return .alwaysFile }
    return oftenFiles.contains(word) ? .oftenFile : .noFile
  }

  /// Whether a file is often called so, whatever the country its ending also stands for.
  static func isStem(_ text: Bytes, _ range: Range<Int>, ending: Range<Int>) -> Bool {
    guard ending.count <= 3, range.count <= 16, !TopLevelDomain.isCommon(text, ending) else { return false }
    let word = String(decoding: text[ending].map(\.lowercased), as: UTF8.self)
    guard alwaysFiles.contains(word) || oftenFiles.contains(word) || alsoFiles.contains(word) else { return false }
    return stems.contains(String(decoding: text[range].map(\.lowercased), as: UTF8.self))
  }

  private static let alwaysFiles: Set<String> = ["py", "zip", "mov", "ps"]
  private static let oftenFiles: Set<String> = [
    "md", "sh", "rs", "so", "pm", "mk", "tf", "ml", "mm", "cc", "cab", "bz",
  ]
  private static let alsoFiles: Set<String> = ["pl", "in", "am", "ai", "app", "st", "as", "la", "cs", "do", "hm", "vi"]
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
