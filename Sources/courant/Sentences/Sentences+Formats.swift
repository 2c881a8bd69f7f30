import Formats

extension FormatError {
  /// Why a file is no story, and what to do about it.
  func sentence(about name: String) -> String {
    switch self {
    case .empty: "\(name) is empty (0 bytes); save the story into it again"
    case .blank: "\(name) holds nothing but blank space; save the story into it again"
    case .notText:
      "\(name) is not text that can be read; save it as plain text in UTF-8 (for other encodings, iconv converts)"
    case .foreign(let kind): "\(name) is \(kind.words), and no story; \(kind.remedy)"
    case .unknownCharset(let charset):
      "\(name) is text in \(quoted(charset)), which is not known here; save it as UTF-8 (iconv converts)"
    case .packed(let flaw): "\(name) is packed, and \(flaw.words)"
    case .noEntries: "\(name) holds no entry to read"
    case .noWords: "\(name) is mail without a text to read; save what it holds, and add that"
    case .feedsToFollow(let count):
      "\(name) lists \(count.counted("feed", "feeds")) to follow, and no story; courant import follows them"
    case .broken: "\(name) is not whole JSON, or nested too deep for a story; export the story again"
    case .noHeadline: "\(name) is JSON, but no story: it has no headline"
    case .strange(let key): "\(name) is JSON, but no story: its \(quoted(key)) is not what a story has there"
    case .tooLarge:
      "\(name) is larger than any story in JSON (\(StoryFile.largestJSON >> 20) MiB, a million values)"
    case .largeMarkup:
      "\(name) is larger than any page or feed (\(StoryFile.largestMarkup >> 20) MiB); save the part that you want to read"
    }
  }
}

extension PackingFlaw {
  fileprivate var words: String {
    switch self {
    case .cut: "its end is missing; copy or download it again"
    case .garbled: "cannot be unpacked here; unpack it, and name what was in it"
    case .tooLarge: "what is in it is larger than any story; unpack it, and name what you want to read"
    case .encrypted: "locked by a password; unpack it, and name what was in it"
    case .noStories: "holds no story; unpack it, and name what you want to read"
    }
  }
}

extension ForeignKind {
  /// What a file is called that is of this kind.
  var words: String {
    switch self {
    case .pdf: "a PDF document"
    case .postScript: "a PostScript document"
    case .picture: "a picture"
    case .sound: "a sound recording"
    case .video: "a video"
    case .font: "a font"
    case .wordDocument: "a Word document"
    case .spreadsheet: "a spreadsheet"
    case .presentation: "a presentation"
    case .officeDocument: "an office document"
    case .openDocument: "an OpenDocument file"
    case .richText: "a document in RTF"
    case .eBook: "an e-book"
    case .program: "a program"
    case .database: "a database"
    case .archive: "an archive"
    case .diskImage: "a disk image"
    case .calendar: "a calendar"
    case .contacts: "a list of contacts"
    case .key: "a key or an encrypted message"
    case .xml: "XML of another kind"
    case .webPage: "a web page"
    case .kagiCategories: "Kagi News's list of categories"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .pdf: "pdftotext makes text of it"
    case .postScript: "ps2ascii makes text of it"
    case .wordDocument, .spreadsheet, .presentation, .officeDocument, .openDocument, .richText, .eBook:
      "save it as plain text, and add that"
    case .archive: "unpack it, and add what was in it"
    case .webPage: "save or paste its text, and add that"
    case .kagiCategories: "add one of the files that it names"
    case .xml: "feeds are RSS, RDF or Atom"
    case .picture, .sound, .video, .font, .program, .database, .diskImage, .calendar, .contacts, .key:
      "name a text, a mail or a feed"
    }
  }
}
