import Foundation
import Testing
import TmuxSupport

@testable import courant

@Suite("What shells complete")
struct CompletionTests {
  let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    let folder = try TemporaryFolder()
    try Stories.write(to: folder)
    _ = try BuiltProgram.run(["add", folder.path], home: home)
  }

  /// The head, and the words with their notes, for what is behind the program's name.
  private func offers(_ words: String...) throws -> (head: String, words: [String], notes: [String]) {
    let outcome = try BuiltProgram.run(["complete-word"] + words, home: home)
    #expect(outcome.code == 0 && outcome.talk.isEmpty)
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: "\t", maxSplits: 1).map(String.init) }
    return (
      lines.first?.first ?? "", lines.dropFirst().map { $0[0] }, lines.dropFirst().map { $0.count > 1 ? $0[1] : "" }
    )
  }

  @Test func `the first word is a command or a file`() throws {
    let offers = try offers("se")
    #expect(offers.head == "files" && offers.words == ["search"])
    #expect(try self.offers("").words.contains("follow"))
    #expect(try !self.offers("").words.contains("complete-word"))
  }

  @Test func `ids come with their headlines, the newest first, and none twice`() throws {
    let listed = try BuiltProgram.run(["list"], home: home).lines.map { String($0.prefix { $0 != " " }) }
    let offers = try offers("mark", "read", "")
    #expect(offers.words == listed && offers.notes.allSatisfy { !$0.isEmpty })
    #expect(try self.offers("mark", "read", listed[0], "").words == Array(listed.dropFirst()))
    #expect(try self.offers("show", String(listed[0].prefix(2))).words.contains(listed[0]))
    #expect(try self.offers("show", "").head == "files")
  }

  @Test func `what is restored was removed, or is a file`() throws {
    let listed = try BuiltProgram.run(["list"], home: home).lines.map { String($0.prefix { $0 != " " }) }
    _ = try BuiltProgram.run(["remove", listed[0]], home: home)
    let offers = try offers("restore", "")
    #expect(offers.words == [listed[0]] && offers.head == "files")
  }

  @Test func `a query has its fields, and what their values are in the catalog`() throws {
    let id = try #require(try BuiltProgram.run(["list"], home: home).lines.first?.prefix { $0 != " " })
    _ = try BuiltProgram.run(["tag", "add", "deep-sea", String(id)], home: home)
    let fields = try offers("list", "")
    #expect(fields.head == "none open" && fields.words.contains("is:") && fields.words.contains("source:"))
    #expect(try offers("list", "is:un").words == ["is:unread"])
    #expect(try offers("list", "tag:d").words == ["tag:deep-sea"])
    #expect(try offers("search", "harbour", "source:wire").words == ["source:wire.example.org"])
    #expect(try offers("list", "--", "-tag:").words == ["-tag:deep-sea"])
    #expect(try offers("list", "harbour -is:re").words == ["harbour -is:read", "harbour -is:removed"])
    #expect(try offers("questions", "").words.isEmpty)
  }

  @Test func `tags, hosts and feeds are those that there are`() throws {
    let id = try #require(try BuiltProgram.run(["list"], home: home).lines.first?.prefix { $0 != " " })
    _ = try BuiltProgram.run(["tag", "add", "deep-sea", String(id)], home: home)
    let list = try home.write("urls", "https://port.example/rss \"~Port News\"\n")
    _ = try BuiltProgram.run(["import", list], home: home)
    #expect(try offers("tag", "add", "de").words == ["deep-sea"])
    #expect(try offers("tag", "add", "port, de").words == ["port, deep-sea"])
    #expect(try offers("sources", "wire").words == ["wire.example.org"])
    #expect(try offers("unfollow", "").words == ["Port News"])
    #expect(try offers("list", "feed:").words == ["feed:\"Port News\""])
  }

  @Test func `options are those of the command that were not given, and their values`() throws {
    #expect(try offers("show", "--j").words == ["--json"])
    #expect(try !offers("show", "--json", "--").words.contains("--json"))
    #expect(try offers("list", "--in", "a", "--").words.contains("--in"))
    #expect(try offers("export", "--format", "").words == ["markdown", "text", "json"])
    #expect(try offers("export", "--format=j").words == ["--format=json"])
    #expect(try offers("list", "--in", "").head == "files")
    #expect(try offers("export", "").head == "folders")
    #expect(try offers("mark", "un").words == ["unread", "unstar"])
    #expect(try offers("help", "qu").words == ["questions", "query"])
  }

  @Test func `nothing is made, changed or said, whatever is typed`() throws {
    let empty = try TemporaryFolder()
    for words in [
      ["show", ""], ["list", "tag:"], ["unfollow", ""], ["\u{1B}[31m", "$(touch x)"], ["--", "--"], [],
    ] {
      let outcome = try BuiltProgram.run(["complete-word"] + words, home: empty)
      #expect(outcome.code == 0 && outcome.talk.isEmpty, "\(words)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: empty.path).isEmpty)
    let folder = home.path + "/.local/share/courant"
    // What readers of SQLite share beside a file is no part of it.
    let kept = ["catalog.db", "lookup.db"].map { folder + "/" + $0 }
    let bytes = kept.map { FileManager.default.contents(atPath: $0) }
    _ = try offers("show", "")
    _ = try offers("list", "tag:")
    #expect(kept.map { FileManager.default.contents(atPath: $0) } == bytes)
  }

  @Test func `a damaged catalog offers nothing, and stays`() throws {
    let catalog = try home.write(".local/share/courant/catalog.db", "no catalog")
    #expect(try offers("show", "").words.isEmpty)
    #expect(FileManager.default.contents(atPath: catalog) == Data("no catalog".utf8))
  }
}
