/// A feed that the user follows elsewhere, as a list of such says it.
public struct FollowedFeed: Hashable, Sendable {
  /// The address, or, of newsboat, what it would run: `exec:…`, `filter:…`. It is a text, and nothing here runs it.
  public var url: String
  public var title: String?
  public var tags: [String]

  public init(url: String, title: String? = nil, tags: [String] = []) {
    (self.url, self.title, self.tags) = (url, title, tags)
  }
}

/// newsboat's file `urls`: an address a line, then tags, of which `~name` is a title and `!` hides it.
enum FollowList {
  private static let schemes = [
    "http://", "https://", "file://", "exec:", "filter:", "feed:", "gopher://", "gemini://",
  ]

  static func isFollowList(_ head: [UInt8], isNamedSo: Bool) -> Bool {
    guard mayBeFollowList(head) else { return false }
    let lines = self.lines(of: head)
    guard !lines.isEmpty, lines.allSatisfy({ isFeed($0) || isQuery($0) }) else { return false }
    return isNamedSo || lines.contains { isQuery($0) || $0.utf8.contains(0x20) } && lines.contains(where: isFeed)
  }

  /// Whether the first line that says something could stand in such a list: nearly every text is told by it.
  private static func mayBeFollowList(_ head: [UInt8]) -> Bool {
    var start = 0
    while start < head.count {
      let end = head[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? head.count
      if let line = lines(of: Array(head[start..<end])).first { return isFeed(line) || isQuery(line) }
      start = end + 1
    }
    return false
  }

  static func read(_ text: [UInt8]) -> [FollowedFeed] {
    lines(of: text).filter(isFeed).map { line in
      let words = words(of: line)
      let tags = words.dropFirst().filter { !$0.hasPrefix("~") && $0 != "!" && !$0.isEmpty }
      let title = words.dropFirst().first { $0.hasPrefix("~") && $0.utf8.count > 1 }.map { String($0.dropFirst()) }
      return FollowedFeed(url: words[0], title: title, tags: Array(tags))
    }
  }

  private static func lines(of text: [UInt8]) -> [String] {
    text.split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
      .filter { line in line.utf8.first { $0 > 0x20 }.map { $0 != UInt8(ascii: "#") } ?? false }
  }

  private static func isFeed(_ line: String) -> Bool {
    let line = line.drop { $0 == "\"" || $0 == " " }
    return schemes.contains { line.hasPrefix($0) }
  }

  private static func isQuery(_ line: String) -> Bool { line.hasPrefix("\"query:") || line.hasPrefix("query:") }

  /// Words, of which those with spaces stand in quotes; a backslash takes the next letter as it is.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var (isQuoted, isEscaped, isBegun) = (false, false, false)
    for letter in line {
      if isEscaped {
        word.append(letter)
        isEscaped = false
      } else if letter == "\\" {
        isEscaped = true
      } else if letter == "\"" {
        isQuoted.toggle()
        isBegun = true
      } else if letter == " " || letter == "\t", !isQuoted {
        if isBegun || !word.isEmpty { words.append(word) }
        (word, isBegun) = ("", false)
      } else {
        word.append(letter)
      }
    }
    if isBegun || !word.isEmpty { words.append(word) }
    return words
  }
}
