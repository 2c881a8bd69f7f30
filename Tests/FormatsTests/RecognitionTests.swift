import Briefing
import Testing

@testable import Formats

@Suite("What a file is")
struct RecognitionTests {
  private func kind(_ text: String, _ name: String? = nil) -> ContentKind {
    ContentKind(of: Array(text.utf8), named: name.map { Array($0.utf8)[...] })
  }

  @Test(arguments: [
    ("Ports reopen\n- a\n- b\n\n### Why?\nBecause.", ContentKind.text), ("# Ports reopen", .text), ("", .text),
    ("{\"headline\": \"H\"}", .stories), ("{ a set of ports }", .text), ("[1] Smith, J.", .text),
    ("{\"category\": \"World\", \"clusters\": []}", .kagiNews), ("{\"timestamp\": 1, \"stories\": []}", .kagiNews),
    ("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", .jsonFeed),
    ("{\"timestamp\": 1, \"categories\": []}", .foreign(.kagiCategories)),
    ("<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<rss version=\"2.0\"><channel/></rss>", .feed),
    ("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", .feed),
    ("<!DOCTYPE rdf:RDF [<!ENTITY a \"<rss>\">]><rdf:RDF/>", .feed), ("<opml version=\"2.0\"/>", .outline),
    ("\n<br />\n<b>Warning</b>: mysql_connect()\n<?xml version=\"1.0\"?><rss version=\"2.0\"/>", .feed),
    ("<!doctype html><title>Ports</title>", .page), ("<!-- saved -->\n<HTML lang=en>", .page),
    ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", .foreign(.picture)),
    ("<?xml version=\"1.0\"?><plist/>", .foreign(.xml)),
    ("From: a@b.example\nSubject: Ports\nMIME-Version: 1.0\n\nThey reopen.", .mail),
    ("Return-Path: <a@b.example>\r\nReceived: from c\r\n\tby d\r\n\r\nThey reopen.", .mail),
    ("From a@b.example Mon Apr 27 09:00:00 2026\nFrom: a@b.example\nSubject: Ports\n\nThey reopen.", .mailbox),
    ("From Lisbon to Oslo\nA train: it runs.", .text), ("Title: Ports\nDate: 2026-04-27\n\nThey reopen.", .text),
    ("# what I read\nhttps://a.example/feed news \"~The A\"\n\"exec:~/bin/x\" tech", .followList),
    ("https://a.example/feed", .text), ("{\\rtf1\\ansi Ports}", .foreign(.richText)),
    ("BEGIN:VCALENDAR\nVERSION:2.0", .foreign(.calendar)), ("-----BEGIN PGP MESSAGE-----", .foreign(.key)),
    ("%PDF-1.7\n%\u{2}", .foreign(.pdf)), ("A %PDF-1.7 opens so", .text), ("MZ was a brand", .text),
  ])
  func `is told by its first words`(text: String, kind: ContentKind) {
    #expect(self.kind(text) == kind)
  }

  @Test func `is told by its name where the words leave it open`() {
    #expect(kind("{\"a\": 1}", "list.json") == .otherJSON)
    #expect(kind("{\"a\": 1}", "list.txt") == .text)
    #expect(kind("<p>Ports reopen.</p>", "a.html") == .page)
    #expect(kind("<p align=center>Ports</p>\n\nThey reopen.", "README.md") == .text)
    #expect(kind("From: a@b.example\nSubject: Ports\n\nThey reopen.", "1.eml") == .mail)
    #expect(kind("https://a.example/feed\nhttps://b.example/feed", "urls") == .followList)
    #expect(kind("A title\n\n<rss> is a tag.", "a.md") == .text)
    #expect(kind("<note/>", "a.xml") == .foreign(.xml))
  }

  @Test(arguments: [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], ForeignKind.picture), ([0xFF, 0xD8, 0xFF, 0xE0], .picture),
    (Array("SQLite format 3\0".utf8), .database), (Array("\0asm".utf8), .program), (Array("fLaC\0".utf8), .sound),
    (Array("RIFF....WEBPVP8 ".utf8), .picture), (Array("....ftypisom".utf8), .video),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .officeDocument),
    (Array("MZ".utf8) + [0x90, 0, 3, 0], .program), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .archive),
  ])
  func `that is no story is named`(bytes: [UInt8], kind: ForeignKind) {
    #expect(throws: FormatError.foreign(kind)) { try StoryFile(bytes) }
    #expect(StoryFile.refusal(of: bytes) == .foreign(kind))
  }

  @Test func `is told in any encoding of XML`() {
    let text = Array("<?xml version=\"1.0\"?><rss/>".utf16)
    let little = text.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(ContentKind(of: [0xFF, 0xFE] + little, named: nil) == .feed)
    #expect(ContentKind(of: little, named: nil) == .feed)
  }

  @Test func `what is cut anywhere is told without a fault`() {
    let samples = [
      "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss>", "From: a\nTo: b\nReceived: c\n\nd", "{\"a\": {\"b\": \"\\\"\"}}",
    ]
    for bytes in samples.map({ Array($0.utf8) }) {
      for count in 0...bytes.count { _ = ContentKind(of: Array(bytes.prefix(count)), named: nil) }
    }
    #expect(kind("{\"headline\": \"H") == .stories)
  }
}

@Suite("Encodings that a text does not declare")
struct GuessedCharsetTests {
  private func headline(_ bytes: [UInt8]) throws -> String {
    try StoryFile(bytes).story(0).reading.story.headline
  }

  @Test func `windows-1252 is read where the text is no UTF-8`() throws {
    let bytes: [UInt8] = Array("Le caf".utf8) + [0xE9] + Array(" du port \u{2d} l".utf8) + [0x92] + Array("eau".utf8)
    #expect(try headline(bytes) == "Le café du port - l’eau")
    #expect(try StoryFile(bytes).story(0).original == bytes)
  }

  @Test func `several stories in it come apart, each with its bytes`() throws {
    let stories = [("caf\u{E9}", "a.com"), ("h\u{F4}tel", "b.com")].map { place, host in
      let text = "Le \(place)\n\n- Il tourne.\n\nIl est l\u{E0}. (\(host)) ### Pourquoi ? \u{C0} voir. (\(host))\n"
      return text.unicodeScalars.map { UInt8($0.value) }
    }
    let file = try StoryFile(Array(stories.joined(separator: Array("\n---\n\n".utf8))))
    #expect(file.count == 2)
    #expect(try (0..<file.count).map { try file.story($0).original } == stories)
    #expect(try (0..<file.count).map { try file.story($0).reading.story.headline } == ["Le café", "Le hôtel"])
  }

  @Test func `a few broken bytes in UTF-8 stay broken`() throws {
    #expect(
      try headline(Array("Le café du port \u{2d} l".utf8) + [0xE9] + Array("au".utf8))
        == "Le café du port - l\u{FFFD}au")
  }

  @Test func `controls in one byte are never letters`() throws {
    #expect(try headline(Array("Ports ".utf8) + [0x9B] + Array("31m reopen today".utf8)).contains("\u{FFFD}"))
  }

  @Test func `a script that is not known is refused`() {
    let russian: [UInt8] = (0..<60).map { $0 % 7 == 6 ? 0x20 : 0xC1 + UInt8($0 % 26) }
    #expect(throws: FormatError.notText) { try StoryFile(russian) }
  }

  @Test(arguments: [
    ("koi8-r", [0xF0, 0xCF, 0xD2, 0xD4], "Порт"), ("windows-1251", [0xCF, 0xEE, 0xF0, 0xF2], "Порт"),
    ("ISO-8859-2", [0xB3, 0xF3, 0x64, 0xBC], "łódź"), ("latin1", [0x80], "€"), ("cp1257", [0xFE], "ž"),
    ("UTF-16BE", [0x00, 0x41, 0xD8, 0x3D, 0xDE, 0x00], "A😀"), ("utf-32le", [0x41, 0, 0, 0], "A"),
  ])
  func `a declared one is read`(name: String, bytes: [UInt8], text: String) {
    let decoded = Charset(named: name)?.decode(bytes) { _, _ in nil }
    #expect(decoded.map { String(decoding: $0, as: UTF8.self) } == text)
  }
}
