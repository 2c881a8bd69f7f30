extension WebHost {
  /// Whether it names this machine or something of the network around it, as far as the address itself says so: where a name
  /// leads is known only when it is looked up.
  public var isLocal: Bool {
    switch self {
    case .name(let ascii, _): Self.isLocal(name: ascii)
    case .number(let number, _): number.isLocal
    }
  }

  /// Whether a name is one of those that the net at large does not have (RFC 6761, 6762 and 8375, and what routers use).
  static func isLocal(name: String) -> Bool {
    let labels = name.split(separator: ".")
    guard labels.count > 1 else { return true }
    return ["localhost", "local", "internal", "lan", "home", "localdomain"].contains(labels.last)
      || name.hasSuffix("home.arpa") || name.hasSuffix("home.arpa.")
  }
}

extension IPAddress {
  /// Whether it names this machine or one of a private network, and none of the net at large.
  ///
  /// Private, shared and link-local networks (RFC 1918, 6598, 3927, 4193, 4291), and all that stands for such an address: within
  /// one of six (`::ffff:…`, `::…`), for a translator (RFC 6052 and 8215), or for a tunnel (RFC 3056).
  public var isLocal: Bool {
    switch self {
    case .four(let value):
      switch value >> 24 {
      case 0, 10, 127: return true
      case 100: return value >> 22 == 100 << 2 | 1
      case 169: return value >> 16 == 169 << 8 | 254
      case 172: return value >> 20 == 172 << 4 | 1
      case 192: return value >> 16 == 192 << 8 | 168
      default: return value == .max
      }
    case .six(let groups):
      if let inner = Self.four(in: groups) { return inner.isLocal }
      return groups[0] & 0xFE00 == 0xFC00 || groups[0] & 0xFF80 == 0xFE80 || groups.dropLast().allSatisfy { $0 == 0 }
        || groups[..<3].elementsEqual([0x64, 0xFF9B, 1])
    }
  }

  /// Whether a server of the net at large can have it: it is not local, and neither for many at once (RFC 5771, 4291) nor kept
  /// for later or for trials (RFC 1112, 2544, 6890).
  public var isOfNet: Bool {
    guard !isLocal else { return false }
    switch self {
    case .four(let value):
      return value >> 28 < 14 && value >> 8 != 192 << 16 && value >> 17 != (198 << 8 | 18) >> 1
    case .six(let groups):
      if let inner = Self.four(in: groups) { return inner.isOfNet }
      // Teredo, whose addresses stand for others (RFC 4380).
      return groups[0] & 0xFF00 != 0xFF00 && !(groups[0] == 0x2001 && groups[1] == 0)
    }
  }

  /// The address of four numbers that one of six stands for.
  private static func four(in groups: [UInt16]) -> IPAddress? {
    let zeros = groups.prefix { $0 == 0 }.count
    func four(at index: Int) -> IPAddress { .four(UInt32(groups[index]) << 16 | UInt32(groups[index + 1])) }
    if groups[0] == 0x2002 { return four(at: 1) }
    if groups[..<6].elementsEqual([0x64, 0xFF9B, 0, 0, 0, 0]) { return four(at: 6) }
    // `::1` and `::` are addresses of their own.
    let isMapped = zeros == 5 && groups[5] == 0xFFFF || zeros == 4 && groups[4] == 0xFFFF && groups[5] == 0
    return isMapped || zeros == 6 ? four(at: 6) : nil
  }
}
