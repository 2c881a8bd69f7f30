/// Turns shared text back into a story.
///
/// It never fails on content: whatever the bytes are, the answer is a story and the list of what is not in it. Linear in
/// the length of the input.
public enum StoryParser {
  /// Reads one story.
  public static func parse(_ input: [UInt8]) -> Reading {
    input.withUnsafeBufferPointer { parse($0) }
  }

  /// Reads the story that stands in a range of a text, whose beginning says what encoding it is in. What is set aside has its
  /// place in that range.
  public static func parse(_ range: Range<Int>, of text: [UInt8]) -> Reading {
    text.withUnsafeBufferPointer { text in
      parse(Bytes(rebasing: text[range]), Encoding.sniff(text.prefix(512)))
    }
  }

  /// Reads one story from bytes that stay valid for the call.
  public static func parse(_ input: UnsafeBufferPointer<UInt8>) -> Reading {
    parse(input, nil)
  }

  private static func parse(_ input: Bytes, _ encoding: Encoding?) -> Reading {
    let passage = Gate.passText(input, encoding)
    return passage.withBytes { text in
      let lines = Lines(text)
      if let written = CanonicalLines(text, lines.all) {
        return reading(of: written, text, passage)
      }
      let layout = StoryLayout(text, lines, held: passage.held)
      var (story, rest) = layout.withWords { words in
        var reader = StoryReader(words, layout, held: passage.held)
        return reader.read()
      }
      let pieces = rest.map { piece($0.range, $0.reason, text, passage) }
      story.markQuestions()
      return Reading(story: story, setAside: (passage.setAside + pieces).sorted(by: isBefore))
    }
  }

  /// The story of a text that Courant wrote.
  private static func reading(of written: CanonicalLines, _ text: Bytes, _ passage: Passage) -> Reading {
    var reading: Reading
    if written.isFirst {
      var reader = CanonicalFirstReader(text, written, held: passage.held)
      reading = reader.read()
    } else {
      var reader = CanonicalReader(text, written, held: passage.held)
      reading = reader.read()
    }
    let pieces = reading.setAside.map { piece in
      SetAside(place: passage.original(of: piece.place), text: piece.text, reason: piece.reason)
    }
    reading.setAside = (passage.setAside + pieces).sorted(by: isBefore)
    return reading
  }

  private static func isBefore(_ left: SetAside, _ right: SetAside) -> Bool {
    left.place.lowerBound < right.place.lowerBound
  }

  private static func piece(
    _ range: Range<Int>, _ reason: SetAside.Reason, _ text: Bytes, _ passage: Passage
  ) -> SetAside {
    SetAside(place: passage.original(of: range), text: text.string(range), reason: reason)
  }
}
