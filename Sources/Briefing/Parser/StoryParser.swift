/// Turns shared text back into a story.
///
/// It never fails on content: whatever the bytes are, the answer is a story and the list of what is not in it. Linear in
/// the length of the input.
public enum StoryParser {
  /// Reads one story.
  public static func parse(_ input: [UInt8]) -> Reading {
    input.withUnsafeBufferPointer { parse($0) }
  }

  /// Reads one story from bytes that stay valid for the call.
  public static func parse(_ input: UnsafeBufferPointer<UInt8>) -> Reading {
    let passage = Gate.pass(input)
    return passage.withBytes { text in
      var reader = StoryReader(text)
      let (story, residues, footers) = reader.read()
      var setAside = passage.setAside
      setAside += residues.map { piece($0, .linkResidue, text, passage) }
      setAside += footers.map { piece($0, .footer, text, passage) }
      setAside.sort { $0.place.lowerBound < $1.place.lowerBound }
      return Reading(story: story, setAside: setAside)
    }
  }

  private static func piece(
    _ range: Range<Int>, _ reason: SetAside.Reason, _ text: Bytes, _ passage: Passage
  ) -> SetAside {
    SetAside(place: passage.original(of: range), text: text.string(range), reason: reason)
  }
}
