import Foundation
import Testing

/// One story of the corpus: a shared text and, beside it, what a careful reader makes of it.
struct CorpusStory: Sendable, CustomTestStringConvertible {
  /// Which part of the corpus a story belongs to.
  enum Part: String, CaseIterable {
    /// Written from the contract alone.
    case contract
    /// Written to break a parser.
    case adversary
    /// The library of the first run, whose texts stand in `seeds/`.
    case seeds
  }

  var name: String
  var part: Part

  var testDescription: String { "\(part.rawValue)/\(name)" }

  /// The stories that the parser must get right, by name; those under `pending` are not among them.
  static let all: [CorpusStory] = Part.allCases.flatMap { part in
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder(of: part).path)) ?? []
    return files.filter { $0.hasSuffix(expectedEnd) }.sorted().map {
      CorpusStory(name: String($0.dropLast(expectedEnd.count)), part: part)
    }
  }

  private static let expectedEnd = ".expected.json"
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  private static func folder(of part: Part) -> URL {
    here.appending(path: "Corpus/\(part.rawValue)")
  }

  func input() throws -> [UInt8] {
    let texts = part == .seeds ? Self.here.appending(path: "../../seeds") : Self.folder(of: part)
    return Array(try Data(contentsOf: texts.appending(path: "\(name).txt")))
  }

  func expectedOutline() throws -> Outline {
    let file = Self.folder(of: part).appending(path: name + Self.expectedEnd)
    return try Outline(json: Data(contentsOf: file))
  }
}
