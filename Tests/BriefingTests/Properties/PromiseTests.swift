import Foundation
import Samples
import Testing

@testable import Briefing

/// What holds for every input, whatever its bytes are.
@Suite("The parser's promises")
struct PromiseTests {
  private static let texts: [[UInt8]] = [Array(Samples.everything.utf8)] + Samples.mutations(1500)

  private static let marked = Samples.marked(3000)

  private static let prefixes: [[UInt8]] = {
    let whole = Array(Samples.everything.utf8)
    return (0...whole.count).map { Array(whole[..<$0]) }
  }()

  @Test("Nothing is lost", arguments: [texts, prefixes])
  func nothingLost(_ inputs: [[UInt8]]) {
    for input in inputs where !input.contains(0) {
      guard let text = String(validating: input, as: UTF8.self) else { continue }
      let kept = Self.letters(Self.everything(of: StoryParser.parse(input)))
      for (letter, count) in Self.letters(Self.withoutMarks(text)) where kept[letter, default: 0] < count {
        Issue.record("\(letter) is lost of: \(text)")
        return
      }
    }
  }

  @Test("No address of the web is lost", arguments: [texts, prefixes, marked])
  func noAddressLost(_ inputs: [[UInt8]]) {
    for input in inputs {
      guard let text = String(validating: input, as: UTF8.self), !text.contains("courant: 1") else { continue }
      let kept = Self.everything(of: StoryParser.parse(input))
      for address in text.matches(of: /https?:\/\/[a-z.]+(\/[a-z]+)*/).map(\.output.0) where !kept.contains(address) {
        Issue.record("\(address) is lost of: \(text)")
        return
      }
    }
  }

  @Test(
    "The canonical form of any story parses back to it", .enabled(if: Thorough.isWanted),
    arguments: [texts, prefixes, marked])
  func roundTrip(_ inputs: [[UInt8]]) {
    for input in inputs {
      let story = StoryParser.parse(input).story
      let again = read(CanonicalPrinter.text(of: story)).story
      if again != story {
        Issue.record("\(String(decoding: input, as: UTF8.self))")
        return
      }
    }
  }

  @Test("Every story of the corpus parses back from its canonical form", arguments: CorpusStory.all)
  func corpus(_ name: CorpusStory) throws {
    let story = StoryParser.parse(try name.input()).story
    #expect(read(CanonicalPrinter.text(of: story)).story == story)
  }

  @Test(
    "Places lie inside the text and the input, and text has no doubled spaces or line breaks",
    arguments: [texts, prefixes, marked])
  func places(_ inputs: [[UInt8]]) {
    for input in inputs {
      let reading = StoryParser.parse(input)
      for piece in reading.setAside {
        #expect(!piece.place.isEmpty && piece.place.upperBound <= input.count)
      }
      for paragraph in reading.story.blocks {
        switch paragraph.kind {
        case .code, .table: break
        default: #expect(!paragraph.text.contains("  ") && !paragraph.text.contains("\n"))
        }
        let bytes = Array(paragraph.text.utf8)
        for citation in paragraph.citations {
          #expect(citation.place <= bytes.count)
          #expect(citation.place == bytes.count || bytes[citation.place] & 0xC0 != 0x80)
        }
        for span in paragraph.spans {
          #expect(!span.range.isEmpty && span.range.upperBound <= bytes.count)
          #expect(bytes[span.range.lowerBound] & 0xC0 != 0x80)
        }
      }
    }
  }

  @Test("Residue and footers name the very bytes that are not story")
  func setAsidePlaces() {
    let input = Array(Samples.everything.utf8)
    for piece in StoryParser.parse(input).setAside {
      #expect(String(decoding: input[piece.place], as: UTF8.self) == piece.text)
    }
  }

  /// Everything that a reading holds, in no order.
  private static func everything(of reading: Reading) -> String {
    let story = reading.story
    var parts =
      [story.headline, story.publisher ?? "", story.url ?? ""] + story.summary + story.sections.map(\.heading)
    for paragraph in story.blocks {
      parts.append(paragraph.text)
      for citation in paragraph.citations { parts += [citation.host, citation.url ?? "", citation.label ?? ""] }
      for case .link(let url) in paragraph.spans.map(\.style) { parts.append(url) }
      if case .image(let url) = paragraph.kind { parts.append(url) }
      if case .code(let language?) = paragraph.kind { parts.append(language) }
    }
    return (parts + reading.setAside.map(\.text)).joined(separator: " ")
  }

  /// The text without the addresses of links and without `www.`, which are marks.
  private static func withoutMarks(_ text: String) -> String {
    text.replacingOccurrences(of: "\\]\\(\\S*", with: "] ", options: .regularExpression)
      .replacingOccurrences(of: "courant: 1", with: "")
      .replacingOccurrences(of: "www.", with: "", options: .caseInsensitive)
  }

  private static func letters(_ text: String) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in text.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      counts[scalar, default: 0] += 1
    }
    return counts
  }
}
