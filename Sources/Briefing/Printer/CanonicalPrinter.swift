/// Writes a story as text that the parser reads back as the very same story.
///
/// The text opens with a front matter that says `courant: 2`; under it stand the blocks, much as Markdown has them, and at
/// the end what they have no place for, and what was set aside. A backslash takes the meaning from the mark behind it. Made
/// for people too: nothing is escaped that need not be.
public enum CanonicalPrinter {
  /// The text of `story`, which ends with a line break. Linear in the story.
  public static func text(of story: Story) -> String {
    text(of: Reading(story: story))
  }

  /// The same with what was set aside, and with what the catalog says of the story.
  public static func text(of reading: Reading) -> String {
    CanonicalPlan.text(of: reading.story) { plan in text(of: reading, plan) }
  }

  private static func text(of reading: Reading, _ plan: CanonicalPlan) -> String {
    let story = reading.story
    let fields = CanonicalFields(reading: reading)
    var body = CanonicalBody(story, plan, .text)
    if !story.headline.isEmpty || body.needsHeadline { body.put("# \(CanonicalForm.words(story.headline))") }
    body.put(bullets: story.summary) { CanonicalForm.words($0) }
    body.putBlocks { CanonicalForm.words($0) }
    let tail = body.amendments.map { fields.line($0.change, of: $0.number) } + fields.setAside
    var output = (["---", "\(CanonicalForm.version)"] + fields.head + ["---"]).joined(separator: "\n") + "\n"
    if !body.text.isEmpty { output += "\n" + body.text + "\n" }
    if !tail.isEmpty { output += "\n---\n" + tail.joined(separator: "\n") + "\n" }
    return output
  }
}

/// Writes what the forms that parse back say of a story beside its blocks, one line each.
struct CanonicalFields {
  var reading: Reading
  /// Whether the lines stand in a Markdown comment, which nothing in them may end.
  var areComment = false

  /// Its name in the catalog, who made and who wrote it, where and when.
  var head: [String] {
    let story = reading.story
    let date = story.published == nil ? reading.stamp.date : nil
    let about = [
      field("id", reading.stamp.id?.text), field("publisher", story.publisher), field("url", story.url),
      field("published", story.published?.iso8601), field("date", date?.iso8601),
    ]
    return (about + story.authors.map { field("author", $0) }).compactMap { $0 }
  }

  /// What was set aside: the reason, and the text in quotes, so that its ends are seen.
  var setAside: [String] {
    reading.setAside.map { piece in
      "\(piece.reason.rawValue): \"\(CanonicalForm.line(piece.text, inComment: areComment))\""
    }
  }

  /// What is said of a block, citation or section of a number.
  func line(_ change: CanonicalAmendment.Change, of number: Int) -> String {
    let (name, value) = change.written
    return "\(name) \(number): \(CanonicalForm.line(value, inComment: areComment))"
  }

  private func field(_ name: String, _ value: String?) -> String? {
    value.map { "\(name): \(CanonicalForm.line($0, inComment: areComment))" }
  }
}

/// How each block of a story is written: in its place as far as that is read back exactly, and else beside it.
///
/// Which it is, the reader decides: what is written is read, and what did not come back is said in a line of its own.
struct CanonicalPlan {
  enum Words {
    /// Links stand for the citations that they are, the others are marks.
    case linked
    /// Every citation is a mark of its own.
    case marked
    /// The words stand alone; what is set apart in them, and what they cite, is said beside them.
    case alone
  }

  private var words: [Int: Words] = [:]
  /// The blocks whose quotes and items are said beside them.
  private(set) var contained: Set<Int> = []

  func words(of block: Int) -> Words { words[block] ?? .linked }

  /// The text that `write` makes of the story, read back and mended until it says the same.
  static func text(of story: Story, _ write: (CanonicalPlan) -> String) -> String {
    var plan = CanonicalPlan()
    var text = write(plan)
    guard story.hasMarks else { return text }
    let blocks = story.blocks
    for _ in 0..<3 {
      let again = StoryParser.parse(Array(text.utf8)).story.blocks
      guard plan.mend(blocks, again) else { break }
      text = write(plan)
    }
    return text
  }

  /// False if everything came back.
  private mutating func mend(_ blocks: [Block], _ again: [Block]) -> Bool {
    var isMended = false
    for (number, block) in blocks.enumerated() {
      let read = number < again.count ? again[number] : Block(text: "")
      if read.containers != block.containers, contained.insert(number).inserted { isMended = true }
      if read.citations == block.citations, read.spans == block.spans, read.text.utf8.elementsEqual(block.text.utf8) {
        continue
      }
      switch words(of: number) {
      case .linked: words[number] = .marked
      case .marked: words[number] = .alone
      case .alone: continue
      }
      isMended = true
    }
    return isMended
  }
}

extension Story {
  /// Whether anything is in it but plain paragraphs.
  fileprivate var hasMarks: Bool {
    blocks.contains { !$0.containers.isEmpty || !$0.spans.isEmpty || !$0.citations.isEmpty || $0.kind != .prose }
  }
}
