import Foundation
import Testing
import TmuxSupport

/// `courant notes`, on notes that an export brought along.
@Suite("Notes from the command line")
struct NoteCommandTests {
  let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    let folder = try TemporaryFolder()
    try folder.write(
      "noted.json",
      """
      {"headline": "A port loses three cranes", "summary": [], "lede": [{"text": "So it is.", "citations": []}], \
      "sections": [{"heading": "Why sell them now?", "paragraphs": [{"text": "They stood idle.", "citations": []}]}], \
      "sources": [], "published": "2026-04-28T00:00:00Z", "setAside": [], "notes": \
      [{"section": null, "text": "For Monday.", "date": "2026-05-01T10:00:00Z"}, \
      {"section": 0, "text": "Ask the\\nharbour master.", "date": "2026-05-02T10:00:00Z"}]}
      """)
    _ = try BuiltProgram.run(["add", folder.path], home: home)
  }

  @Test func `every note stands under its story and its section`() throws {
    let lines = try BuiltProgram.run(["notes"], home: home).lines
    #expect(lines.first?.hasSuffix("  2026-04-28  A port loses three cranes") == true)
    #expect(
      lines.dropFirst() == ["    For Monday.", "  Why sell them now?", "    Ask the", "    harbour master."])
  }

  @Test func `a line of JSON has what a script wants to know`() throws {
    let lines = try BuiltProgram.run(["notes", "--json"], home: home).lines
    #expect(lines.count == 2)
    for part in [
      #""headline": "A port loses three cranes""#, #""heading": "Why sell them now?", "section": 0"#,
      #""note": "Ask the\nharbour master.""#, #""written": "2026-05-02T10:00:00Z""#,
    ] {
      #expect(lines.last?.contains(part) == true, "\(part)")
    }
  }

  @Test(arguments: [("monday", 1), ("idle", 2), ("is:noted", 2), ("harbour master", 1), ("nothing", 0)])
  func `a query finds notes by their words and by their stories`(query: String, count: Int) throws {
    let outcome = try BuiltProgram.run(["notes", "--json", query], home: home)
    #expect(outcome.lines.count == count && outcome.code == 0)
    #expect(outcome.talk.contains("no note matches “\(query)”") == (count == 0))
  }

  @Test func `what notes prints can be marked`() throws {
    let outcome = try BuiltProgram.shell("\"$courant\" notes | \"$courant\" mark star -", home: home)
    #expect(outcome.code == 0)
    #expect(try BuiltProgram.run(["list", "is:starred"], home: home).lines.count == 1)
  }
}
