import Briefing
import Foundation
import Testing
import TmuxSupport

/// Blocks that no page has, brought in, shown, exported and brought in again.
@Suite(.timeLimit(.minutes(20)))
struct `A story with a block out of all proportion` {
  private enum Kind: String, CaseIterable {
    case deepQuote, deepList, wideTable, longCode

    var block: Block {
      switch self {
      case .deepQuote: Block(text: "Deep.", containers: Array(repeating: .quote, count: 10_000))
      case .deepList:
        Block(text: "Deep.", containers: (0..<10_000).map { .item(Block.Item(list: $0, number: 0)) })
      case .wideTable: Block(text: Self.row("Head") + "\n" + Self.row("Cell"), kind: .table)
      case .longCode:
        Block(text: String(repeating: "let quay = rain + 1\n", count: 1 << 19) + "end", kind: .code(language: nil))
      }
    }

    private static func row(_ word: String) -> String {
      (0..<5000).map { "\(word) \($0)" }.joined(separator: "\t")
    }
  }

  @Test(arguments: Kind.allCases.map(\.rawValue))
  func `comes back from an export as it was`(kind: String) throws {
    let block = try #require(Kind(rawValue: kind)).block
    let story = Story(
      headline: "Out of proportion", lede: [Block(text: "Before it."), block, Block(text: "Behind it.")])
    let (home, other, folder) = try (TemporaryFolder(), TemporaryFolder(), TemporaryFolder())
    try folder.write("story.md", CanonicalPrinter.text(of: Reading(story: story)))
    let added = try BuiltProgram.run(["add", folder.path + "/story.md"], home: home)
    #expect(added.code == 0, "\(added.talk)")
    let line = try #require(try BuiltProgram.run(["list"], home: home).lines.first)
    let id = String(line.prefix { $0 != " " })
    let shown = try BuiltProgram.run(["show", id], home: home)
    #expect(shown.code == 0 && shown.output.contains("Behind it."), "\(shown.talk)")
    let export = folder.path + "/out"
    let exported = try BuiltProgram.run(["export", export], home: home)
    #expect(exported.code == 0, "\(exported.talk)")
    #expect(try BuiltProgram.run(["add", export], home: other).code == 0)
    #expect(try BuiltProgram.run(["list"], home: other).lines == [line])
    #expect(try BuiltProgram.run(["show", id], home: other).output == shown.output)
  }
}
