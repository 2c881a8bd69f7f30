import Briefing
import Reader
import Terminal

/// Carries out what the reader wants done outside of itself.
struct EffectRunner {
  let terminal: Terminal
  let queryWorker: QueryWorker
  let changeWriter: ChangeWriter

  /// What there is to tell at once; nil if nothing, or if it comes later.
  func run(_ effect: Effect) -> Message? {
    switch effect {
    case .ask(let request): queryWorker.ask(request)
    case .change(let change): changeWriter.apply(change)
    case .undo: changeWriter.undo()
    case .remember(let story, let bookmark): changeWriter.remember(bookmark, of: story)
    case .open(let address): return open(address.text)
    case .handOver(let address, let reason): return .told(terminal.copy(address).sentence(of: address, because: reason))
    case .copy(let text): return .told(terminal.copy(text).sentence(about: text))
    case .redraw: terminal.redraw()
    case .suspend: suspend()
    case .quit: break
    }
    return nil
  }

  /// Whoever is stopped holds nobody up: what is to be written is written before.
  private func suspend() {
    changeWriter.flush(within: .seconds(1))
    terminal.suspend()
  }

  /// Without a browser, the address is handed to where the user has one.
  private func open(_ address: String) -> Message? {
    switch terminal.open(address) {
    case .opened: nil
    case .noBrowser: .told(terminal.copy(address).sentenceWithoutBrowser(for: address))
    case .failed(let failure): .told(failure.sentence)
    case .refused(let refusal): .told(refusal.sentence(about: address))
    }
  }
}
