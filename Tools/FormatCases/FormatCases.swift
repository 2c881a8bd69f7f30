// Reads cases of other people's corpora, and prints what Courant makes of them, for scorers to compare.
//
//   format-cases tokens LIST     takes HTML apart            {"input","state","last"} → a list of tokens
//   format-cases feeds LIST      the entries of each feed    {"file","type","url"} → {"feed","entries"}
//   format-cases pages LIST      the article of each page    {"file","type","url"} → {"headline","blocks",…}
//   format-cases speed LIST      how fast that is            {"file"} → megabytes a second, all files together
//   format-cases stories LIST    how fast files are stories  {"file"} → megabytes and stories a second of the processor
//
// LIST is a file of JSON lines; each gets one line of JSON, in order.

import Briefing
import Formats

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@main
enum FormatCases {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let list = bytes(ofFile: arguments[2]).map({ lines(of: $0) }) else { usage() }
    if arguments[1] == "speed" { return print(Speed.measure(list).line) }
    if arguments[1] == "stories" { return print(Speed.stories(list).line) }
    guard let answer = answers[arguments[1]] else { usage() }
    for line in list { print(answer(line).line) }
  }

  private static func lines(of list: [UInt8]) -> [CaseLine] {
    list.split(separator: 0x0A).map { CaseLine(Array($0)) }
  }

  private static func usage() -> Never {
    print("usage: format-cases \(answers.keys.sorted().joined(separator: "|"))|speed|stories LIST")
    exit(64)
  }

  /// What each kind of case is answered with.
  private static let answers: [String: @Sendable (CaseLine) -> JSON] = [
    "feeds": { FeedCases.answer($0) },
    "tokens": { TokenCases.answer($0) },
    "pages": { PageCases.answer($0) },
  ]

  static func bytes(ofFile path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return bytes
  }
}

/// One case: an object of texts.
struct CaseLine {
  private let members: [JSON.Member]

  init(_ bytes: [UInt8]) {
    if case .object(let members)? = try? JSON.value(of: bytes) { self.members = members } else { members = [] }
  }

  /// The text under a key; nil for none.
  func text(_ key: String) -> String? {
    guard case .string(let text)? = members.first(where: { $0.key == key })?.value else { return nil }
    return text
  }
}
