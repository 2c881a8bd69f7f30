import Briefing

extension State {
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
