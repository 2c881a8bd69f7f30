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
