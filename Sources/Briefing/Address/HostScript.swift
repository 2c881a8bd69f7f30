/// The script that a scalar in the name of a host belongs to.
struct HostScript: Hashable {
  let number: UInt8

  /// A scalar that no name of a host has: a sign, a space, what normalisation would change.
  static let none = HostScript(number: 0)
  /// What several scripts share, such as digits.
  static let common = HostScript(number: 1)
  /// Scripts that hardly any host is named in.
  static let rare = HostScript(number: 2)
  static let latin = named("Latin")
  static let greek = named("Greek")
  static let cyrillic = named("Cyrillic")
  static let armenian = named("Armenian")

  /// The scripts that are written together: those of Japanese, of Korean, and of Chinese with its phonetic letters.
  static let together: [Set<HostScript>] = [
    [latin, named("Han"), named("Hiragana"), named("Katakana")], [latin, named("Han"), named("Hangul")],
    [latin, named("Han"), named("Bopomofo")],
  ]

  var name: String {
    let index = Int(number) - 3
    return Self.names.indices.contains(index) ? Self.names[index] : "rare"
  }

  private static func named(_ name: String) -> HostScript {
    HostScript(number: UInt8(3 + (names.firstIndex(of: name) ?? 0)))
  }

  /// The script of a scalar, which is in lower case.
  static func of(_ scalar: Unicode.Scalar) -> HostScript {
    if scalar.isASCII {
      let isLetter = ("a"..."z").contains(scalar)
      return isLetter ? latin : ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_" ? common : none
    }
    let key = scalar.value << 8 | 0xFF
    let next = runs.partitioningIndex { $0 > key }
    return next > 0 ? HostScript(number: UInt8(runs[next - 1] & 0xFF)) : none
  }
}
