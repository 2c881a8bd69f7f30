import Foundation

/// A heading, the paragraph that follows it, and the site and article they come from.
struct Pair {
  var site: String
  /// Which of the site's articles; pairs of one article stand one behind the other. Empty for a pair that stands alone.
  var article = ""
  var heading: String
  var body: String

  /// The two as one running line.
  var run: [UInt8] { Array(heading.utf8) + (body.isEmpty ? [] : [0x20] + Array(body.utf8.prefix(500))) }
  /// Where the body starts in `run`.
  var gold: Int { heading.utf8.count + 1 }

  /// Reads lines of site, heading and body, parted by tabs; a line of two has no site of its own, and behind a site may
  /// stand `/` and the article.
  static func read(_ path: String) throws -> [Pair] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let name = (path as NSString).lastPathComponent
    return text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("# ") { return nil }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch fields.count {
      case 2: return Pair(site: name, heading: fields[0], body: fields[1])
      case 3:
        let source = fields[0].split(separator: "/", maxSplits: 1).map(String.init)
        return Pair(
          site: source.first ?? "", article: source.count > 1 ? source[1] : "", heading: fields[1], body: fields[2])
      default: return nil
      }
    }
  }
}
