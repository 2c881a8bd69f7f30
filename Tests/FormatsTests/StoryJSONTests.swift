import Briefing
import Foundation
import Testing

@testable import Formats

/// JSON from anywhere is a story, or honestly none.
@Suite("A story in JSON")
struct StoryJSONTests {
  @Test("is read as show --json prints it, with citations behind their paragraphs")
  func shown() throws {
    let file = try read(
      """
      {"headline": "A  port", "lede": [{"text": "So.", "citations": ["WWW.Axios.com", "https://b.org:80/x?q"]}],
       "sections": [{"heading": "Why?", "paragraphs": [{"text": "Ça."}]}], "published": "2026-04-28T00:00:00Z"}
      """)
    let citations = [
      Citation(place: 3, host: "axios.com"), Citation(place: 3, host: "b.org", url: "https://b.org:80/x?q"),
    ]
    #expect(
      file.reading.story
        == Story(
          headline: "A port", lede: [Block(text: "So.", citations: citations)],
          sections: [Section(heading: "Why?", blocks: [Block(text: "Ça.")])],
          published: Moment(iso8601: "2026-04-28")))
    #expect(file.marks == nil)
  }

  @Test("brings what the user set")
  func marks() throws {
    let marks = try #require(
      try read(
        """
        {"headline": "H", "sections": [{"heading": "Why?"}], "unread": false, "starred": true, "tags": ["Deep Sea", "#"],
         "notes": [{"section": 0, "text": "One\\nTwo \\u001b", "date": "2026-04-28T00:00:00Z"},
          {"section": 1e300, "text": "x"}, {"section": -1, "text": "y"}]}
        """.replacingOccurrences(of: "1e300", with: "77")
      ).marks)
    #expect(!marks.isUnread && marks.isStarred && marks.tags == ["deep-sea"])
    #expect(marks.notes.map(\.section) == [nil, 0])
    #expect(marks.notes.map(\.text) == ["x\n\ny", "One\nTwo ^["])
  }

  @Test("shows nothing that a terminal could obey, and keeps places inside its text")
  func hostile() throws {
    let story = try read(
      """
      {"headline": "\\u001b]0;x\\u0007 \\u202e\\n\\tH", "lede": [{"text": "äö", "cited": [
       {"at": 1, "host": "a.com"}, {"at": -5, "host": "b.com", "url": "https://b.com/ x"},
       {"at": 99, "host": "c.com", "url": "javascript:\\u0000"}]}]}
      """
    ).reading.story
    #expect(story.headline == "^[]0;x^G ⟨RLO⟩ H")
    #expect(story.lede[0].citations.map(\.place) == [0, 0, 4])
    #expect(story.lede[0].citations.map(\.url) == [nil, nil, nil])
  }

  @Test(
    "or it is none, and why is said",
    arguments: [
      ("{\"headline\": 5}", .noHeadline), ("{\"headline\": null}", .noHeadline), ("{\"headline\": \"\"}", .noHeadline),
      ("{\"headline\": \" \\n\"}", .noHeadline), ("{\"headline\": \"H\"", .broken),
      ("{\"headline\": \"\\ud800\"}", .broken), ("{\"headline\": \"H\", \"lede\": 7}", .strange(key: "lede")),
      ("{\"headline\": \"H\", \"lede\": [[]]}", .strange(key: "lede")),
      ("{\"headline\": \"H\", \"summary\": [1]}", .strange(key: "summary")),
      ("{\"headline\": \"H\", \"sections\": [{\"heading\": {}}]}", .strange(key: "heading")),
      ("{\"headline\": \"H\", \"published\": \"soon\"}", .strange(key: "published")),
      (
        "{\"headline\": \"H\", \"lede\": [{\"text\": \"A\", \"citations\": [\"://,.org:\\u200b6\"]}]}",
        .strange(key: "citations")
      ),
      ("{\"headline\": \"H\", \"lede\": [{\"citations\": [\"(x) y\"]}]}", .strange(key: "citations")),
      ("{\"headline\": \"H\", \"lede\": [{\"text\": \"\", \"cited\": [{\"at\": 1e400}]}]}", nil),
      ("{\"headline\": \"H\", \"lede\": \(String(repeating: "[", count: 100_000))", .broken),
      ("{\"headline\": \"H\", \"lede\": [\(String(repeating: "{},", count: 600_000)){}]}", .tooLarge),
      ("{\"headline\": \"H\", \"x\": \(String(repeating: "{\"a\":", count: 100_000))", .broken),
    ] as [(String, FormatError?)])
  func noStory(text: String, flaw: FormatError?) {
    do {
      _ = try read(text)
      Issue.record("is a story")
    } catch {
      #expect(flaw == nil || error == flaw)
    }
  }

  @Test("may have ten megabytes in one string")
  func long() throws {
    let text = String(repeating: "One word more. ", count: 700_000)
    #expect(
      try read("{\"headline\": \"H\", \"lede\": [{\"text\": \"\(text)\"}]}").reading.story.lede[0].text.count > 10 << 20
        - 1)
  }

  @Test("is told from text that opens with a brace")
  func brace() throws {
    #expect(try read("{Not} a headline\n\nBut text.").reading.story.headline == "{Not} a headline")
  }

  private func read(_ text: String) throws(FormatError) -> StoryFile.Story {
    try StoryFile(Array(text.utf8)).story(0)
  }

  @Test(
    "is one of several where each stands on a line, with its own bytes",
    arguments: ["", "\u{FEFF}"], ["\n", "\r\n", "\n\n  "])
  func lines(opening: String, between: String) throws {
    let lines = [
      "{\"headline\": \"A\"}", "{\"headline\": 7}", "{\"headline\": \"C\", \"lede\": [{\"text\": \"So.\"}]}",
    ]
    let file = try StoryFile(Array((opening + lines.joined(separator: between) + "\n").utf8))
    #expect(file.count == 3)
    #expect(try file.story(0).original == Array(lines[0].utf8) && file.story(2).original == Array(lines[2].utf8))
    #expect(throws: FormatError.noHeadline) { try file.story(1) }
  }

  @Test(
    "is no story where there is no text",
    arguments: [
      ([], .empty), (Array(" \r\n\t\n".utf8), .blank), ([0xEF, 0xBB, 0xBF, 0x0A], .blank),
      (Array("\u{7F}ELF".utf8) + [UInt8](repeating: 0, count: 200), .foreign(.program)),
    ] as [([UInt8], FormatError)])
  func noText(bytes: [UInt8], flaw: FormatError) {
    #expect(throws: flaw) { try StoryFile(bytes) }
  }

  @Test("is only taken for one in a file that is called so, if it has a headline")
  func called() throws {
    let bytes = Array("[1, 2]".utf8)
    #expect(throws: FormatError.noHeadline) { try StoryFile(bytes, named: Array("list.json".utf8)[...]) }
    #expect(try StoryFile(bytes, named: Array("list.txt".utf8)[...]).story(0).reading.story.headline == "[1, 2]")
  }
}
