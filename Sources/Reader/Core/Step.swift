import Briefing

/// What a screen wants done after a command, beyond changing itself. The reader's core carries it out.
enum Step: Hashable, Sendable {
  case effect(Effect)
  /// Open an address, as it stands in a story; if it may lead elsewhere than it seems to, only when asked twice.
  case open(String)
  /// Open the front page of a source whose exact page is not known, when asked twice.
  case openSite(host: String)
  /// Go to another screen: it is asked for, and shown once the answer is there, so that nothing flickers.
  case go(Destination)
  /// One sentence at the foot, which lives until the next key.
  case say(String)
  /// The same for news that nobody asked for, with the key of a command that goes with it: “news; g shows them”. It takes
  /// the place of no other sentence.
  case offer(String, Command?, String = "")
  /// Say that this is the end of a story, and which one a key leads to.
  case offerNextUnread(after: StoryID)
  /// Leave this screen for the one before it.
  case back
  /// Do a command as if it had been asked for on the screen that is shown by then.
  case perform(Command)
}

extension State {
  /// Carries out what a screen wants done.
  mutating func carryOut(_ steps: [Step]) -> [Effect] {
    steps.flatMap { step in
      switch step {
      case .effect(.change(let change)): sendForUser(change)
      case .effect(.editNote(let draft)): edit(draft)
      case .effect(.changeAll(let bulk)): sendForUser(bulk)
      case .effect(.refresh(let subscription)): refresh(subscription)
      case .effect(.follow(let text, let choice)): follow(text, choice: choice)
      case .effect(let effect): [effect]
      case .open(let address): open(address)
      case .openSite(let host): openSite("https://\(host)/")
      case .go(let destination): go(to: destination)
      case .say(let sentence): say(sentence)
      case .offer(let news, let command, let what): offer(news, command, what)
      case .offerNextUnread(let id): [Effect.ask(Request.nextUnread(after: id, listing))]
      case .back: goBack()
      case .perform(let command): perform(command)
      }
    }
  }

  /// Says what nobody asked for, unless the user is busy at the foot or has been told something else.
  private mutating func offer(_ news: String, _ command: Command?, _ what: String) -> [Effect] {
    // What a refresh brings is told when it is over.
    guard refresh == nil, prompt == nil, message == nil || message == offered else { return [] }
    let key = command.flatMap { keymap.label(for: $0, in: scopes) }
    offered = key.map { "\(news); \($0) \(what)" } ?? news
    message = offered
    return []
  }

  /// Opens an address, saying which. One that may lead elsewhere than it seems to is explained first, and opened when the
  /// same is asked for with the next key.
  mutating func open(_ text: String) -> [Effect] {
    let address: WebAddress
    do throws(WebAddress.Flaw) {
      address = try WebAddress(text)
    } catch {
      return say(error.sentence) + [.handOver(address: Gate.text(of: text), because: error.sentence)]
    }
    guard address.doubts.isEmpty || doubtHeard == address else {
      return hesitate(before: address, because: address.warning)
    }
    return say("opening \(address.label)") + [.open(address)]
  }

  /// Opens the site of a source only when asked twice: whoever wants to read the page will not find it there.
  private mutating func openSite(_ text: String) -> [Effect] {
    guard let address = try? WebAddress(text), doubtHeard != address else { return open(text) }
    let warning = address.doubts.isEmpty ? "" : "; \(address.warning)"
    return hesitate(before: address, because: "only the site is known: \(address.label)\(warning)")
  }

  /// Says why an address may not be meant; the same command with the next key means it.
  mutating func hesitate(
    before address: WebAddress, because sentence: String, _ command: Command = .browse, _ does: String = "opens it"
  ) -> [Effect] {
    doubt = address
    let key = keymap.label(for: command, in: scopes) ?? command.rawValue
    return say("\(sentence) · \(key) again \(does)")
  }
}
