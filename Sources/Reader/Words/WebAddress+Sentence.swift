import Briefing

extension WebAddress {
  /// The address as people read it, with the name that the net knows the host by where that is another.
  var label: String { host.ascii == host.shown ? shown : "\(shown) (\(host.ascii))" }

  /// Where it leads, and what is strange about it.
  var warning: String {
    "this leads to \(host.label): " + doubts.map(\.sentence).joined(separator: "; ")
  }
}

extension WebHost {
  fileprivate var label: String { ascii == shown ? shown : "\(shown) (\(ascii))" }
}

extension Doubt {
  fileprivate var sentence: String {
    switch self {
    case .user(let name): "“\(name)” before the @ is no host, and left out"
    case .number(let written): "the host is a number, written \(written)"
    case .local: "that is this machine or the network around it"
    case .mixed(let label, let scripts): "“\(label)” mixes \(scripts.joined(separator: " and ")) letters"
    case .lookAlike(let label, let plain): "“\(label)” only looks like “\(plain)”"
    case .rare(let label): "“\(label)” is in letters that hardly any host is named in"
    }
  }
}

extension WebAddress.Flaw {
  /// Why the address is not opened.
  var sentence: String {
    switch self {
    case .noScheme: "this is no whole address, and not opened"
    case .otherScheme(let scheme): "only http and https addresses are opened, not \(scheme)"
    case .noHost: "this address names no host, and is not opened"
    case .badHost(let host): "no host can be called “\(host)”, so the address is not opened"
    case .badPort: "this address has no possible port, and is not opened"
    }
  }
}
