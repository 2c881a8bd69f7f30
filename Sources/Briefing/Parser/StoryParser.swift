/// Turns shared text back into a story.
///
/// It never fails on content: whatever the bytes are, the answer is a story and the list of what is not in it. Linear in
/// the length of the input.
public enum StoryParser {
  /// Reads one story.
  public static func parse(_ input: [UInt8]) -> Reading {
    Reading(story: Story(headline: String(decoding: input.prefix(80), as: UTF8.self)))
  }
}
