/// Whether the user's settings are understood.
enum ConfigChecks {
  static func all() -> [Check] {
    guard let place = ConfigPlace() else { return [.note("HOME is not set, so there are no settings of your own")] }
    let config = Config(at: place.path)
    guard config.isThere else { return [.ok("no settings of your own; courant config prints all there are")] }
    guard config.troubles.isEmpty else { return config.troubles.map { Check(verdict: .wrong, finding: $0.sentence) } }
    return [.ok("every line of \(quoted(place.name)) is understood")]
  }
}
