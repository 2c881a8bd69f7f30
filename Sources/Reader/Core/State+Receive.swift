import Briefing
import Canvas

extension State {
  /// Takes in what happened and says what is to be done about it.
  public mutating func receive(_ message: Message) -> [Effect] {
    let effects = handle(message)
    leavePreview()
    return keepPlace() + effects
  }

  private mutating func handle(_ message: Message) -> [Effect] {
    switch message {
    case .keyPressed(let key): press(key)
    case .mouse(let mouse): handle(mouse)
    case .pasted(let text): paste(text)
    case .resized(let size): resize(to: size)
    case .rested: rest()
    case .answered(let request, let answer): handle(answer, to: request)
    case .reading(let progress): note(progress)
    case .whole(let detail): complete(with: detail)
    case .told(let sentence): say(sentence)
    case .noteEdited(let draft, let editing): take(editing, of: draft)
    case .notWritten(let name, let sentence, let isTaken): askAgain(for: name, because: sentence, isTaken: isTaken)
    case .changed(let change): show(change)
    case .changedAll(let bulk, let count): show(bulk, on: count)
    case .undone(let undone): show(undone)
    case .redone(let redone): show(redone: redone)
    case .refused(let change, let sentence): refuse(change, because: sentence)
    case .catalogChanged: lookAgain()
    case .searchable(let lag): note(lag: lag)
    case .examined(let findings, let number, let reason): take(findings, number: number, because: reason)
    case .adding(let progress): note(adding: progress)
    case .added(let added): show(added)
    case .notAdded(let sentence): refuseAdding(because: sentence)
    case .listed(let folder, let entries): learn(entries, in: folder)
    case .refreshing(let progress): show(progress)
    case .followed(let feeds, let known): show(followed: feeds, known: known)
    case .feedsFound(let choices, let page): choose(among: choices, of: page)
    case .notFollowed(let sentence): refuseFollowing(because: sentence)
    case .fetching(let url, let bytes, let total): note(bytes, of: total, from: url)
    case .pageKept(let page, let url): take(page, from: url)
    case .pageNotFetched(let url, let sentence, let isOffline, let canQueue):
      refuse(url, because: sentence, isOffline: isOffline, canQueue: canQueue)
    case .wanted(let url): confirmWanted(url)
    case .connection(let isThere): note(connection: isThere)
    }
  }

  private mutating func resize(to size: Size) -> [Effect] {
    self.size = size
    let wasAtEnd = history.current.story?.isAtEnd == true
    let effects = tellAll { $0.resized(to: $1) }
    // What is said of the end holds no more where the last word is out of sight.
    if wasAtEnd, history.current.story?.isAtEnd == false { message = nil }
    return effects
  }

  private mutating func note(_ progress: Progress) -> [Effect] {
    self.progress = progress.isDone ? nil : progress
    if progress.isDone, progress.failures > 0 {
      _ = say("\(counted(progress.failures, "file", "files")) could not be read")
    }
    return tellAll { $0.reading(progress, in: $1) } + goWhereAskedEarly()
  }

  private mutating func handle(_ answer: Answer, to request: Request) -> [Effect] {
    if let pendingNavigation, pendingNavigation.request == request {
      return arrive(pendingNavigation, with: answer) + releaseHeldKeys()
    }
    if request == Self.newestBegun {
      if case .rows(let rows) = answer { return offerBegun(rows.first) }
      return []
    }
    showPreview(answer, to: request)
    if case .failed(let sentence) = answer { _ = say(sentence) }
    if case (.offered(let kind, _, _), .offered(let values)) = (request, answer) {
      prompt?.known.learn(values, of: kind)
      return completeIfDue()
    }
    if case (.nextUnread, .story(let detail)) = (request, answer) { return offerNextUnread(detail) }
    return tellAll { $0.receive(answer, to: request, in: $1) }
  }

  mutating func say(_ sentence: String) -> [Effect] {
    message = sentence
    return []
  }

  /// Asks again for what another program may have changed.
  mutating func lookAgain() -> [Effect] {
    renewPreview()
    var effects = tellShown { $0.catalogChanged(in: $1) }
    if tabs.shown != .stories { effects += changeIndex { $0.catalogChanged(in: $1) } }
    return effects
  }

  private mutating func note(adding progress: Progress) -> [Effect] {
    if adding == .underway { self.progress = progress }
    return []
  }

  private mutating func learn(_ entries: [FolderEntry], in folder: String) -> [Effect] {
    prompt?.known.learn(entries, in: folder)
    return completeIfDue()
  }

  private mutating func note(lag: Int) -> [Effect] {
    self.lag = lag
    return goWhereAskedEarly()
  }

  /// Has the screen at a position do something, and carries out what it wants done.
  mutating func tell(_ position: Int, _ body: (inout any ScreenContent, Frame) -> [Step]) -> [Effect] {
    let frame = frame(at: position)
    let steps = history.change(position) { body(&$0, frame) }
    return carryOut(steps)
  }

  /// Has the screen that is shown do something.
  mutating func tellCurrent(_ body: (inout any ScreenContent, Frame) -> [Step]) -> [Effect] {
    tell(history.position, body)
  }

  /// Has every screen do something; only the effects that the screens ask for are carried out.
  mutating func tellAll(_ body: (inout any ScreenContent, Frame) -> [Step]) -> [Effect] {
    var steps: [Step] = []
    var frame = frame(at: 0)
    frame.isFocused = false
    tabs.changeWaiting { steps += body(&$0, frame) }
    return tellShown(body) + carryOut(steps)
  }

  /// Has every screen but the lists that wait do something.
  private mutating func tellShown(_ body: (inout any ScreenContent, Frame) -> [Step]) -> [Effect] {
    var steps: [Step] = []
    for position in history.screens.indices {
      let frame = frame(at: position)
      steps += history.change(position) { body(&$0, frame) }
    }
    tellPreview(body)
    // What a prompt puts back when it is called off has to be as true as what is shown.
    let shown = frame(at: history.position)
    _ = prompt?.before.change { body(&$0, shown) }
    return carryOut(steps)
  }
}
