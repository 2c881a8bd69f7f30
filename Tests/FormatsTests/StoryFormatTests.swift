import Briefing
import Foundation
import Testing

@testable import Formats

/// What is exported comes back as it was.
@Suite("A story that is exported")
struct StoryFormatTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// The seeds and every story of the corpus.
  static let stories: [String] = {
    let folders = ["../seeds", "BriefingTests/Corpus/contract", "BriefingTests/Corpus/adversary"]
    return folders.flatMap { folder in
      let path = tests.appendingPathComponent(folder).path
      let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return files.filter { $0.hasSuffix(".txt") }.sorted().map { path + "/" + $0 }
    }
  }()

  @Test("comes back with its id, its date and all that was set aside", arguments: stories, StoryFormat.allCases)
  func comesBack(path: String, form: StoryFormat) throws {
    let reading = try StoryFile(Array(Data(contentsOf: URL(fileURLWithPath: path)))).story(0).reading
    let date = reading.story.published ?? Moment(seconds: 1_777_334_401)
    let row = Row(id: StoryID("k3f9"), headline: reading.story.headline, date: date, questions: 0, sources: 0)
    let detail = StoryDetail(row: row, story: reading.story, setAside: reading.setAside)
    let again = try StoryFile(form.bytes(of: detail)).story(0)
    #expect(again.reading.story == detail.story)
    #expect(again.reading.setAside.map(\.text) == detail.setAside.map { $0.text.replacing("\n", with: " ") })
    #expect(again.reading.setAside.map(\.reason) == detail.setAside.map(\.reason))
    #expect(again.reading.stamp.id == row.id)
    #expect((again.reading.story.published ?? again.reading.stamp.date) == row.date)
  }

  @Test("keeps the names of its sources, whatever stands behind www.", arguments: StoryFormat.allCases)
  func hosts(form: StoryFormat) throws {
    let text = "A port grows\n\nIt pays for that (www.com). So does its twin (www.www.gov.uk)."
    let reading = try StoryFile(Array(text.utf8)).story(0).reading
    #expect(reading.story.sources == ["www.com", "gov.uk"])
    let row = Row(id: StoryID("k3f9"), headline: "", date: Moment(seconds: 0), questions: 0, sources: 2)
    let bytes = form.bytes(of: StoryDetail(row: row, story: reading.story, setAside: []))
    #expect(try StoryFile(bytes).story(0).reading.story == reading.story)
  }

  @Test("has a name of letters, digits and hyphens, and of a hundred bytes at most")
  func name() {
    func name(_ headline: String, seconds: Int64 = 1_777_334_400) -> String {
      let row = Row(
        id: StoryID("k3f9"), headline: headline, date: Moment(seconds: seconds), questions: 0, sources: 0)
      return StoryFileName.of(row, .text)
    }
    #expect(name("A model maker, at last!") == "2026-04-28-a-model-maker-at-last-k3f9.txt")
    #expect(name("../../etc/passwd\u{0}\u{1B}[31m\n") == "2026-04-28-etc-passwd-31m-k3f9.txt")
    #expect(name("Über Öl") == "2026-04-28-uber-ol-k3f9.txt")
    #expect(name("蓄電池が動き出す") == "2026-04-28-蓄電池が動き出す-k3f9.txt")
    #expect(name("👩‍🔬 …") == "2026-04-28-k3f9.txt")
    for headline in [String(repeating: "字", count: 5000), String(repeating: "word ", count: 5000)] {
      #expect(name(headline).utf8.count <= 100)
      #expect(name(headline).hasSuffix("-k3f9.txt"))
    }
    for seconds in [Int64.min, -1, 0, .max] {
      #expect(name("H", seconds: seconds).utf8.allSatisfy { $0 == 0x2D || $0 == 0x2E || $0 > 0x2F })
    }
  }
}

/// What a file's name says of the story in it.
@Suite("The name of a file")
struct StoryFileNameTests {
  @Test(arguments: [("2026-04-28-ports.txt", "2026-04-28T00:00:00Z"), ("2026-04-28.md", "2026-04-28T00:00:00Z")])
  func `may open with a date`(name: String, date: String) {
    #expect(StoryFileName.date(in: Array(name.utf8)[...])?.iso8601 == date)
  }

  @Test(arguments: ["2026-02-30.txt", "2026-04-281.txt", "x2026-04-28.txt", "26-04-28.txt", "2026-04-28"])
  func `that opens with none gives none`(name: String) {
    #expect(StoryFileName.date(in: Array(name.utf8)[...]) == nil)
  }

  @Test(arguments: [
    ("a.txt", true), ("A.MD", true), ("a.jsonl", true), ("README.md", false), (".txt", false), ("a.png", false),
    ("a.eml", true), ("lists.mbox", true), ("a.txt.gz", true), ("a.png.gz", false), ("README.md.gz", false),
    ("1714298400.M20046P2137.host:2,S", true), ("1714298400.H1.host", false), ("1714298400.png", false),
    ("1714298400.2137_1.host.example", true), ("20260428.m1", false), ("page.HTML", true), ("page.htm", true),
    ("page.mhtml", true), ("feed.xml", true), ("feed.rss", true), ("feed.atom.gz", true), ("feed.rdf", true),
    ("feeds.opml", true), ("README.html", false), ("style.css", false),
  ])
  func `says whether a folder holds it for a story`(name: String, isStory: Bool) {
    #expect(StoryFileName.isStory(Array(name.utf8)) == isStory)
  }
}
