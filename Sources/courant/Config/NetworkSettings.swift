import Briefing
import Newsdesk

/// What the user chose for the network.
struct NetworkSettings: Hashable {
  /// Whether it may be used at all.
  var isOn = true
  /// How long a reader that stays open waits between two refreshes, in seconds; nil for none by itself.
  var interval: Int?
  var cited = Cited.none
  /// How many bytes of pages are kept.
  var limit = 500_000_000
  /// By their addresses.
  var feeds: [String: FeedOverride] = [:]

  /// Of which stories the cited pages are kept with each refresh.
  enum Cited: String, Hashable, CaseIterable {
    case starred, unread, all, none

    /// The stories as a query; nil for none.
    var query: String? {
      switch self {
      case .starred: "is:starred"
      case .unread: "is:unread"
      case .all: ""
      case .none: nil
      }
    }
  }
}

/// What the tables `offline` and `feeds` hold.
enum NetworkSetting {
  static let offline = [cited, limit]

  private static let cited = Setting(
    name: "cited",
    about: [
      "Of which stories the pages that they cite are kept with each refresh:",
      Setting.choices(NetworkSettings.Cited.allCases.map(\.rawValue)) + ".",
    ],
    value: "\"none\""
  ) { value, settings throws(SettingFault) in
    let name = try Setting.choice(value, among: NetworkSettings.Cited.allCases.map(\.rawValue))
    settings.network.cited = NetworkSettings.Cited(rawValue: name) ?? .none
  }

  private static let limit = Setting(
    name: "limit",
    about: [
      "How much of such pages is kept; those that were fetched first go first, but for starred, tagged and noted ones."
    ],
    value: "\"500 MB\""
  ) { value, settings throws(SettingFault) in
    guard case .text(let text) = value, let bytes = bytes(text) else { throw .wrongKind("a size, such as \"500 MB\"") }
    settings.network.limit = bytes
  }

  /// What can be said of a feed, and what it is.
  static let feed: [FeedAttribute] = [
    FeedAttribute(name: "title", about: "what lists call it", example: "\"The Port\"") {
      value, feed throws(SettingFault) in
      guard case .text(let text) = value else { throw .wrongKind("a name in quotes") }
      feed.title = text
    },
    FeedAttribute(name: "tags", about: "what its stories are tagged with when they come", example: "[\"sea\"]") {
      value, feed throws(SettingFault) in
      guard let texts = value.texts else { throw .wrongKind("a tag in quotes, or a list of such") }
      feed.tags = texts.compactMap { Tag.name($0) }
    },
    FeedAttribute(name: "every", about: "how often it is fetched at most", example: "\"2h\"") {
      value, feed throws(SettingFault) in feed.interval = try interval(value)
    },
    FeedAttribute(name: "full", about: "whether the page of each entry is fetched as well", example: "true") {
      value, feed throws(SettingFault) in feed.isFullText = try Setting.flag(value)
    },
    FeedAttribute(name: "keep", about: "how many days entries stay that were read, or \"forever\"", example: "90") {
      value, feed throws(SettingFault) in
      switch value {
      case .number(let days) where (1...100_000).contains(days): feed.keep = .days(days)
      case .text("forever"): feed.keep = .forever
      default: throw .wrongKind("a number of days, or \"forever\"")
      }
    },
  ]

  /// A length of time, in seconds: ten minutes at least, since servers are to be spared.
  static func interval(_ value: SettingValue) throws(SettingFault) -> Int {
    guard case .text(let text) = value, let age = Age(argument: text), age.seconds >= 600 else {
      throw .wrongKind("a time of ten minutes or more, such as \"30m\", \"2h\" or \"1d\"")
    }
    return Int(clamping: age.seconds)
  }

  /// `500 MB`, `2GB`, `800 kB`.
  static func bytes(_ text: String) -> Int? {
    let letters = text.filter { !$0.isWhitespace }.lowercased()
    let units = ["kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000]
    guard let unit = units[String(letters.suffix(2))], let count = Int(letters.dropLast(2)),
      (0...1_000_000).contains(count)
    else { return nil }
    return count * unit
  }
}

/// Something that can be said of a thing that has a table of its own.
struct Attribute<Subject>: Sendable {
  let name: String
  let about: String
  let example: String
  let take: @Sendable (SettingValue, inout Subject) throws(SettingFault) -> Void
}

typealias FeedAttribute = Attribute<FeedOverride>
