import Reader
import Terminal

/// Carries out what the reader wants done outside of itself.
struct EffectRunner {
  let terminal: Terminal
  let desk: Desk

  /// What there is to tell at once; nil if nothing, or if it comes later.
  func run(_ effect: Effect) -> Message? {
    switch effect {
    case .ask(let request): desk.ask(request)
    case .mark(let stories, let mark): desk.mark(stories, mark)
    case .open(let address): return .told(address)
    case .copy(let text): return .told(text)
    case .redraw: terminal.redraw()
    case .suspend: terminal.suspend()
    case .quit: break
    }
    return nil
  }
}
