import Briefing
import Formats
import Foundation
import System
import Testing
import TmuxSupport

@testable import Catalog
@testable import courant

/// A story in JSON of twice the size is read and kept in about twice the time, whatever it has many of.
@Suite(.serialized) struct `A story in JSON that has very many` {
  enum Thing: String, CaseIterable {
    case tags, notes, notesOnOne, bullets, paragraphs, sections, questionsAlike, citations, cited, setAside

    func json(_ count: Int) -> [UInt8] {
      let numbers = 0..<count
      func list(_ element: (Int) -> String) -> String { "[" + numbers.map(element).joined(separator: ",") + "]" }
      func section(_ heading: String) -> String { #"{"heading": "\#(heading)", "paragraphs": [{"text": "Rain."}]}"# }
      let members =
        switch self {
        case .tags: #""tags": "# + list { "\"t\($0)\"" }
        case .notes:
          #""sections": "# + list { section("Why \($0)?") } + #", "notes": "#
            + list { #"{"section": \#($0), "text": "Note \#($0)", "date": "2026-01-01T00:00:00Z"}"# }
        case .notesOnOne: #""notes": "# + list { #"{"section": null, "text": "Note \#($0)"}"# }
        case .bullets: #""summary": "# + list { "\"Rain \($0)\"" }
        case .paragraphs: #""lede": "# + list { #"{"text": "Rain \#($0)."}"# }
        case .sections: #""sections": "# + list { section("Why \($0)?") }
        case .questionsAlike: #""sections": "# + list { _ in section("Why?") }
        case .citations: #""lede": [{"text": "Rain.", "citations": "# + list { "\"a\($0).example\"" } + "}]"
        case .cited:
          #""lede": [{"text": "\#(String(repeating: "é", count: count))", "cited": "#
            + list { #"{"at": \#($0 * 2 + 1), "host": "a\#($0).example"}"# } + "}]"
        case .setAside: #""setAside": "# + list { #"{"text": "Rain \#($0)", "reason": "footer"}"# }
        }
      return Array(#"{"headline": "Port", \#(members)}"#.utf8)
    }
  }

  @Test(.timeLimit(.minutes(20)), arguments: Thing.allCases)
  func `of something takes twice the time for twice as many`(thing: Thing) throws {
    let (half, whole) = (thing.json(1500), thing.json(3000))
    var ratio = Double.infinity
    // Of several runs, the one that was disturbed least.
    for _ in 0..<6 where ratio > 2.5 { ratio = try min(ratio, seconds(whole) / max(seconds(half), 0.002)) }
    #expect(ratio <= 3)
  }

  @Test func `tags keeps a thousand of them, and says so`() throws {
    let content = FileContent(bytes: Thing.tags.json(1500), modified: 0)
    let incoming = try #require(StoryInput.first(of: content, from: .standardInput))
    #expect(
      incoming.cautions == ["standard input has 1 500 tags, and a story at most 1 000: the first 1 000 are kept"])
    let catalog = try Catalog.inMemory()
    let id = try catalog.add([incoming]).ids[0]
    #expect(try catalog.row(id)?.tags.count == 1000)
    #expect(try catalog.tags().count == 1000)
    #expect(try !catalog.apply(.mark([id], .tagged("more", true)), at: Moment(seconds: 0)))
    #expect(try catalog.apply(.mark([id], .tagged("t7", false)), at: Moment(seconds: 0)))
    #expect(try catalog.apply(.mark([id], .tagged("more", true)), at: Moment(seconds: 0)))
  }

  @Test func `tags is told to have no room for one more`() throws {
    let home = try TemporaryFolder()
    let json = String(decoding: Thing.tags.json(1000), as: UTF8.self)
    #expect(try BuiltProgram.run(["add", "-"], input: json, home: home).code == 0)
    let id = String(try #require(BuiltProgram.run(["list"], home: home).lines.first).prefix { $0 != " " })
    let refused = try BuiltProgram.run(["tag", "add", "more", id], home: home)
    #expect(refused.code == 69)
    #expect(
      refused.talk.contains(
        "story \(id) has 1 000 tags, the most that one can have; courant tag remove NAME \(id) makes room")
    )
    #expect(try BuiltProgram.run(["tag", "remove", "t7", id], home: home).code == 0)
    #expect(try BuiltProgram.run(["tag", "add", "more", id], home: home).code == 0)
  }

  @Test func `notes on one section keeps the words of all`() throws {
    let content = FileContent(bytes: Thing.notesOnOne.json(3), modified: 0)
    let catalog = try Catalog.inMemory()
    let id = try catalog.add([try #require(StoryInput.first(of: content, from: .standardInput))]).ids[0]
    #expect(try catalog.detail(id)?.notes.map(\.text) == ["Note 0\n\nNote 1\n\nNote 2"])
  }

  private func seconds(_ bytes: [UInt8]) throws -> Double {
    let time = try ContinuousClock().measure {
      let incoming = try #require(
        StoryInput.first(of: FileContent(bytes: bytes, modified: 0), from: .standardInput))
      let catalog = try Catalog.inMemory()
      let id = try catalog.add([incoming]).ids[0]
      let detail = try catalog.detail(id)
      let batches = catalog.questionBatches(matching: "")
      while try !batches.next(100).isEmpty {}
      for form in StoryFormat.allCases { _ = detail.map(form.bytes) }
    }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}
