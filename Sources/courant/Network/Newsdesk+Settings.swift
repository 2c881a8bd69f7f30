import ArgumentParser
import Catalog
import Newsdesk

extension Newsdesk {
  /// What fetches for a catalog, as the user's settings have it.
  convenience init(for catalog: Catalog, _ settings: NetworkSettings = Config.current.settings.network, isOffline: Bool)
  {
    let isOffline = isOffline || !settings.isOn
    self.init(
      catalog: catalog, client: HTTPClient(agent: Courant.agent, isOffline: isOffline),
      preferences: NewsdeskPreferences(settings))
  }
}

extension NewsdeskPreferences {
  init(_ settings: NetworkSettings) {
    self.init(feeds: settings.feeds, offlineQuery: settings.cited.query, offlineLimit: settings.limit) { $0.words }
  }
}

extension Courant {
  /// What servers are told of the program.
  static let agent = "Courant/\(Version.number) (terminal news reader)"
}

/// Whether the network may be used.
struct NetworkOptions: ParsableArguments {
  @Flag(help: "Make no connection, whatever is asked for.")
  var offline = false

  /// Whether that was asked for here, or in the settings.
  var isOffline: Bool { offline || !Config.current.settings.network.isOn }
}
