import Briefing
import Canvas
import Reader

extension Scene {
  /// The screens of feeds and of pages.
  static let feeds = [
    Scene("feeds-what-is-unread-and-what-fails", .usual, .withFeeds, "5 j"),
    Scene("feeds-small", .small, .withFeeds, "5"),
    Scene("feeds-wide-beside-nothing", .wide, .withFeeds, "5"),
    Scene(
      "refresh-in-progress", .usual, .withFeeds, "j R",
      then: [.refreshing(RefreshProgress(done: 12, total: 40, newStories: 0))]),
    Scene(
      "feeds-of-a-page-to-choose-from", .usual, .withFeeds, "F", "\"https://gazette.example/\"", "<enter>",
      then: [
        .feedsFound(
          [
            FeedChoice(title: "The Port Gazette: all", url: "https://gazette.example/rss"),
            FeedChoice(title: "The Port Gazette: ships", url: "https://gazette.example/ships.rss"),
            FeedChoice(title: "", url: "https://gazette.example/comments/feed?format=atom"),
          ], in: "https://gazette.example/")
      ]),
    Scene(
      "page-of-an-entry", .usual, .withEntry, "j <enter> x",
      then: [.pageKept(Library.wheel, url: "https://miller.example/2026/wheel")]),
  ]
}
