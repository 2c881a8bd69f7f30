import Briefing

/// What a screen wants done after a command, beyond changing itself. The reader's core carries it out.
enum Step: Hashable, Sendable {
  case effect(Effect)
  /// Open an address, as it stands in a story; if it may lead elsewhere than it seems to, only when asked twice.
  case open(String)
  /// The same for a source whose exact page is not known.
  case openSite(host: String)
  /// Go to another screen: it is asked for, and shown once the answer is there, so that nothing flickers.
  case go(Destination)
  /// One sentence at the foot, which lives until the next key.
  case say(String)
  /// The same for news that nobody asked for, with the key of a command that goes with it: “news; g shows them”. It takes
  /// the place of no other sentence.
  case offer(String, Command?, String = "")
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
      case .effect(let effect): [effect]
      case .open(let address): open(address)
      case .openSite(let host): open("https://\(host)/", knowing: "the exact page is not known: ")
      case .go(let destination): go(to: destination)
      case .say(let sentence): say(sentence)
      case .offer(let news, let command, let what): offer(news, command, what)
      case .back: goBack()
      case .perform(let command): perform(command)
      }
    }
  }

  /// Says what nobody asked for, unless the user is busy at the foot or has been told something else.
  private mutating func offer(_ news: String, _ command: Command?, _ what: String) -> [Effect] {
    guard prompt == nil, message == nil || message == offered else { return [] }
    let key = command.flatMap { keymap.label(for: $0, in: scopes) }
    offered = key.map { "\(news); \($0) \(what)" } ?? news
    message = offered
    return []
  }

  /// Opens an address, saying which. One that may lead elsewhere than it seems to is explained first, and opened when the
  /// same is asked for with the next key.
  mutating func open(_ text: String, knowing note: String = "") -> [Effect] {
    let address: WebAddress
    do throws(WebAddress.Flaw) {
      address = try WebAddress(text)
    } catch {
      return say(error.sentence) + [.handOver(address: Gate.text(of: text), because: error.sentence)]
    }
    guard address.doubts.isEmpty || doubtHeard == address else {
      doubt = address
      let key = keymap.label(for: .browse, in: scopes) ?? Command.browse.rawValue
      return say("\(address.warning); \(key) again opens it")
    }
    return say("\(note)opening \(address.label)") + [.open(address)]
  }
}
