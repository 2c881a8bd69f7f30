import Newsdesk

/// What can be fetched here. No connection is made.
enum NetworkChecks {
  static func all(_ settings: NetworkSettings = Config.current.settings.network) -> [Check] {
    guard settings.isOn else {
      return [.ok("the network is switched off by the settings, and nothing is fetched")]
    }
    guard let version = HTTPLibrary.version else {
      return [
        .note(
          "libcurl is not installed, so nothing can be fetched; reading goes on without it",
          "on Debian or Ubuntu: apt install libcurl4")
      ]
    }
    return [.ok("feeds and pages can be fetched, by \(version)")]
  }
}
