public import Briefing
public import Canvas
public import Reader

/// A reader with a catalog of values behind it, driven by keys.
public struct Driver {
  public private(set) var state: State
  public private(set) var catalog: FakeCatalog
  /// What the reader wanted done since the last key, but for what it asked the catalog and had it remember.
  public private(set) var effects: [Effect] = []
  /// What it asked the catalog since the last key.
  public private(set) var requests: [Request] = []
  /// While true, the catalog gives no answer.
  public var isHolding = false
  /// While true, no change is kept yet, and none taken back.
  public var isHoldingChanges = false
  /// Why changes are refused, if they are.
  public var refusal: String?
  /// When what an undo takes back was done, if that is long ago.
  public var lastDone: Moment?
  private var held: [Request] = []
  private var heldChanges: [Effect] = []

  public init(
    size: Size, catalog: FakeCatalog = FakeCatalog(), settings: ReaderSettings = ReaderSettings(),
    passing: String? = nil, on first: FirstScreen = .index
  ) {
    self.catalog = catalog
    state = State(size: size, settings: settings, today: Moment(iso8601: "2026-05-01"), passing: passing)
    carryOut(state.start(on: first))
  }

  /// Presses keys, written as the documents write them: `j`, `zR`, `<enter>`; several may be parted by spaces.
  public mutating func press(_ keys: String...) {
    for key in keys.flatMap({ $0.split(separator: " ") }).flatMap({ KeySequence(notation: String($0)).keys }) {
      send(.keyPressed(key))
    }
  }

  /// Types a text, spaces included.
  public mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.keyPressed(.scalar(scalar))) }
  }

  public mutating func send(_ message: Message) {
    effects = []
    requests = []
    carryOut(state.receive(message))
  }

  /// Gives the answers that were held back.
  public mutating func release() {
    isHolding = false
    let requests = held
    held = []
    for request in requests { carryOut(state.receive(.answered(request, catalog.answer(to: request)))) }
  }

  /// Makes the changes that were held back, or as many of them.
  public mutating func keepChanges(_ number: Int = .max) {
    isHoldingChanges = number < heldChanges.count
    let changes = heldChanges.prefix(number)
    heldChanges.removeFirst(changes.count)
    for change in changes { make(change) }
  }

  /// Changes what the catalog holds, as another program would.
  public mutating func elsewhere(_ body: (inout FakeCatalog) -> Void) {
    body(&catalog)
    send(.catalogChanged)
  }

  /// Other stories, as when more were read in.
  public mutating func replaceCatalog(_ catalog: FakeCatalog) {
    self.catalog = catalog
  }

  /// What the reader draws now.
  public var canvas: Canvas {
    var canvas = Canvas(size: state.size)
    state.draw(on: &canvas)
    return canvas
  }

  private mutating func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .ask(let request): ask(request)
      case .change, .changeAll, .markRead, .undo, .redo:
        self.effects.append(effect)
        if isHoldingChanges { heldChanges.append(effect) } else { make(effect) }
      case .remember(let id, let bookmark): catalog.remember(bookmark, of: id)
      default: self.effects.append(effect)
      }
    }
  }

  private mutating func make(_ effect: Effect) {
    switch (effect, refusal) {
    case (.change(let change), let sentence?): carryOut(state.receive(.refused(change, sentence)))
    case (.markRead(let id), let sentence?):
      carryOut(state.receive(.refused(.mark([id], .unread(false)), sentence)))
    case (.markRead(let id), nil):
      let change = Change.mark([id], .unread(false))
      catalog.apply(change, isUndoable: false)
      carryOut(state.receive(.changed(change)))
    case (.change(let change), nil):
      catalog.apply(change)
      carryOut(state.receive(.changed(change)))
    case (.changeAll, let sentence?): carryOut(state.receive(.told(sentence)))
    case (.changeAll(let bulk), nil): carryOut(state.receive(.changedAll(bulk, catalog.apply(bulk))))
    case (.redo, let sentence?): carryOut(state.receive(.told(sentence)))
    case (_, let sentence?): carryOut(state.receive(.refused(nil, sentence)))
    case (.undo(isSure: false), nil) where lastDone != nil:
      var catalog = catalog
      var undone = catalog.undo()
      undone.heldBack = lastDone
      carryOut(state.receive(.undone(undone)))
    case (.redo(isSure: false), nil) where lastDone != nil:
      var catalog = catalog
      var redone = catalog.redo()
      redone.heldBack = lastDone
      carryOut(state.receive(.redone(redone)))
    case (.redo, nil): carryOut(state.receive(.redone(catalog.redo())))
    case (_, nil): carryOut(state.receive(.undone(catalog.undo())))
    }
  }

  private mutating func ask(_ request: Request) {
    requests.append(request)
    if isHolding {
      held.append(request)
    } else {
      carryOut(state.receive(.answered(request, catalog.answer(to: request))))
    }
  }
}
