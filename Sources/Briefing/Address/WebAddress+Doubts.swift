/// Why an address may lead elsewhere than it seems to.
public enum Doubt: Hashable, Sendable {
  /// What stands before the `@` is not where it leads.
  case user(String)
  /// The host is a number, written as it is said here.
  case number(written: String)
  /// It leads to this machine or to the network around it.
  case local
  /// A label of the host mixes letters that are not written together.
  case mixed(label: String, scripts: [String])
  /// A label is written in letters that look like those of another alphabet.
  case lookAlike(label: String, plain: String)
  /// A label is written in letters that hardly any host is named in.
  case rare(label: String)
}

extension WebAddress {
  /// All that is to be said before it is opened; empty for most addresses. Names in one script of their own are no doubt.
  public var doubts: [Doubt] {
    (user.map { [.user($0)] } ?? []) + host.doubts
  }
}

extension WebHost {
  fileprivate var doubts: [Doubt] {
    switch self {
    case .number(let number, let written):
      return [.number(written: written)] + (number.isLocal ? [.local] : [])
    case .name(let ascii, let shown):
      let labels = shown.split(separator: ".").map(String.init)
      let top = labels.last ?? ""
      return (Self.isLocal(name: ascii) ? [.local] : []) + labels.compactMap { Self.doubt(of: $0, under: top) }
    }
  }

  private static func doubt(of label: String, under top: String) -> Doubt? {
    let scripts = scripts(of: label)
    if scripts.contains(.rare) { return .rare(label: label) }
    if scripts.count > 1, !HostScript.together.contains(where: scripts.isSubset(of:)) {
      return .mixed(label: label, scripts: scripts.map(\.name).sorted())
    }
    guard let script = scripts.first, scripts.count == 1 else { return nil }
    // Under a top-level domain of its own letters a name looks like what it is.
    if script != .latin, label != top, Self.scripts(of: top) == scripts { return nil }
    return LookAlike.plain(label, script).map { .lookAlike(label: label, plain: $0) }
  }

  private static func scripts(of label: String) -> Set<HostScript> {
    Set(label.unicodeScalars.map(HostScript.of)).subtracting([.common, .none])
  }
}

/// Letters that many fonts draw like those of the Latin alphabet.
enum LookAlike {
  private static let tables: [HostScript: [Unicode.Scalar: Unicode.Scalar]] = [
    .cyrillic: table("асԁеһіјӏорԛѕԝхуѵьгпкѡҽ", "acdehijlopqswxyvbrnkwe"),
    .greek: table("αεηικνοπρτυχωγσς", "aenikvonptuxwyoc"),
    .armenian: table("աօոսհցզքյ", "wonuhgqpj"),
    .latin: table("ɑıɡɩɪʏ", "aigiiy"),
  ]

  /// What a label looks like in plain letters; nil unless all of it does, and looks like another.
  static func plain(_ label: String, _ script: HostScript) -> String? {
    guard let table = tables[script] else { return nil }
    var plain = String.UnicodeScalarView()
    var isOther = false
    for scalar in label.unicodeScalars {
      if let twin = table[scalar] {
        plain.append(twin)
        isOther = true
      } else {
        guard scalar.isASCII else { return nil }
        plain.append(scalar)
      }
    }
    return isOther ? String(plain) : nil
  }

  private static func table(_ letters: String, _ twins: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(letters.unicodeScalars, twins.unicodeScalars)) { first, _ in first }
  }
}
