import Briefing

/// An address that may be laid under words: a click on them is answered by the terminal, and nothing can be said before. So
/// none may lead elsewhere than it seems to.
struct ClickAddress: Hashable, Sendable {
  /// In ASCII, as `WebAddress.text`.
  let text: String

  init?(_ address: String) {
    guard let address = try? WebAddress(address), address.doubts.isEmpty else { return nil }
    text = address.text
  }
}
