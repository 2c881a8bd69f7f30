import Briefing

/// Where a story came from, as a number: it is only ever compared.
enum Origin {
  static func key(of origin: String) -> Int64 {
    var print = Fingerprint()
    print.add(origin)
    return Int64(bitPattern: print.value)
  }
}
