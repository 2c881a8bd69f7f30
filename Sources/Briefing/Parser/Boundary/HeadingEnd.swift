/// Where a heading ends that stands inside a running line.
///
/// A question ends at its mark. Anything else has no mark, and its end is guessed from the words.
enum HeadingEnd {
  /// Finds the end of the heading that `run` opens with.
  ///
  /// `run` is what stands behind `### ` up to the next heading or the end of the text: valid UTF-8. The answer counts
  /// bytes of `run`: where the heading's text ends, and where the body starts, behind the spaces. A run that is all
  /// heading gives its length twice. Allocates nothing, and looks at no more than the first few hundred bytes.
  static func find(in run: UnsafeBufferPointer<UInt8>) -> (heading: Int, body: Int) {
    let limit = min(run.count, 240)
    var lastLower = false
    var index = 0
    while index < limit {
      if run[index] == UInt8(ascii: "?") { return split(run, at: index + 1) }
      if run[index] == UInt8(ascii: " "), index + 1 < limit, lastLower, isUpper(run[index + 1]) {
        return split(run, at: index)
      }
      lastLower = !isUpper(run[index])
      index += 1
    }
    return (run.count, run.count)
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func split(_ run: UnsafeBufferPointer<UInt8>, at end: Int) -> (heading: Int, body: Int) {
    var body = end
    while body < run.count, run[body] == UInt8(ascii: " ") { body += 1 }
    return (end, body)
  }
}
