import Briefing

/// The lines of a mail's text that are read, and those that only mail has.
struct MailWords {
  /// What is read, in UTF-8.
  private(set) var text: [UInt8] = []
  /// What every mail of its kind says as well: signatures, how to unsubscribe. Displayable, one line each.
  private(set) var footer: [String] = []
  /// How many of the last lines, and of the first, are looked at for words on unsubscribing.
  private static let tail = 40
  private static let head = 4

  /// - Parameters:
  ///   - isFlowed: whether a space at the end of a line says that it goes on (RFC 3676).
  ///   - dropsSpaces: whether that space is taken out as well.
  init(_ body: [UInt8], isFlowed: Bool = false, dropsSpaces: Bool = false) {
    var lines = body.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.droppingReturn }
    if isFlowed { lines = Self.unflowed(lines.map(Array.init), dropsSpaces: dropsSpaces).map { $0[...] } }
    let end = Self.footerStart(lines)
    let start = Self.coverEnd(lines, before: end)
    for line in lines[..<start] + lines[end...] where line.contains(where: { $0 > 0x20 }) {
      footer.append(Gate.words(of: String(decoding: line, as: UTF8.self)))
    }
    text.reserveCapacity(lines[start..<end].reduce(0) { $0 + $1.count + 1 })
    for (number, line) in lines[start..<end].enumerated() {
      if number > 0 { text.append(0x0A) }
      text += line
    }
  }

  /// Lines that end in a space go on in the next one of the same depth of quoting.
  private static func unflowed(_ lines: [[UInt8]], dropsSpaces: Bool) -> [[UInt8]] {
    var whole: [[UInt8]] = []
    var depth: Int?
    for line in lines {
      let quotes = line.prefix { $0 == UInt8(ascii: ">") }.count
      var words = line[quotes...]
      if words.first == 0x20 { words = words.dropFirst() }
      // The line above a signature ends in a space and goes on in none.
      let isSignature = words.elementsEqual("-- ".utf8)
      if let open = depth, open == quotes, !isSignature, !whole.isEmpty {
        whole[whole.count - 1] += words
      } else {
        whole.append(Array(repeating: UInt8(ascii: ">"), count: quotes) + (quotes > 0 ? [0x20] : []) + words)
      }
      depth = words.last == 0x20 && !isSignature ? quotes : nil
      if depth != nil, dropsSpaces { whole[whole.count - 1].removeLast() }
    }
    return whole
  }

  /// Where the signature begins, or the paragraph that says how to unsubscribe; the number of lines where nothing does.
  private static func footerStart(_ lines: [ArraySlice<UInt8>]) -> Int {
    var end = lines.count
    if let signature = lines.lastIndex(where: { $0.elementsEqual("-- ".utf8) || $0.elementsEqual("--".utf8) }),
      lines.count - signature <= tail, signature > 0
    {
      end = signature
    }
    let first = max(0, end - tail)
    guard let hint = lines[first..<end].firstIndex(where: MailFooter.isHint)
    else { return end }
    // Only what is left of the mail's end: a story may speak of unsubscribing.
    let start = paragraphStart(lines, hint)
    let rest = lines[start..<end].filter { $0.contains { $0 > 0x20 } }
    return start > 0 && rest.count <= tail / 2 ? start : end
  }

  private static func paragraphStart(_ lines: [ArraySlice<UInt8>], _ index: Int) -> Int {
    var start = index
    while start > 0, lines[start - 1].contains(where: { $0 > 0x20 }), index - start < 8 { start -= 1 }
    return start
  }

  /// Behind the lines at the top that lead to a page in the browser.
  private static func coverEnd(_ lines: [ArraySlice<UInt8>], before end: Int) -> Int {
    let shown = lines[..<end].indices.filter { lines[$0].contains { $0 > 0x20 } }.prefix(head)
    guard let last = shown.last(where: { MailFooter.isBrowserHint(lines[$0]) }) else { return 0 }
    // The address may stand on a line of its own.
    let next = last + 1
    return next < end && lines[next].drop(while: { $0 <= 0x20 || $0 == UInt8(ascii: "(") }).starts(with: "http".utf8)
      ? next + 1 : next
  }
}

/// What mails say of themselves.
enum MailFooter {
  /// Words that a line on unsubscribing has, in the languages that most newsletters are written in.
  private static let hints = [
    "unsubscribe", "manage your subscription", "manage preferences", "manage your preferences",
    "update your preferences",
    "email preferences", "you are receiving this", "you're receiving this", "you received this",
    "no longer wish to receive",
    "this email was sent to", "this message was sent to", "abmelden", "abbestellen", "newsletter abmeld", "désabonner",
    "désinscri", "darse de baja", "cancelar suscripción", "cancelar la suscripción", "cancelar inscrição", "disiscri",
    "annulla l'iscrizione", "uitschrijven", "afmelden", "avregistrera", "wypisz się", "отписаться", "配信停止", "退订",
    "退訂", "수신거부", "_______________________________________________",
  ].map { Array($0.utf8) }
  private static let browserHints = [
    "view in browser", "view this email in", "view it in your browser", "read online", "view online", "in your browser",
    "im browser", "dans votre navigateur", "en su navegador", "en tu navegador", "nel browser", "in je browser",
  ].map { Array($0.utf8) }
  /// Longer lines are paragraphs of words.
  private static let longest = 300

  static func isHint(_ line: ArraySlice<UInt8>) -> Bool { has(hints, line) }
  static func isBrowserHint(_ line: ArraySlice<UInt8>) -> Bool { has(browserHints, line) }

  private static func has(_ words: [[UInt8]], _ line: ArraySlice<UInt8>) -> Bool {
    guard (4...longest).contains(line.count) else { return false }
    let line = Array(line.lowercasedText.utf8)
    return words.contains { word in
      line.indices.dropLast(max(0, word.count - 1)).contains { line[$0] == word[0] && line[$0...].starts(with: word) }
    }
  }
}
