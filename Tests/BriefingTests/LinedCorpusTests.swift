import Briefing
import Foundation
import Testing

/// Texts of the corpus whose expected readings are lines: blocks of every kind, links, several stories in one text.
@Suite struct `The corpus of texts with lines` {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String

    var testDescription: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/lined")
    private static let end = ".expected.txt"

    /// Those of each folder, by name.
    static let all: [Sample] = ["given", "kinds", "adversary"].flatMap { part in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)) ?? []
      return files.filter { $0.hasSuffix(end) }.sorted().map { Sample(name: "\(part)/\($0.dropLast(end.count))") }
    }

    func input() throws -> [UInt8] { Array(try Data(contentsOf: Self.folder.appending(path: "\(name).txt"))) }

    func expected() throws -> [String] {
      let text = try String(contentsOf: Self.folder.appending(path: name + Self.end), encoding: .utf8)
      return text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }
  }

  @Test(arguments: Sample.all) func `reads as expected`(_ sample: Sample) throws {
    let input = try sample.input()
    let lines = StoryRanges.find(in: input).flatMap { LinedStory(StoryParser.parse(Array(input[$0]))).lines }
    if let difference = LinedStory.firstDifference(of: lines, from: try sample.expected()) {
      Issue.record("\(sample.name): \(difference)")
    }
  }

  @Test(arguments: Sample.all) func `is written and read back unchanged`(_ sample: Sample) throws {
    let input = try sample.input()
    for range in StoryRanges.find(in: input) {
      let reading = StoryParser.parse(Array(input[range]))
      let written = StoryParser.parse(Array(CanonicalPrinter.text(of: reading).utf8))
      #expect(LinedStory(written).lines == LinedStory(reading).lines)
      #expect(written.story == reading.story)
    }
  }

  @Test func `has sixty texts of its own, half of them against the parser`() {
    let own = Sample.all.filter { !$0.name.hasPrefix("given/") }
    #expect(own.count >= 60)
    #expect(own.count { $0.name.hasPrefix("adversary/") } * 2 >= own.count)
  }

  @Test(arguments: [
    ("norms", ["еще", "σισυφος", "lodz", "oresund", "AI", "ポート", "ёлка", "οδος", "محمد", "CO2", "fine", "strasse"]),
    ("nfd", ["ポート", "ёлка", "οδος"]),
  ]) func `is found by words without accents, in any width and case`(_ name: String, _ words: [String]) throws {
    let story = StoryParser.parse(try Sample(name: "given/\(name)").input()).story
    let text = ([story.headline] + story.blocks.map(\.text)).map(WordText.of).flatMap(FoldedText.words)
    for word in words {
      let wanted = FoldedText.words(of: WordText.of(word))
      let isFound = text.indices.contains { text[$0...].starts(with: wanted) }
      #expect(isFound, "\(word)")
    }
  }
}
