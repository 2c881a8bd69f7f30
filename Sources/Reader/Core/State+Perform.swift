import Briefing

extension State {
  /// Does what the user asked for: here what belongs to no screen, else by the screen that is shown.
  mutating func perform(_ command: Command, number: Int? = nil) -> [Effect] {
    if let tab = Tabs.Tab(command) { return show(tab) }
    if let kind = Prompt.Kind(of: command) { return open(kind) }
    return switch command {
    case .back: callOff() ?? goBack()
    case .historyBack: goBack()
    case .historyForward: goForward()
    case .otherSide: goToOtherSide()
    case .leave: callOff() ?? (history.isAtRoot && tabs.shown == .stories ? [.quit] : goBack())
    case .quit: [.quit]
    case .redraw: [.redraw]
    case .suspend: [.suspend]
    case .undo: undo()
    case .redo: redo()
    case .nextUnread: goToNextUnread()
    case .help: showHelp()
    case .notes: go(to: .notes)
    case .tags: go(to: .tags())
    case .refresh: refresh()
    case .offline: turnOffline(!isOffline)
    case .nextMatch where isWalkingHits: walkHits(forward: true)
    case .previousMatch where isWalkingHits: walkHits(forward: false)
    default: tellCurrent { $0.perform(command, number: number, in: $1) }
    }
  }

  private mutating func callOff() -> [Effect]? {
    let frame = frame(at: history.position)
    return history.change(history.position) { $0.callOff(in: frame) }.map { carryOut($0) }
  }

  /// Goes back one screen; at the root there is nowhere to go.
  mutating func goBack() -> [Effect] {
    if history.isAtRoot, tabs.shown != .stories { return show(.stories) }
    guard history.back() else { return layout.isWide ? [] : say(quitHint) }
    return tellCurrent { $0.appeared(in: $1) }
  }

  private mutating func goForward() -> [Effect] {
    guard history.forward() else { return say("nothing further on") }
    return tellCurrent { $0.appeared(in: $1) }
  }

  mutating func goToOtherSide() -> [Effect] {
    guard layout.isWide else { return [] }
    if !history.isAtRoot {
      history.goToRoot()
    } else if preview.screen != nil {
      return perform(.enter)
    } else if !history.goToLastRead() {
      return say("nothing is open beside the list")
    }
    return tellCurrent { $0.appeared(in: $1) }
  }

  private var quitHint: String {
    guard let key = keymap.label(for: .leave, in: scopes) else { return "this is the first screen" }
    return "this is the first screen; \(key) quits"
  }

  /// Shows one of the lists at the root, as it was left.
  mutating func show(_ tab: Tabs.Tab) -> [Effect] {
    history.goToRoot()
    guard tabs.shown != tab else { return [] }
    history[0] = tabs.exchange(history[0], for: tab)
    return tell(0) { $0.resized(to: $1) + $0.appeared(in: $1) }
  }
}
