import Briefing
import Canvas

/// The tags that stories have, by how many have them.
struct TagsState: NarrowingList {
  static let isNarrowedHere = true

  var items = NarrowedItems<TagCount, TagCount>()

  init(_ tags: [TagCount]) {
    hold(tags)
  }

  func request(matching words: String, limit: Int) -> Request? { .tags }

  func items(in answer: Answer) -> [TagCount]? {
    if case .tags(let tags) = answer { tags } else { nil }
  }

  func texts(of tag: TagCount) -> [String] { [tag.name] }
  func lines(of tags: [TagCount]) -> [TagCount] { tags }
  func isSame(_ tag: TagCount, _ other: TagCount) -> Bool { tag.name == other.name }
}

extension Destination {
  /// The user's tags, with the cursor on one of them.
  static func tags(at name: String? = nil) -> Destination { Destination(TagsRoute(name: name)) }
}

private struct TagsRoute: Route {
  let name: String?

  func request(from state: State) -> Request { .tags }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .tags(let tags) = answer else { return [] }
    guard !tags.isEmpty else { return state.say("no tags yet; \(state.key(for: .tag, in: .index)) gives a story one") }
    var screen = TagsState(tags)
    if let line = tags.firstIndex(where: { $0.name == name }) { screen.go(to: line, in: state.pageFrame) }
    return state.push(screen)
  }
}

extension TagsState {
  var scopes: [Scope] { [.tags, .tabs] }

  var hints: [Hint] {
    [
      Hint(.enter, "its stories"), Hint(.back, "back"), Hint(.search, "narrow"), Hint(.copy, "copy"),
      Hint(.remove, "take it from all"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    fit(to: frame)
    return []
  }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let name = currentLine?.name else { return [] }
    return switch command {
    case .enter, .follow: [.go(.limited(to: SavedQuery(name: "", query: "tag:\(name)"), from: .tags(at: name)))]
    case .copy: [.effect(.copy(name))]
    case .remove: [.effect(.changeAll(BulkChange(.mark(.tagged(name, false)), query: "tag:\(name)")))]
    default: []
    }
  }

  mutating func changed(_ change: Change, in frame: Frame) -> [Step] {
    switch change {
    case .mark, .marks, .remove, .withdraw, .readmit: ask()
    case .note, .edit, .keep, .forget, .follow: []
    }
  }

  mutating func catalogChanged(in frame: Frame) -> [Step] { ask() }
}

extension TagsState {
  var emptySentence: String? { words.isEmpty ? "No tags any more." : "No tag has “\(words)”." }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    canvas.drawHead("Tags", fact: counted(items.shown.count, "tag", "tags"), of: words, in: frame)
  }

  func draw(_ tag: TagCount, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    let stories = counted(tag.stories, "story  ", "stories")
    let right = frame.columns - 1
    let start = canvas.write(stories, endingAt: right, row, in: frame, after: right / 2, style: Style(.faint))
    canvas.write("#\(tag.name)", at: Self.margin, row, in: frame, limit: max(1, start - 2 - Self.margin))
  }
}
