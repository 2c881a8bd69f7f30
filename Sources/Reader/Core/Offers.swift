import Briefing

/// What is offered for the word that is being typed in a prompt.
struct Offers: Hashable, Sendable {
  /// One thing that may take the word's place.
  struct Item: Hashable, Sendable {
    /// What stands in the line then.
    var text: String
    /// What is told of it, such as how many stories it has.
    var note = ""
    /// What is typed behind it where nothing else can be meant.
    var ending = ""

    init(_ text: String, note: String = "", ending: String = "") {
      (self.text, self.note, self.ending) = (text, note, ending)
    }
  }

  /// What stands before the word.
  let before: String
  /// The word, up to the cursor.
  let typed: String
  let items: [Item]
  /// Which item was taken last; nil while the word is as it was typed.
  private(set) var choice: Int?

  /// The items in which the word stands, those first that begin with it; where only that counts, no others.
  init(for word: BegunWord, among all: [Item], anywhere: Bool = true) {
    (before, typed) = (word.before, word.typed)
    let wanted = typed.sought
    let beginning = all.filter { $0.text.sought.hasPrefix(wanted) }
    let holding = anywhere && !wanted.isEmpty ? all.filter { $0.text.sought.holds(wanted) } : []
    items = beginning + holding
  }

  /// The line up to the cursor, as it is with the item that was taken last.
  var line: String { before + (choice.map { items[$0].text } ?? typed) }

  /// The line with the only item there is, or as far as all agree beyond what is typed; nil where there are several.
  var completed: String? {
    if items.count == 1 { return before + items[0].text + items[0].ending }
    guard choice == nil, let first = items.first?.text, items.allSatisfy({ $0.text.hasPrefix(typed) }) else {
      return nil
    }
    let common = items.dropFirst().reduce(first[...]) { $0.commonPrefix(with: $1.text) }
    return common.count > typed.count ? before + common : nil
  }

  /// Takes the next item, or the one before; beyond the last and the first stands the word as it was typed.
  mutating func turn(forward: Bool) {
    let place = (choice ?? -1) + (forward ? 1 : -1)
    choice = place < -1 ? items.count - 1 : items.indices.contains(place) ? place : nil
  }
}

extension String {
  /// What of it is compared: quotes only keep words together.
  fileprivate var sought: String { lowercased().filter { $0 != "\"" } }

  /// Whether it holds a text behind its beginning.
  fileprivate func holds(_ text: String) -> Bool {
    !hasPrefix(text) && indices.contains { self[$0...].hasPrefix(text) }
  }
}

extension Substring {
  /// The letters that two words begin with alike.
  fileprivate func commonPrefix(with other: String) -> Substring {
    prefix(zip(self, other).prefix { $0 == $1 }.count)
  }
}

/// What is known of what can be offered: asked for as it is needed, while a prompt is open.
struct KnownOffers: Hashable, Sendable {
  /// The values of fields that the catalog has, as they came last.
  private var values: [QueryField.Values: [Offers.Item]] = [:]
  /// The folder that was looked into last, as it was typed, and what lies in it.
  private var folder: String?
  private var entries: [FolderEntry] = []
  /// What was asked for last, so that it is asked for once.
  private var asked: Effect?

  /// What can take a word's place, as far as it is known.
  func offers(for word: BegunWord) -> Offers {
    switch word.kind {
    case .items(let items): Offers(for: word, among: items)
    case .field: Offers(for: word, among: QueryField.all.map { Offers.Item($0.name) }, anywhere: false)
    case .value(let kind): Offers(for: word, among: values[kind] ?? [])
    case .entry(let folder) where folder == self.folder: offers(for: word, in: items(isHidden: word.typed.first == "."))
    case .entry: Offers(for: word, among: [])
    }
  }

  /// A name that begins as typed is meant before all others, one with the same small and large letters before these.
  private func offers(for word: BegunWord, in names: [Offers.Item]) -> Offers {
    let exact = names.filter { $0.text.hasPrefix(word.typed) }
    let beginning = Offers(for: word, among: exact.isEmpty ? names : exact, anywhere: false)
    return beginning.items.isEmpty ? Offers(for: word, among: names) : beginning
  }

  /// What a name without a dot before it can be meant to begin is not hidden.
  private func items(isHidden: Bool) -> [Offers.Item] {
    entries.filter { isHidden || !$0.name.hasPrefix(".") }.map { Offers.Item($0.name + ($0.isFolder ? "/" : "")) }
  }

  /// Whether the answer has not come yet that says what can be offered.
  func isWaiting(for word: BegunWord) -> Bool {
    switch word.kind {
    case .items, .field: false
    case .value(let kind): kind.areInCatalog && values[kind] == nil
    case .entry(let folder): folder != self.folder
    }
  }

  /// What to ask for, unless that was done.
  mutating func ask(for word: BegunWord) -> [Effect] {
    guard let need = word.need, need != asked else { return [] }
    asked = need
    return [need]
  }

  mutating func learn(_ known: [OfferedValue], of kind: QueryField.Values) {
    values[kind] = known.map { Offers.Item(kind.written($0.name), note: $0.count.grouped) }
  }

  /// What was asked for before the last may come after it, where a large folder takes its time.
  mutating func learn(_ entries: [FolderEntry], in folder: String) {
    guard asked == .list(folder: folder) else { return }
    (self.folder, self.entries) = (folder, entries)
  }
}
