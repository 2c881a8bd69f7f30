import Testing

@testable import Briefing

/// Text as mails carry it.
@Suite struct `Quoted-printable text` {
  @Test func `is decoded, and its lines are joined`() {
    let story = read(
      "Rice prices fall =E2=80=94 again\r\n\r\nTraders say the harvest came early, and that it=E2=80=99s the third time in t=\r\nen years. (dailygrain.com)\r\n"
    ).story
    #expect(story.headline == "Rice prices fall — again")
    #expect(
      story.lede.map(\.text) == ["Traders say the harvest came early, and that it’s the third time in ten years."])
  }

  @Test func `is known by the header of a mail, which is not decoded itself`() {
    let reading = read(
      "From: Grain Desk <a@b.example>\nContent-Type: text/plain; x=3D\nContent-Transfer-Encoding: quoted-printable\nSubject: Rice=\n\nTwo =3D two.\n"
    )
    #expect(reading.story.headline == "Rice=")
    #expect(reading.story.lede.map(\.text) == ["Two = two."])
  }

  @Test func `leads back to the places of the input`() {
    let input = Array("\u{FEFF}Rice =E2=80=94 again\n\nTraders. (a.com)=E2=80=AEx\n".utf8)
    let reading = StoryParser.parse(input)
    #expect(
      reading.setAside.contains {
        $0.text == "U+202E" && String(decoding: input[$0.place], as: UTF8.self) == "=E2=80=AE"
      })
  }

  @Test(arguments: [
    "a=3D b", "See ?id=12&x=AB=", "x=E2 y", "Rice — it=E2=80=94s", "f(x)=2x, =\nno",
  ])
  func `other text with such signs is left as it is`(_ text: String) {
    #expect(read("Head\n\n\(text)").story.lede.first?.text == text.split(separator: "\n").joined(separator: " "))
  }

  @Test func `is known by two full lines that go on, and not by code whose lines end in the sign`() {
    let words = "the harvest came early this year, and so did the rain, they say"
    #expect(read("Head\n\n\(words)=\n, and \(words)=\n.").story.lede.map(\.text) == ["\(words), and \(words)."])
    #expect(read("Head\n\nlet a =\n  5\nlet b =\n  6").story.lede.map(\.text) == ["let a = 5 let b = 6"])
  }

  @Test func `is nothing that Courant wrote`() {
    var story = Story(headline: "a =C3=A9")
    story.lede = [Block(text: "=")]
    #expect(read(CanonicalPrinter.text(of: story)).story == story)
    #expect(read(MarkdownPrinter.text(of: story)).story == story)
  }
}
