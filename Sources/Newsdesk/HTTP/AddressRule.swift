import Briefing

/// Where a request may lead, by who named its address.
enum AddressRule: Hashable {
  /// Anywhere: the user typed it, or it is the very host and port that the user typed.
  case anywhere
  /// Anywhere but to this machine and private networks, whatever its name is looked up as.
  case net
  /// Nowhere: the address says by itself that it is none of the net.
  case refused

  init(for address: WebAddress, namedBy namer: HTTPRequest.Namer) {
    switch namer {
    case .user: self = .anywhere
    case .content(let page?) where page.host.ascii == address.host.ascii && page.port == address.port: self = .anywhere
    case .content: self = address.host.isOfNet ? .net : .refused
    }
  }
}

extension HTTPRequest.Namer {
  /// Who names the address that a server sends on to: content, which may name the place again that it is of.
  func sendingOn(from address: WebAddress) -> HTTPRequest.Namer {
    if case .user = self { .content(of: address) } else { self }
  }
}

extension WebHost {
  /// Whether nothing in the host itself says that it is none of the net at large.
  fileprivate var isOfNet: Bool {
    if case .number(let number, _) = self { number.isOfNet } else { !isLocal }
  }
}
