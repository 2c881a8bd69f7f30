/// How a text is laid out, before any words are read: where its footer is, what stands at its head, which blocks follow.
struct StoryLayout {
  let text: Bytes
  let lines: Lines
  let footer: Footer
  /// What the marks of the text stand for, and where it says so.
  let references: References
  let head: StoryHead
  let blocks: BlockPass
  /// The level of the first heading that has a line for itself and marks.
  let firstLevel: Int?
  /// Whether a program makes a page of the text that has tags of its own, such as `<Steps>`: it reads Markdown between all.
  let hasComponents: Bool

  init(_ text: Bytes, _ given: Lines, held: HeldSpaces) {
    var lines = given
    if lines.measure == nil { lines.begin(at: LostBreaks.find(in: lines.all, of: text)) }
    lines.begin(at: ReferenceBreaks.find(in: lines.all, of: text, held: held))
    (self.text, self.lines) = (text, lines)
    footer = Footer(lines.all, in: text)
    references = References(lines.all, in: text, held: held)
    let skipped = Self.merged(footer.lines, references.lines)
    // Headings stand inside lines: then one that opens a line may do so only because the text was wrapped.
    let isFlattened = lines.all.contains { HeadingMark.stands(inside: $0.range, of: text) }
    var reader = HeadReader(text, lines, skipping: skipped)
    head = reader.read()
    blocks = BlockPass(
      text, lines, from: head.next, skipping: skipped, isFlattened: isFlattened, references: references,
      held: held)
    firstLevel =
      blocks.leaves.lazy.compactMap { leaf in
        if case .heading(let level) = leaf.kind, leaf.containers.isEmpty { level } else { nil }
      }.first
    hasComponents = blocks.leaves.contains { leaf in
      if case .html(.component) = leaf.kind { HTMLStart.isComponent(leaf.range, in: text) } else { false }
    }
  }

  /// The numbers of two lists, each once and in order.
  private static func merged(_ left: [Int], _ right: [Int]) -> [Int] {
    left.isEmpty ? right : right.isEmpty ? left : Set(left + right).sorted()
  }

  /// Lends the text with a space in place of each mark that stands in the midst of a block's words, so that the words of
  /// a quote are one stretch, and every place is where it was.
  func withWords<Result>(_ body: (Bytes) -> Result) -> Result {
    if blocks.marks.isEmpty { return body(text) }
    var copy = Array(text)
    for mark in blocks.marks { copy[mark] = 0x20 }
    return copy.withUnsafeBufferPointer(body)
  }
}
