import Briefing
import Canvas

/// Completing what is typed into a prompt.
extension State {
  /// What is offered: while one tries what there is, that, else what goes with the word at the cursor.
  var shownOffers: Offers? {
    prompt?.menu ?? begunWord.flatMap { prompt?.known.offers(for: $0) }
  }

  /// Takes what is offered into the line: all that is certain, then one thing after another.
  mutating func complete(forward: Bool) -> [Effect] {
    guard var offers = shownOffers else { return [] }
    if prompt?.menu == nil, let word = begunWord, prompt?.known.isWaiting(for: word) == true {
      prompt?.isCompletionDue = true
      return []
    }
    guard !offers.items.isEmpty else { return say("nothing that is known begins so") }
    if forward, let line = offers.completed {
      prompt?.replace(with: line)
      return askForOffers()
    }
    offers.turn(forward: forward)
    prompt?.replace(with: offers.line)
    prompt?.menu = offers
    return []
  }

  /// Completes the word that Tab was pressed on before it was known with what.
  mutating func completeIfDue() -> [Effect] {
    guard let prompt, prompt.isCompletionDue, let word = begunWord, !prompt.known.isWaiting(for: word) else {
      return []
    }
    self.prompt?.isCompletionDue = false
    return complete(forward: true)
  }

  /// Shows the language of queries while one is typed, or takes it away; false for a key that is meant for the line.
  mutating func explain(at key: Key) -> Bool {
    guard let prompt, prompt.isOffering else { return false }
    if prompt.isExplaining, key == .escape {
      self.prompt?.isExplaining = false
      return true
    }
    guard key == Keymap.explaining, let word = begunWord, word.kind == .field, word.typed.isEmpty else { return false }
    self.prompt?.isExplaining.toggle()
    return true
  }

  /// Asks for what can be offered for the word at the cursor.
  mutating func askForOffers() -> [Effect] {
    begunWord.flatMap { prompt?.known.ask(for: $0) } ?? []
  }

  /// What there is to say of the line that is typed, where nothing is offered.
  var remark: String? {
    guard let prompt, prompt.isOffering else { return nil }
    switch prompt.kind.argument {
    case .query: return Query.sentence(ofDoubtsIn: prompt.line.text)
    default: return nil
    }
  }
}

/// What is offered stands under the line.
extension State {
  /// Whether there is a row for it.
  var hasRoomForOffers: Bool { prompt?.isOffering == true && size.rows >= Self.fewestRows }

  private static let fewestRows = 8

  /// Draws what is offered, or what there is to say of the line.
  func drawOffers(at row: Int, on canvas: inout Canvas) {
    canvas.fill(row: row)
    guard let prompt else { return }
    let room = max(0, size.columns - 2)
    if let offers = shownOffers, !offers.items.isEmpty,
      prompt.about.isEmpty || !offers.typed.isEmpty || prompt.menu != nil
    {
      draw(offers, at: row, on: &canvas)
    } else {
      canvas.writeCut(remark ?? prompt.about, column: 1, row: row, style: Style(.faint), limit: room)
    }
  }

  /// As many as fit, from the one that was taken on where it is not among the first.
  private func draw(_ offers: Offers, at row: Int, on canvas: inout Canvas) {
    let right = size.columns - 1
    var column = 1
    for index in offers.items.indices.dropFirst(firstShown(of: offers)) {
      let item = offers.items[index]
      let isLast = index == offers.items.count - 1
      guard column + item.columns <= right - (isLast ? 0 : 2) else {
        canvas.write("…", column: column, row: row, style: Style(.faint))
        return
      }
      let isTaken = index == offers.choice
      let style = isTaken ? Style(.accent, bold: true, underlined: true) : Style(.text)
      column += canvas.write(item.text, column: column, row: row, style: style)
      if !item.note.isEmpty { column += canvas.write(" " + item.note, column: column, row: row, style: Style(.faint)) }
      column += 2
    }
    if begunWord?.kind == .field, offers.typed.isEmpty, column + Self.wayToLanguage.count <= right {
      let start = min(column + 1, right - Self.wayToLanguage.count)
      canvas.write(Self.wayToLanguage, column: start, row: row, style: Style(.faint))
    }
  }

  /// The first item of the line of items that holds the one that was taken.
  private func firstShown(of offers: Offers) -> Int {
    guard let choice = offers.choice else { return 0 }
    var (first, column) = (0, 1)
    for (index, item) in offers.items.enumerated().prefix(choice + 1) {
      column += item.columns + 2
      if column > size.columns - 1, index > first { (first, column) = (index, item.columns + 3) }
    }
    return first
  }

  private static let wayToLanguage = "\(Keymap.explaining.label) explains"
}

extension Offers.Item {
  fileprivate var columns: Int { Width.of(text) + (note.isEmpty ? 0 : 1 + Width.of(note)) }
}
