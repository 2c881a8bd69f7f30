import Briefing

@testable import Terminal

/// An address that may be opened is one harmless word, reads as the same when read again, is shown as text that passes the
/// gate, and leads to the same page as that.
enum AddressPromise {
  static func broken(by input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    guard let address = try? WebAddress(text) else { return nil }
    if !AddressWord.isSafe(address.text) { return "no harmless word: \(address.text)" }
    guard let again = try? WebAddress(address.text) else { return "\(address.text) cannot be read again" }
    if again.text != address.text { return "\(address.text) reads as \(again.text)" }
    if again.user != nil { return "a user is left in \(address.text)" }
    if again.host.shown != address.host.shown { return "\(address.host.shown) is shown as \(again.host.shown)" }
    if !Gate.text(of: address.shown).isVerbatim(address.shown) { return "\(address.shown) would not pass the gate" }
    let key = PageAddress.key(of: address.text)
    if PageAddress.key(of: address.shown) != key { return "\(address.shown) is another page than \(address.text)" }
    return doubtless(address) ?? words(of: address.text)
  }

  /// What is not plain ASCII or is a number is never silently taken for a name.
  private static func doubtless(_ address: WebAddress) -> String? {
    if case .number = address.host, address.doubts.isEmpty { return "a number without a doubt: \(address.text)" }
    if address.user != nil, address.doubts.isEmpty { return "a user without a doubt: \(address.text)" }
    return nil
  }

  /// The address is one word of the command, whole.
  private static func words(of address: String) -> String? {
    for browser in ["one", "one %s", "one --at=%s", "one '%s' two"] {
      let commands = (try? Browser.commands(for: address) { $0 == "BROWSER" ? browser : nil }) ?? []
      let count = commands.first?.words.count { $0 == address || $0 == "--at=" + address }
      if count != 1 { return "as \(browser), not one word: \(address)" }
    }
    return nil
  }
}
