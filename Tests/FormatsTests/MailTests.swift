import Briefing
import Samples
import Testing

@testable import Formats

@Suite("Mail")
struct MailTests {
  private func file(_ mail: String) throws -> StoryFile {
    try StoryFile(Array(mail.utf8))
  }

  private func story(_ mail: String) throws -> Story { try file(mail).story(0).reading.story }

  private static let plain = """
    Return-Path: <brief@paper.example>
    Received: from a by b
     with smtp; Mon, 27 Apr 2026 09:30:00 +0200
    From: "The Morning Paper" <brief@paper.example>
    To: you@home.example
    Subject: Harbour reopens after
     the storm
    Date: Mon, 27 Apr 2026 09:30:00 +0200
    Message-ID: <1@paper.example>
    List-Id: Morning brief <morning.paper.example>
    Archived-At: <https://paper.example/2026/harbour>

    View this email in your browser
    https://paper.example/view/1

    Ships sail again (portnews.example).

    ### Who pays?
    Shippers do.

    You received this because you subscribed.
    Unsubscribe: https://paper.example/off
    """

  @Test func `is a story by its subject, of who sent it, known by its list`() throws {
    let story = try file(Self.plain).story(0)
    let read = story.reading.story
    #expect(read.headline == "Harbour reopens after the storm")
    #expect(read.publisher == "The Morning Paper")
    #expect(read.published?.iso8601 == "2026-04-27T07:30:00Z")
    #expect(read.url == "https://paper.example/2026/harbour")
    #expect(read.lede.map(\.text) == ["Ships sail again."])
    #expect(read.sections.map(\.heading) == ["Who pays?"])
    #expect(read.sources == ["portnews.example"])
    #expect(
      story.entry
        == EntryName(feed: "morning.paper.example", guid: "1@paper.example", url: "https://paper.example/2026/harbour"))
    #expect(
      story.reading.setAside.map(\.text) == [
        "View this email in your browser", "https://paper.example/view/1", "You received this because you subscribed.",
        "Unsubscribe: https://paper.example/off",
      ])
    #expect(story.original == Array(Self.plain.utf8))
  }

  @Test(arguments: [
    (
      "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8",
      "Caf=C3=A9 =\nau port =3D.", "Café au port =."
    ),
    (
      "Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=\"koi8-r\"", "8M/S1CDP1Mvy\n2dQu",
      "Порт откРыт."
    ),
    ("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no", "Ships sail \nagain.", "Ships sail again."),
    ("Content-Type: text/plain; charset*=us-ascii'en'utf-8", "Ships.", "Ships."),
  ])
  func `is read however its text is written`(header: String, body: String, text: String) throws {
    let mail = "From: a@b.example\nSubject: S\nMIME-Version: 1.0\n\(header)\n\n\(body)"
    #expect(try story(mail).lede.map(\.text) == [text])
  }

  @Test(arguments: [
    ("=?utf-8?q?Caf=C3=A9_du?= =?utf-8?q?_port?= (n=?x", "Café du port (n=?x"), ("=?koi8-r?B?8M/S1A==?=", "Порт"),
    ("=?utf-8?b?w4k=?= =?utf-8?b?w4k=?=", "ÉÉ"), ("=?UTF-8*fr?Q?=C3?= =?utf-8?Q?=A9t=C3=A9?=", "été"),
    ("plain = text?", "plain = text?"),
    ("=?nothing?q?a?=", "a"),
  ])
  func `has a subject in any letters`(written: String, subject: String) throws {
    #expect(try story("From: a@b.example\nMIME-Version: 1.0\nSubject: \(written)\n\nA.").headline == subject)
  }

  @Test(arguments: [
    ("\"Roe, Ida\" <ida@b.example>", "Roe, Ida"), ("ida@b.example (Ida Roe)", "Ida Roe"),
    ("ida@b.example", "ida@b.example"),
    ("=?utf-8?q?Id=C3=A1?= <ida@b.example>", "Idá"), ("Ida Roe (ida@b.example)", "Ida Roe"),
  ])
  func `is published by who sent it`(from: String, name: String) throws {
    #expect(try story("From: \(from)\nMIME-Version: 1.0\nSubject: S\n\nA.").publisher == name)
  }

  private func multipart(_ type: String, _ parts: [String], boundary: String = "=-b") -> String {
    "Content-Type: multipart/\(type); boundary=\"\(boundary)\"\n\n" + parts.map { "--\(boundary)\n\($0)\n" }.joined()
      + "--\(boundary)--\n"
  }

  @Test func `is read from the text among its parts, and attachments are named`() throws {
    let alternative = multipart(
      "alternative", ["Content-Type: text/plain\n\nShips sail again.", "Content-Type: text/html\n\n<p>Ships</p>"],
      boundary: "in")
    let attachment =
      "Content-Type: application/pdf; name=\"a.pdf\"\nContent-Disposition: attachment; filename*0*=utf-8''caf%C3%A9; filename*1=.pdf\n\nJVBERi0="
    let file = try file(
      "From: a@b.example\nSubject: S\nMIME-Version: 1.0\n" + multipart("mixed", [alternative, attachment]))
    #expect(try file.story(0).reading.story.lede.map(\.text) == ["Ships sail again."])
    #expect(try file.story(0).reading.setAside.map(\.text) == ["café.pdf"])
  }

  @Test func `that holds only a page is read from that, in the encoding that it says`() throws {
    let page =
      "<meta charset=iso-8859-2><p>Ships sail to =A3=F3d=BC, says <a href=3D\"https://vell.example/a\">Vell</a>.</p><h3>Who pays?</h3><p>Shippers.</p>"
    let mail =
      "From: Ida <a@b.example>\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/html\n"
      + "Content-Transfer-Encoding: quoted-printable\n\n\(page)"
    let read = try story(mail)
    #expect(read.headline == "S" && read.publisher == "Ida")
    #expect(read.lede.map(\.text) == ["Ships sail to Łódź, says Vell."] && read.sources == ["vell.example"])
    #expect(read.sections.map(\.heading) == ["Who pays?"])
  }

  @Test func `that a browser saved a page as is that page`() throws {
    let page = SamplePage.newspaper(
      SamplePage.paragraphs + "<p>So says <a href=\"https://vell.example/a\">Vell</a>, who was there.</p>")
    let mail =
      "From: <Saved by Blink>\nSnapshot-Content-Location: https://hook.example/2026/04/cranes\n"
      + "Subject: Cranes without a sea | The Daily Hook\nDate: Tue, 28 Apr 2026 09:00:00 -0000\nMIME-Version: 1.0\n"
      + multipart(
        "related",
        [
          "Content-Type: text/html\nContent-Location: https://hook.example/2026/04/cranes\n\n\(page)",
          "Content-Type: text/css\nContent-Location: cid:a@b\n\np { color: green }",
        ])
    let read = try story(mail)
    #expect(read.headline == "Cranes without a sea" && read.url == "https://hook.example/2026/04/cranes")
    #expect(read.lede.count == 3 && read.sources == ["vell.example"])
    #expect(read.published?.iso8601 == "2026-04-28T09:00:00Z")
  }

  @Test func `of a digest is a story each`() throws {
    let mails = (1...3).map {
      "\nFrom: a@b.example\nSubject: Number \($0)\nMessage-ID: <\($0)@b.example>\n\nText \($0)."
    }
    let file = try file("From: list@b.example\nSubject: Digest\nMIME-Version: 1.0\n" + multipart("digest", mails))
    #expect(
      try (0..<file.count).map { try file.story($0).reading.story.headline } == ["Number 1", "Number 2", "Number 3"])
    #expect(try file.story(1).entry?.guid == "2@b.example")
  }

  @Test func `in a mailbox is a story each, with lines that begin like one unquoted`() throws {
    let mails = (1...3).map { number in
      """
      From a@b.example Mon Apr 27 09:0\(number):00 2026
      From: a@b.example
      Subject: Number \(number)

      Ships sail.

      >From here to there.

      From Lisbon they come.


      """
    }
    let file = try file(mails.joined())
    #expect(file.count == 3)
    #expect(try file.story(2).reading.story.headline == "Number 3")
    #expect(
      try file.story(0).reading.story.lede.map(\.text) == [
        "Ships sail.", "From here to there.", "From Lisbon they come.",
      ])
    #expect(try file.story(1).original == Array(mails[1].utf8))
  }

  @Test func `without a text is refused`() {
    let mail = "From: a@b.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: image/png\n\niVBORw0="
    #expect(throws: FormatError.noWords) { try file(mail) }
  }

  @Test func `that is cut anywhere is a story or a sentence`() throws {
    let mail = Array((Self.plain + "\n" + multipart("mixed", ["Content-Type: text/plain\n\nShips."])).utf8)
    for count in 1...mail.count { _ = try? StoryFile(Array(mail.prefix(count))).story(0) }
  }

  @Test func `of a thousand parts, or nested as deep, ends soon`() throws {
    let many = multipart("mixed", (0..<5000).map { "Content-Type: text/plain\n\nPart \($0)." })
    var deep = "Content-Type: text/plain\n\nInside."
    for level in 0..<500 { deep = multipart("mixed", [deep], boundary: "b\(level)") }
    let start = ContinuousClock.now
    for body in [many, deep] { _ = try? file("From: a@b.example\nSubject: S\nMIME-Version: 1.0\n" + body) }
    if Thorough.isWanted { #expect(ContinuousClock.now - start < .seconds(20)) }
  }

  @Test func `ends with its signature`() throws {
    let file = try file(
      "From: a@b.example\nSubject: S\nMIME-Version: 1.0\n\nShips sail.\n\n-- \nIda Roe\nPort of Vell\n")
    #expect(try file.story(0).reading.story.lede.map(\.text) == ["Ships sail."])
    #expect(try file.story(0).reading.setAside.map(\.text) == ["--", "Ida Roe", "Port of Vell"])
  }
}

@Suite("Dates as others write them")
struct LooseDateTests {
  @Test(arguments: [
    ("Mon, 27 Apr 2026 09:30:00 +0200", "2026-04-27T07:30:00Z"), ("27 Apr 26 09:30 EST", "2026-04-27T14:30:00Z"),
    ("Mon Apr 27 09:30:00 2026", "2026-04-27T09:30:00Z"), ("Mon Apr 27 09:30:00 CEST 2026", "2026-04-27T07:30:00Z"),
    ("2026-04-27T09:30:00Z", "2026-04-27T09:30:00Z"), ("2026-04-27 9:30:00.123 -05:00", "2026-04-27T14:30:00Z"),
    ("2026-04-27T09:30+02", "2026-04-27T07:30:00Z"), ("20260427T093000Z", "2026-04-27T09:30:00Z"),
    ("2026-117", "2026-04-27T00:00:00Z"), ("2026-04", "2026-04-01T00:00:00Z"), ("2026", "2026-01-01T00:00:00Z"),
    ("April 27, 2026", "2026-04-27T00:00:00Z"), ("27. April 2026 09:30 Uhr", "2026-04-27T09:30:00Z"),
    ("27 avril 2026", "2026-04-27T00:00:00Z"), ("4/27/2026 9:30:00 PM", "2026-04-27T21:30:00Z"),
    ("27/4/2026", "2026-04-27T00:00:00Z"), ("Thu, 01 Jan 99 00:00:00 GMT", "1999-01-01T00:00:00Z"),
    ("Mon, 27 Apr 2026 24:00:00 GMT", "2026-04-28T00:00:00Z"),
    ("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z"),
    ("Mon, 27 Apr 2026 09:30:00 +0200 (CEST)", "2026-04-27T07:30:00Z"),
    ("27-Apr-2026 09:30:00", "2026-04-27T09:30:00Z"),
    ("Mon, 27 Apr 2026 09:30:00 GMT-5", "2026-04-27T14:30:00Z"),
    ("Mon, 27 Apr 2026 09:30:00 +05:30", "2026-04-27T04:00:00Z"),
    ("mar. 28 avr. 2026 09:30", "2026-04-28T09:30:00Z"), ("martes, 28 de abril de 2026", "2026-04-28T00:00:00Z"),
    ("maandag 27 april 2026", "2026-04-27T00:00:00Z"), ("27 septembrie 2026", "2026-09-27T00:00:00Z"),
    ("5 июль 2026", "2026-07-05T00:00:00Z"), ("3 marraskuuta 2026", "2026-11-03T00:00:00Z"),
    ("Monday, 27th April 2026, 12:15 am", "2026-04-27T00:15:00Z"), (" \n2026-04-27\n", "2026-04-27T00:00:00Z"),
  ])
  func `are read`(text: String, date: String) {
    #expect(LooseDate.moment(of: text)?.iso8601 == date)
  }

  @Test(arguments: [
    "", "yesterday", "2026-13-01", "2026-02-30", "32 Apr 2026", "Mon", "12:30", "99999-01-01", "-1",
    String(repeating: "1 ", count: 10_000),
  ])
  func `that are none are none`(text: String) {
    #expect(LooseDate.moment(of: text) == nil)
  }
}
