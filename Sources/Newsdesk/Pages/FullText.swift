import Briefing
import Catalog
import Formats

/// Feeds that give only the openings of what their pages say.
extension Newsdesk {
  /// Wants the pages of a feed's new entries, where the feed gives only their openings: the user said so, or one entry and its
  /// page show it.
  func wantFullText(of new: FeedRefresh.FeedWithNew, _ stop: FetchStop) throws(CatalogError) {
    var entries: [StoryDetail] = []
    for id in new.stories.prefix(Self.mostEntries) {
      if let detail = try catalog.detail(id), detail.story.url != nil { entries.append(detail) }
    }
    guard !entries.isEmpty else { return }
    switch new.feed.settings.isFullText {
    case true?: break
    case false?: return
    case nil:
      guard entries.allSatisfy({ Self.length(of: $0.story) < Self.shortest }) else { return }
      let isTeaser = try isTeaser(entries[0], of: new.feed, stop)
      guard let isTeaser else { return }
      var settings = new.feed.settings
      settings.isFullText = isTeaser
      try catalog.change(new.feed.id, settings)
      guard isTeaser else { return }
    }
    let pages = entries.compactMap { entry in
      entry.story.url.map { WantedPage(url: $0, story: entry.row.id, isAskedFor: false) }
    }
    try catalog.want(pages, at: clock())
  }

  /// Entries as short as this may be openings, and pages longer by so many times show it. In bytes.
  private static let shortest = 600
  private static let growth = 3
  private static let mostEntries = 200

  /// Whether the page of an entry says much more than the entry; nil where it cannot be had now.
  private func isTeaser(_ entry: StoryDetail, of feed: Subscription, _ stop: FetchStop) throws(CatalogError) -> Bool? {
    guard let url = entry.story.url else { return nil }
    do {
      let kept = try keepPage(at: url, namedBy: .content(of: try? WebAddress(feed.url)), stop: stop)
      guard let page = try catalog.detail(kept.id) else { return nil }
      return Self.length(of: page.story) >= max(Self.shortest, Self.growth * Self.length(of: entry.story))
    } catch let error as CatalogError {
      throw error
    } catch {
      return nil
    }
  }

  private static func length(of story: Story) -> Int {
    story.blocks.reduce(0) { $0 + $1.text.utf8.count }
  }
}
