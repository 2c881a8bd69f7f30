import Briefing
public import Reader

extension FakeCatalog {
  /// The usual stories, and feeds that are followed.
  public static var withFeeds: FakeCatalog {
    var catalog = FakeCatalog()
    catalog.feeds = Library.feeds
    return catalog
  }

  /// The same, of which the server of an account follows some, each in a folder.
  public static var withAccount: FakeCatalog {
    var catalog = FakeCatalog.withFeeds
    for (index, folder) in [(1, "sea"), (3, "news")] where catalog.feeds.indices.contains(index) {
      catalog.feeds[index].stream = "feed/\(index)"
      catalog.feeds[index].settings.tags = [folder]
    }
    return catalog
  }

  /// An entry of a feed, a story that cites its page, and the usual ones below.
  public static var withEntry: FakeCatalog {
    var catalog = FakeCatalog([Library.citing] + Library.stories)
    catalog.keep(Library.teaser)
    return catalog
  }
}

extension ReaderSettings {
  /// With what fetches feeds and pages.
  public static var fetching: ReaderSettings {
    var settings = ReaderSettings()
    settings.canFetch = true
    return settings
  }
}
