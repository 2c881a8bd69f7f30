import Briefing
import Canvas

extension State {
  /// Takes in what happened and says what is to be done about it.
  public mutating func receive(_ message: Message) -> [Effect] {
    switch message {
    case .keyPressed(let key): press(key)
    case .pasted(let text): paste(text)
    case .resized(let size): resize(to: size)
    case .answered(let request, let answer): take(answer, to: request)
    case .reading(let progress): note(progress)
    case .told(let sentence): say(sentence)
    case .changed(let change): show(change)
    case .undone(let undone): show(undone)
    case .catalogChanged: tellAll { $0.reading(Progress(stories: 0), in: $1) }
    }
  }

  private mutating func resize(to size: Size) -> [Effect] {
    self.size = size
    return tellAll { $0.resized(to: $1) }
  }

  private mutating func note(_ progress: Progress) -> [Effect] {
    self.progress = progress.isDone ? nil : progress
    if progress.isDone, progress.failures > 0 {
      _ = say("\(counted(progress.failures, "file", "files")) could not be read")
    }
    return tellAll { $0.reading(progress, in: $1) }
  }

  private mutating func take(_ answer: Answer, to request: Request) -> [Effect] {
    if let going, going.request == request {
      return arrive(going, with: answer) + releaseHeldKeys()
    }
    if case .failed(let sentence) = answer { _ = say(sentence) }
    return tellAll { $0.receive(answer, to: request, in: $1) }
  }

  mutating func say(_ sentence: String) -> [Effect] {
    message = sentence
    return []
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
    for position in history.screens.indices {
      let frame = frame(at: position)
      steps += history.change(position) { body(&$0, frame) }
    }
    let frame = frame(at: 0)
    tabs.changeWaiting { steps += body(&$0, frame) }
    return carryOut(steps)
  }

  /// Carries out what a screen wants done.
  mutating func carryOut(_ steps: [Step]) -> [Effect] {
    steps.flatMap { step in
      switch step {
      case .effect(.open(let address)): say("opening \(address)") + [.open(address)]
      case .effect(let effect): [effect]
      case .go(let destination): go(to: destination)
      case .say(let sentence): say(sentence)
      case .back: goBack()
      case .perform(let command): perform(command)
      }
    }
  }
}
