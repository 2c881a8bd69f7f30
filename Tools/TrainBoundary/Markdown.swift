import Foundation

/// Takes headings and the paragraphs right below them out of Markdown.
enum Markdown {
  /// The pairs of one article. A heading followed by a list, a table or code gives none.
  static func pairs(in text: String, site: String) -> [Pair] {
    var pairs: [Pair] = []
    var heading: String?
    var paragraph: [Substring] = []
    var fence: Character?
    func close() {
      if let title = heading, !paragraph.isEmpty, let body = plain(paragraph.joined(separator: " ")) {
        if title.utf8.count < 240, body.utf8.count > 20 { pairs.append(Pair(site: site, heading: title, body: body)) }
      }
      (heading, paragraph) = (nil, [])
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).lazy.map({ $0.drop { $0 == "\r" } }) {
      let trimmed = line.trimmed
      if let mark = trimmed.first, mark == "`" || mark == "~", trimmed.hasPrefix(String(repeating: mark, count: 3)) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
        close()
        continue
      }
      if fence != nil { continue }
      if trimmed.first == "#" {
        close()
        heading = title(trimmed)
      } else if trimmed.isEmpty {
        if !paragraph.isEmpty { close() }
      } else if heading != nil {
        if paragraph.isEmpty, !opensParagraph(line, trimmed) { heading = nil } else { paragraph.append(trimmed) }
      }
    }
    close()
    return pairs
  }

  private static func opensParagraph(_ line: Substring, _ trimmed: Substring) -> Bool {
    if line.hasPrefix("    ") || line.hasPrefix("\t") { return false }
    guard let first = trimmed.first else { return false }
    if "-+|><{!:=%@\\".contains(first) { return false }
    if first == "*", trimmed.dropFirst().first == " " { return false }
    if first.isNumber, let mark = trimmed.drop(while: \.isNumber).first, mark == "." || mark == ")" { return false }
    return !(trimmed.hasPrefix("import ") || trimmed.hasPrefix("export ") || trimmed.hasPrefix("[^"))
  }

  private static func title(_ line: Substring) -> String? {
    let text = line.drop { $0 == "#" }
    guard text.first == " " || text.first == "\t" else { return nil }
    var title = text.trimmed
    while title.last == "#" { title = title.dropLast() }
    if let brace = title.range(of: "{#") ?? title.range(of: "{:") ?? title.range(of: "{ #") {
      title = title[..<brace.lowerBound]
    }
    guard let plain = plain(String(title)), plain.contains(where: \.isLetter) else { return nil }
    return plain
  }

  /// The text without links, emphasis, tags and entities; nothing for what holds template code.
  static func plain(_ text: String) -> String? {
    if text.contains("{{") || text.contains("{%") || text.contains("$$") { return nil }
    var out = text
    for (pattern, replacement) in rules {
      out = pattern.stringByReplacingMatches(
        in: out, range: NSRange(out.startIndex..., in: out), withTemplate: replacement)
    }
    let words = out.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static let rules: [(NSRegularExpression, String)] = [
    (#"!\[[^\]]*\]\([^)]*\)"#, ""), (#"\[([^\]]*)\]\([^)]*\)"#, "$1"), (#"\[([^\]]+)\]\[[^\]]*\]"#, "$1"),
    (#"\[\^[^\]]*\]"#, ""), (#"<https?://[^>]*>"#, ""), (#"</?[A-Za-z!][^>]*>"#, ""),
    (#":[a-z][a-z-]+:(\{[^}]*\})?"#, ""),
    (#"\*\*|__|`+"#, ""), (#"(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])"#, ""), (#"\{[^}]*\}"#, ""),
    (#"&nbsp;"#, " "), (#"&amp;"#, "&"), (#"&quot;"#, "\""), (#"&#39;|&rsquo;"#, "’"), (#"&mdash;"#, "—"),
    (#"&lt;"#, "<"), (#"&gt;"#, ">"), (#"\\([\\`*_{}\[\]()#+.!<>-])"#, "$1"),
  ].compactMap { pattern, replacement in
    (try? NSRegularExpression(pattern: pattern)).map { ($0, replacement) }
  }
}

extension Substring {
  var trimmed: Substring {
    var part = self
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return part
  }
}

/// Every pair in a folder whose subfolders are sites, each site's repeats left out.
func gather(_ folder: String) -> [Pair] {
  var pairs: [Pair] = []
  var seen = Set<String>()
  var uses: [String: Int] = [:]
  var article = 0
  guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
  for case let path as String in walk {
    guard path.hasSuffix(".md") || path.hasSuffix(".mdx") || path.hasSuffix(".markdown") else { continue }
    autoreleasing {
      guard let text = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8) else { return }
      let site = path.split(separator: "/").first.map(String.init) ?? ""
      article += 1
      for var pair in Markdown.pairs(in: text, site: site) {
        pair.article = "\(article)"
        guard seen.insert(pair.heading + "\t" + String(pair.body.prefix(40))).inserted else { continue }
        uses[site + "\t" + pair.heading, default: 0] += 1
        if uses[site + "\t" + pair.heading, default: 0] <= 4 { pairs.append(pair) }
      }
    }
  }
  return pairs
}

func autoreleasing(_ body: () -> Void) { body() }
