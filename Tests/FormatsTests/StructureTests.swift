import Briefing
import Foundation
import Samples
import Testing

@testable import Formats

/// Structure goes through every form of export, and what was exported by an earlier version is read as it was.
@Suite("A story with structure")
struct StructureTests {
  @Test(
    "comes back from every form", .enabled(if: Thorough.isWanted), .timeLimit(.minutes(20)),
    arguments: StoryFormat.allCases)
  func comesBack(form: StoryFormat) throws {
    var stories = RandomStory(seed: 77)
    for story in [BlockSamples.article] + (0..<(form == .json ? 2000 : 200)).map({ _ in stories.next() }) {
      let bytes = form.bytes(of: detail(story))
      let again = try StoryFile(bytes).story(0).reading
      guard again.story == story, again.setAside.isEmpty, again.story.fingerprint == story.fingerprint,
        form.bytes(of: detail(again.story)) == bytes
      else {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))\n\(again)")
        return
      }
    }
  }

  @Test("has keys for it where it says something, and prose has none")
  func keys() {
    func paragraphs(_ story: Story) -> String { detail(story).shownJSON.line }
    let line = paragraphs(BlockSamples.article)
    for part in [
      #""links": [{"text": "pays for rain", "url": "https://vell.example/rain?a=(b)"}]"#,
      #"{"text": "how long it rains,", "citations": [], "kind": "item", "marker": "•", "depth": 1}"#,
      #"{"text": "drops a minute,", "citations": [], "kind": "item", "marker": "1.", "depth": 2}"#,
      #""kind": "item", "depth": 2}"#, #""kind": "item", "marker": "7)", "depth": 1, "quoted": 1}"#,
      #""kind": "quote"}"#, #""kind": "quote", "quoted": 2}"#, #""kind": "code", "language": "swift"}"#,
      #""kind": "rule"}"#,
      #""kind": "table", "rows": [["Month", "Rain", "Paid"], ["May", "31 mm", "4 | 5"], ["June", "", "*none*"]]}"#,
      #""kind": "image", "url": "https://img.example/clock(1).png"}"#, #""level": 3, "isQuestion": false}"#,
      #""authors": ["Ada Quay", "Ben Sluice"]}"#,
    ] { #expect(line.contains(part), "\(part)") }
    let prose = Story(headline: "H", lede: [Block(text: "So.")], sections: [Section(heading: "Why?")])
    let plain = paragraphs(prose)
    #expect(
      plain.contains(
        #""lede": [{"text": "So.", "citations": []}], "sections": [{"heading": "Why?", "paragraphs": []}]"#))
    #expect(plain.hasSuffix(#""setAside": [], "version": 1, "versions": 1}"#))
  }

  @Test("is put together again from what show --json prints")
  func shown() throws {
    let again = try StoryFile(Array(detail(BlockSamples.article).shownJSON.line.utf8)).story(0).reading.story
    #expect(again.sections.map(\.level) == [2, 3, 2] && again.sections.map(\.isQuestion) == [true, false, true])
    #expect(again.blocks.map(\.kind) == BlockSamples.article.blocks.map(\.kind))
    #expect(again.blocks.map(\.text) == BlockSamples.article.blocks.map(\.text))
    #expect(again.blocks.map { $0.containers.count } == BlockSamples.article.blocks.map { $0.containers.count })
    #expect(again.lede[0].spans == [Block.Span(17..<30, .link(url: "https://vell.example/rain?a=(b)"))])
  }

  @Test(
    "is read with nothing but what a story can have",
    arguments: [
      (#""level": 99, "isQuestion": true"#, ""), (#""level": -7"#, ""), (#""level": "x""#, "level"),
      (#""paragraphs": [{"text": "äö", "kind": "tune"}]"#, "kind"),
      (#""paragraphs": [{"text": "äö", "in": [7]}]"#, "in"),
      (#""paragraphs": [{"text": "äö", "rows": 7, "kind": "table"}]"#, ""),
      (
        #""paragraphs": [{"text": "äö", "spans": [{"from": -5, "to": 99999999999, "style": "strong"}, {"from": 1, "to": 3, "style": "code"}]}]"#,
        ""
      ),
      (
        #""paragraphs": [{"text": "äö", "spans": [{"from": 3, "to": 1, "style": "strong"}, {"style": "link", "to": 2, "url": "a b"}]}]"#,
        ""
      ),
      (#""paragraphs": [{"text": "a", "kind": "item", "depth": 99999999, "quoted": -3, "marker": "\u001b[31m"}]"#, ""),
      (#""paragraphs": [{"text": "a", "in": ["quote", {"list": -1, "number": 99999999999, "marker": "\u202e"}]}]"#, ""),
      (
        #""paragraphs": [{"text": "a\u001b\t\nb", "kind": "code", "language": "\u001b"}, {"kind": "image", "url": "\u001b[2J"}]"#,
        ""
      ),
    ])
  func forged(members: String, flaw: String) throws {
    let json = #"{"headline": "H", "sections": [{"heading": "Why?", "# + members + "}]}"
    do {
      let story = try StoryFile(Array(json.utf8)).story(0).reading.story
      #expect(flaw.isEmpty)
      #expect((1...6).contains(story.sections[0].level))
      for block in story.blocks {
        for span in block.spans { #expect(!span.range.isEmpty && span.range.upperBound <= block.text.utf8.count) }
        for text in [block.text, "\(block.kind)", "\(block.containers)"] {
          #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
        }
      }
    } catch {
      #expect(error == .strange(key: flaw))
    }
  }

  @Test(
    "ten thousand items deep, or with a table of five thousand columns, is read", .enabled(if: Thorough.isWanted),
    .timeLimit(.minutes(20)),
    arguments: StoryFormat.allCases)
  func extremes(form: StoryFormat) throws {
    let deep = (0..<10_000).map { $0 % 3 == 0 ? Block.Container.quote : BlockSamples.item($0, 0) }
    let row = (0..<5000).map { "c\($0)" }.joined(separator: "\t")
    let story = Story(
      headline: "Deep", lede: [Block(text: "So deep.", containers: deep), Block(text: "one\n\(row)", kind: .table)])
    #expect(try StoryFile(form.bytes(of: detail(story))).story(0).reading.story == story)
  }

  static let kept: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }()

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "FirstForm"
  ).path

  @Test("of the first form is read as it was when it was written", arguments: kept)
  func firstForm(name: String) throws {
    func read(_ ending: String) throws -> Reading {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name).\(ending)")))
      var reading = try StoryFile(bytes).story(0).reading
      if reading.story.published != nil { reading.stamp.date = nil }
      reading.setAside = reading.setAside.map { SetAside(place: 0..<0, text: $0.text, reason: $0.reason) }
      return reading
    }
    let (json, text, markdown) = (try read("json"), try read("txt"), try read("md"))
    #expect(text == json && markdown == json)
    #expect(json.stamp.id != nil && json.stamp.id?.text == text.stamp.id?.text)
  }

  @Test func `six stories of the first form are kept`() { #expect(Self.kept.count == 6) }

  private func detail(_ story: Story) -> StoryDetail {
    StoryDetail(
      row: Row(id: StoryID("k3f9"), headline: story.headline, date: Moment(seconds: 0), questions: 0, sources: 0),
      story: story, setAside: [])
  }
}
