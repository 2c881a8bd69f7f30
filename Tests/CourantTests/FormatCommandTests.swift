import Foundation
import Testing
import TmuxSupport

@testable import courant

@Suite("What others send, on the command line", .timeLimit(.minutes(20)))
struct FormatCommandTests {
  let home: TemporaryFolder
  let folder: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    folder = try TemporaryFolder()
  }

  private func courant(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(arguments, home: home)
  }

  @Test(
    arguments: [
      ("a.pdf", Array("%PDF-1.7\n1 0 obj\n".utf8), "a PDF document"),
      ("a.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a picture"),
      ("a.md", Array("{\\rtf1 Ports}".utf8), "a document in RTF"), ("a", Array("SQLite format 3\0".utf8), "a database"),
      ("urls", Array("https://a.example/feed news\nhttps://b.example/feed \"~B\"\n".utf8), "lists 2 feeds to follow"),
    ] as [(String, [UInt8], String)])
  func `what is no story is refused by its name`(name: String, bytes: [UInt8], words: String) throws {
    let path = try folder.write(name, bytes)
    for command in [["add", path], ["show", path]] {
      let outcome = try BuiltProgram.run(command, home: home)
      #expect(outcome.code == 65)
      #expect(outcome.talk.contains(words) && outcome.output.isEmpty)
    }
    #expect(try courant("list").code == 66)
  }

  private func mail(_ number: Int, _ text: String) -> String {
    """
    From desk@paper.example Mon Apr 27 09:0\(number):00 2026
    From: The Paper <desk@paper.example>
    Subject: Morning brief
    Date: Mon, 2\(number) Apr 2026 09:00:00 +0000
    Message-ID: <\(number)@paper.example>

    \(text)


    """
  }

  @Test func `a mailbox is added once, and what is new in it later`() throws {
    let path = try folder.write("brief.mbox", mail(1, "Ships sail again.") + mail(2, "Rails close today."))
    #expect(try courant("add", path).talk.contains("2 stories are new"))
    #expect(try courant("add", path).talk.contains("2 were there already"))
    try folder.write(
      "brief.mbox", mail(3, "Planes stay down.") + mail(1, "Ships sail again.") + mail(2, "Rails close tonight."))
    let again = try courant("add", folder.path)
    #expect(again.talk.contains("1 story is new, 1 was there already, 1 is a newer version"))
    #expect(try courant("list").lines.count == 3)
    #expect(try courant("list", "publisher:paper").lines.count == 3)
  }

  @Test func `the original of a story is what it was read from, byte for byte`() throws {
    let page = "<!DOCTYPE html>\r\n<meta charset=windows-1252><title>Caf\u{E9}</title>\u{0}<p>Ships sail.\t"
    let bytes = page.unicodeScalars.map { UInt8($0.value) }
    try folder.write("a.html", bytes)
    let line = """
      cd "$folder"; cp '\(folder.path)/a.html' a.html; "$courant" show --original a.html | cmp - a.html && echo file
      "$courant" add a.html; id=$("$courant" list | cut -d' ' -f1)
      "$courant" show --original "$id" | cmp - a.html && echo catalog
      """
    let outcome = try BuiltProgram.shell(line, home: home)
    #expect(outcome.lines == ["file", "catalog"])
  }

  @Test func `originals of several stories follow one another, each from its own line`() throws {
    let item = "<item><title>A</title></item>"
    let path = try folder.write("a.rss", "<rss><channel><title>F</title>\(item)\(item)</channel></rss>")
    #expect(try courant("show", "--original", path).output == "\(item)\n\(item)")
  }

  @Test func `the seeds of every format are added once, and again they are nothing new`() throws {
    let seeds = BuiltProgram.checkout.appendingPathComponent("seeds").path
    #expect(try courant("add", seeds).talk.contains("26 stories are new"))
    #expect(try courant("add", seeds).talk.contains("26 were there already"))
    let day = try String(contentsOfFile: seeds + "/formats/kagi-world.json", encoding: .utf8)
    let later = day.replacing("1767787200", with: "1767790800").replacing(
      "\"number_of_titles\": 5", with: "\"number_of_titles\": 9")
    #expect(try courant("add", folder.write("later.json", later)).talk.contains("2 were there already"))
    let reworded = day.replacing("after 61 years", with: "after sixty-one years")
    #expect(
      try courant("add", folder.write("reworded.json", reworded)).talk.contains(
        "1 was there already, 1 is a newer version"))
  }

  @Test(
    arguments: [
      ("shift_jis", [0x8D, 0x60], "港"), ("euc-jp", [0xB9, 0xC1], "港"), ("euc-kr", [0xC7, 0xD7], "항"),
      ("gbk", [0xB8, 0xDB], "港"), ("big5", [0xB4, 0xE4], "港"),
    ] as [(String, [UInt8], String)])
  func `a page in an encoding of two bytes a letter is read`(name: String, letter: [UInt8], word: String) throws {
    let page =
      Array("<!DOCTYPE html><meta charset=\(name)><title>".utf8) + letter + Array("</title><p>".utf8) + letter
      + Array(" 1.</p>".utf8)
    let outcome = try courant("show", "--markdown", folder.write("a.html", page))
    #expect(outcome.output.contains(word + " 1.") && outcome.talk.isEmpty)
  }

  @Test func `a page larger than any is refused before it is read`() throws {
    let line = """
      { printf '<!DOCTYPE html><p>'; head -c 100000000 /dev/zero | tr '\\0' x; } >"$folder/a.html"
      (ulimit -v 1000000; "$courant" show "$folder/a.html"); echo $?
      """
    let outcome = try BuiltProgram.shell(line)
    #expect(outcome.lines == ["65"] && outcome.talk.contains("larger than any page or feed (32 MiB)"))
  }

  @Test func `a day of Kagi News is a story for each of its clusters`() throws {
    let day = """
      {"category": "World", "timestamp": 1777291200, "clusters": [
      {"title": "Harbour reopens", "short_summary": "It is open [port.example#1].",
      "suggested_qna": [{"question": "Who pays?", "answer": "Shippers [port.example#1]."}],
      "articles": [{"title": "Open", "link": "https://port.example/1", "domain": "port.example"}]},
      {"title": "Rails close", "talking_points": ["Trains wait."]}]}
      """
    let path = try folder.write("world.json", day)
    #expect(try courant("add", path).talk.contains("2 stories are new"))
    #expect(try courant("questions").output.contains("Who pays?"))
    #expect(try courant("sources", "port.example").output.contains("Shippers"))
    #expect(try courant("show", path, "--json").output.contains("https://port.example/1"))
  }
}
