import Briefing
public import Canvas
public import Reader

/// A reader with a catalog of values behind it, driven by keys.
public struct Driver {
  public private(set) var state: State
  public private(set) var catalog: FakeCatalog
  /// What the reader wanted done since the last key, but for what it asked the catalog.
  public private(set) var effects: [Effect] = []
  /// What it asked the catalog since the last key.
  public private(set) var requests: [Request] = []
  /// While true, the catalog gives no answer.
  public var isHolding = false
  private var held: [Request] = []

  public init(size: Size, catalog: FakeCatalog = FakeCatalog(), keymap: Keymap = Keymap()) {
    self.catalog = catalog
    state = State(size: size, keymap: keymap, today: Moment(iso8601: "2026-05-01"))
    carryOut(state.start())
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
      case .change(let change):
        self.effects.append(effect)
        catalog.make(change)
        carryOut(state.receive(.changed(change)))
      case .undo:
        self.effects.append(effect)
        carryOut(state.receive(.undone(catalog.undo())))
      default: self.effects.append(effect)
      }
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
