#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a program is that is named as on a command line.
enum ProgramPlace {
  /// Its path, found in a list such as `$PATH` where it is no path itself; nil where there is none to be started.
  static func find(_ program: String, in list: String?) -> String? {
    let places = program.contains("/") ? [program] : folders(list).map { "\($0)/\(program)" }
    return places.first { access($0, X_OK) == 0 }
  }

  /// The same, with all links on the way followed: an alternative of the system's is the program that was chosen for it.
  static func findReal(_ program: String, in list: String?) -> String? {
    guard let place = find(program, in: list) else { return nil }
    guard let real = realpath(place, nil) else { return place }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folders(_ list: String?) -> [Substring] {
    (list ?? "/bin:/usr/bin").split(separator: ":")
  }
}
