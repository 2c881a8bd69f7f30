import Briefing

/// Lines that say who wrote something, and when.
enum Byline {
  /// What stands before names, in small letters.
  private static let openings = [
    "written by", "posted by", "recipe by", "veröffentlicht von", "geschrieben von", "publié par", "publicado por",
    "reported by", "published by", "story by", "words by", "text by", "by", "von", "par", "por",
    "di", "da", "door", "av", "af", "autor", "autorin", "author", "authors", "auteur", "autore", "redactor", "text",
    "texte",
    "texto", "testo", "words", "автор", "текст", "作者", "文", "文字", "记者", "記者",
  ]
  /// Those that are words of a sentence as well, so that a name has to follow at once.
  private static let asides: Set<String> = [
    "di", "da", "av", "af", "text", "words", "文", "texte", "texto", "testo", "von",
  ]

  /// Whether a line begins with what names an author: `By Ann Lee`, `作者：王伟`.
  static func isByline(_ line: String) -> Bool {
    guard let rest = behindOpening(line) else { return false }
    return rest.first.map { $0.isUppercase || !$0.isLowercase && $0.isLetter || isPlainName(rest) } ?? false
  }

  /// Names of accounts are written small: `Posted by kovarex on 2019-02-15`.
  private static func isPlainName(_ rest: Substring) -> Bool {
    PageDate.read(String(rest)) != nil && rest.split(separator: " ").count < 12
  }

  /// Whether a line is hardly more than a day.
  static func isDate(_ line: String) -> Bool {
    let words = line.split { $0 == " " || $0 == "," }
    guard words.count <= 9, line.utf8.count < 70, PageDate.read(line) != nil else { return false }
    return words.count { $0.contains(where: \.isNumber) } * 3 >= words.count
  }

  private static func behindOpening(_ line: String) -> Substring? {
    let small = line.lowercased()
    for opening in openings where small.hasPrefix(opening) {
      let rest = line.dropFirst(opening.count)
      guard let next = rest.first else { return nil }
      if next == ":" || next == "：" { return rest.dropFirst().drop { $0 == " " } }
      guard next == " " || next == "\u{A0}", !asides.contains(opening) || opening == "von" else { continue }
      let name = rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == ":" }
      return name.isEmpty ? nil : name
    }
    return nil
  }

  /// The names in a line such as `By Ann Lee and Bo Chen, staff writers | 4 May 2026`: no dates, addresses or roles.
  static func names(_ text: String) -> [String] {
    var text = PageText.line(text)
    if let rest = behindOpening(text) {
      text = String(rest)
      // Where it stood, or for whom it was written.
      for word in [" in ", " for ", " at ", " für ", " pour ", " para "] {
        if let place = text.firstRange(of: word) { text = String(text[..<place.lowerBound]) }
      }
    } else if let place = text.firstRange(of: " by "), text[..<place.lowerBound].contains(where: \.isNumber) {
      text = String(text[place.upperBound...])
    } else if let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      // What another label names is somebody else: an editor, a photographer.
      if text[..<colon].count < 30, !text[..<colon].contains(where: \.isNumber), !text[colon...].hasPrefix("://") {
        return []
      }
    }
    guard text.utf8.count < 400, !text.contains("://"), !text.hasPrefix("@"), !text.hasPrefix("www.") else { return [] }
    text = withoutDate(text).replacing("(", with: ",").replacing(")", with: ",")
    for word in [
      " and ", " & ", " und ", " et ", " y ", " e ", " avec ", " with ", " mit ", " con ", " / ", " • ", " · ", " – ",
      " — ",
    ] {
      text = text.replacing(word, with: ",")
    }
    let pieces = text.split { ",;|／".contains($0) }.map { name(PageText.line(String($0))) }
    // What stands behind the first name in small letters is a role.
    return pieces.enumerated().filter { isName($0.element, isFirst: $0.offset == 0) }.map(\.element)
  }

  /// A name without what may stand before it in a list.
  private static func name(_ text: String) -> String {
    for word in ["and ", "by ", "By ", "avec ", "with ", "mit ", "et ", "und "] where text.hasPrefix(word) {
      return String(text.dropFirst(word.count))
    }
    return text
  }

  private static func isName(_ name: String, isFirst: Bool) -> Bool {
    guard !name.isEmpty, name.utf8.count < 60, !name.contains("@"), name.contains(where: \.isLetter) else {
      return false
    }
    let words = name.split(separator: " ")
    guard words.count <= 6, !nobody.contains(name.lowercased()) else { return false }
    return isFirst || words.contains { $0.first.map { !$0.isLowercase && $0.isLetter } ?? false }
  }

  /// What stands where a name would.
  private static let nobody: Set<String> = [
    "admin", "administrator", "no author", "unknown", "none", "null", "undefined", "guest", "anonymous", "n/a", "by",
    "author", "staff", "гость", "админ", "webmaster", "user", "not available", "posted by", "share", "updated",
    "published",
  ]

  /// Whether a name is rather that of many.
  static func isTeam(_ name: String) -> Bool {
    let last = name.lowercased().split(separator: " ").last ?? ""
    return ["staff", "team", "desk", "editors", "newsroom", "redaktion", "redacción", "redazione", "rédaction"]
      .contains(last)
  }

  /// A line up to where a day or a time begins in it.
  private static func withoutDate(_ text: String) -> String {
    guard let digit = text.firstIndex(where: \.isNumber) else { return text }
    var words = text[..<digit].split(separator: " ", omittingEmptySubsequences: true)
    // What leads to a day: its name and its month's, and words such as `on`.
    while let last = words.last, leadsToDate(last, isAlone: words.count == 1) { words.removeLast() }
    return words.joined(separator: " ")
  }

  private static func leadsToDate(_ word: Substring, isAlone: Bool) -> Bool {
    let letters = word.lowercased().filter { $0.isLetter }
    if letters.isEmpty || !isAlone && word.allSatisfy({ !$0.isLetter || $0.isLowercase }) { return true }
    return DateNames.month(orShort: letters[...]) != nil || dayNames.contains(letters)
  }

  private static let dayNames: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
    "sat",
    "sun", "on", "updated", "published", "posted", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonntag", "am", "le", "el",
  ]
}
