import Briefing

/// An address without what does not change the page that it leads to.
enum Address {
  static func key(of url: String) -> String {
    var rest = url[...]
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let path = rest[slash...]
    return Query.host(String(rest[..<slash])) + (path.last == "/" ? path.dropLast() : path)
  }
}
