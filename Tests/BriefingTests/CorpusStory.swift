import Foundation
import Testing

/// One story of the corpus: a shared text and, beside it, what a careful reader makes of it.
struct CorpusStory: Sendable, CustomTestStringConvertible {
  /// Which half of the corpus a story belongs to.
  enum Half: String, CaseIterable {
    /// Written from the contract alone.
    case contract
    /// Written to break a parser.
    case adversary
  }

  var name: String
  var half: Half

  var testDescription: String { "\(half.rawValue)/\(name)" }

  /// The stories that the parser must get right, by name; those under `pending` are not among them.
  static let all: [CorpusStory] = Half.allCases.flatMap { half in
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder(of: half).path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().map {
      CorpusStory(name: String($0.dropLast(4)), half: half)
    }
  }

  private static func folder(of half: Half) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(half.rawValue)")
  }

  func input() throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder(of: half).appending(path: "\(name).txt")))
  }

  func expectedOutline() throws -> Outline {
    let file = Self.folder(of: half).appending(path: "\(name).expected.json")
    return try Outline(json: Data(contentsOf: file))
  }
}
