/// The words that authors of pages name their elements with, and what each hints at.
enum HintWords {
  /// What part a word has in a name such as `post-content-wrapper`.
  private enum Part {
    case owner, matter, wrapper
  }

  private struct Word {
    var hints: PageHints = []
    var part: Part?
  }

  /// The hints of the names in a class or an id, which white space parts.
  static func read(_ bytes: MarkupBytes, _ value: Range<Int>) -> PageHints {
    var hints: PageHints = []
    var index = value.lowerBound
    while index < value.upperBound {
      let start = index
      while index < value.upperBound, !bytes[index].isMarkupSpace { index += 1 }
      if index > start { hints.formUnion(name(bytes, start..<index)) }
      index += 1
    }
    return hints
  }

  /// The hints of one name, whose words are parted by signs and by capitals.
  private static func name(_ bytes: MarkupBytes, _ name: Range<Int>) -> PageHints {
    var hints: PageHints = []
    var isBody = false
    var isAbout = false
    var previous: Part?
    var index = name.lowerBound
    while index < name.upperBound {
      let start = index
      while index < name.upperBound, goesOn(bytes, at: index, from: start) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      let word = word(bytes, start..<index)
      if word?.part == .matter, previous == .owner {
        isBody = true
      } else if isBody, word?.part == nil {
        isBody = false
      }
      hints.formUnion(word?.hints ?? [])
      isAbout = isAbout || abouts.find(bytes, start..<index) ?? false
      previous = word?.part
    }
    // `about-author`, `author-bio`.
    if isAbout, hints.contains(.byline) { hints.formUnion([.around, .surely]) }
    // What is named after something around the article is not its body, though it may be named after that as well.
    if isBody, hints.isDisjoint(with: [.around, .comments, .sharing, .caption, .byline, .date, .headline]) {
      hints.formUnion([.body, .article])
    }
    if hints.contains(.body), !hints.isDisjoint(with: [.around, .comments, .sharing]) { hints.remove(.body) }
    return hints
  }

  private static func goesOn(_ bytes: MarkupBytes, at index: Int, from start: Int) -> Bool {
    let byte = bytes[index]
    guard byte.isASCIILetter || byte &- 0x30 < 10 else { return false }
    let isCapital = byte &- 0x41 < 26
    return !(isCapital && index > start && bytes[index - 1] &- 0x61 < 26)
  }

  private static func word(_ bytes: MarkupBytes, _ range: Range<Int>) -> Word? {
    if let word = table.find(bytes, range) { return word }
    guard range.count > 5 else { return nil }
    for length in 5..<min(range.count, 11) {
      if let word = beginnings.find(bytes, range.prefix(length)) { return word }
    }
    return nil
  }

  private static func list(_ names: String, _ hints: PageHints, _ part: Part? = nil) -> [(String, Word)] {
    names.split { $0 == " " || $0 == "\n" }.map { (String($0), Word(hints: hints, part: part)) }
  }

  private static let table = NameTable(
    list("post entry story news blog single page text copy", .article, .owner)
      + list("article", .article, .owner)
      + list("body content contents", .article, .matter)
      + list("hentry main", .article)
      + list(
        "wrapper wrap inner container block area module section field item items col column holder box", [], .wrapper)
      + list(
        "articlebody entrycontent postcontent storybody articletext postbody storytext articlecontent newsbody bodytext "
          + "maintext fulltext articlecopy storycontent bodycopy newstext posttext richtext storycopy textbody",
        [.article, .body])
      + list(
        "ad ads advert adsense adslot adunit adbox adwrapper advertisement advertising dfp outbrain taboola sponsored "
          + "sponsor newsletter breadcrumb breadcrumbs pagination pager popup cookie cookies consent gdpr related "
          + "recommended recommendations recirc recirculation navbar nav navigation menu trending upnext readmore morefrom "
          + "mostread popular masthead modal overlay paywall subscribe signup zergnet revcontent "
          + "skyscraper", [.around, .surely])
      + list("entryfooter postfooter articlefooter postmeta entrymeta", .around)
      + list("promo promos promotion sidebar sidebars footer foot rail banner rss tags print", .around)
      + list(
        "header meta tool tools tag info widget widgets side aside extra extras shopping media links link more toolbar "
          + "categories category about bio author actions action donate also see next prev previous", .doubtful)
      + list("comment comments disqus respond replies reply commentlist livefyre remark", [.comments, .doubtful])
      + list(
        "share shares sharing social socials addthis sharedaddy facebook twitter whatsapp pinterest linkedin tweet",
        [.sharing, .doubtful])
      + list("hide hidden invisible visuallyhidden", .doubtful)
      + list("backlink backref reversefootnote", .hidden)
      + list(
        "byline author authors writtenby vcard autor autores autorzy autorin auteur auteurs autore autori", .byline)
      + list("date time timestamp dateline datetime published pubdate", .date)
      + list("headline title", .headline)
      + list("caption captions credit credits figcaption", .caption)
      + list("teaser teasers", [.lead, .doubtful])
      + list(
        "lead lede intro standfirst perex chapo bajada subtitle subheadline subhead summary abstract dek deck excerpt "
          + "vorspann preamble ingress subtitulo entradilla sapo", .lead)
      + list("captcha challenge", .challenge))

  /// With a name for authors, these name a box that says who they are.
  private static let abouts = NameTable(
    ["about", "bio", "biography", "box", "card", "profile", "description"].map { ($0, true) })

  /// Words that others are joined to without a sign.
  private static let beginnings = NameTable(
    list("advert newsletter breadcrumb recommend sponsor outbrain taboola related navbar", [.around, .surely])
      + list("sidebar promo footer popular", .around) + list("comment disqus", [.comments, .doubtful])
      + list("share social addthis", [.sharing, .doubtful]) + list("caption", .caption) + list("byline", .byline)
      + list("captcha", .challenge))
}
