import Briefing

/// Where the user is: what comes later is shown at once only where that has not changed.
struct Whereabouts: Hashable, Sendable {
  private let tab: Tabs.Tab
  private let position: Int
  private let story: StoryID?
  private let spot: StorySpot?

  init(of state: State) {
    let story = state.history.current.story
    (tab, position) = (state.tabs.shown, state.history.position)
    (self.story, spot) = (story?.detail.row.id, story?.cursor.spot)
  }
}

/// A page that is being fetched, because the user wants to read it.
struct PageFetch: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// To be read behind what leads there.
    case page
    /// To be read in the place of what a feed has of it.
    case fullText(of: StoryID)
    /// To be added as a story.
    case story
  }

  let url: String
  let purpose: Purpose
  /// Where it was asked for.
  var whereabouts: Whereabouts
  var bytes = 0
  var total: Int?

  /// How it goes on, the longest wording first.
  func wordings(stop: String) -> [String] {
    let host = (try? WebAddress(url))?.host.shown ?? url
    let size = bytes > 0 ? ", \(Self.size(bytes))" + (total.map { " of \(Self.size($0))" } ?? "") : ""
    return [
      "fetching \(host)\(size) · \(stop) stops", "fetching \(host) · \(stop) stops", "fetching · \(stop) stops",
      "fetching",
    ]
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(max(1, bytes / 1000)) KB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }
}

/// What the user wants to follow, while it is looked at.
struct Following: Hashable, Sendable {
  let text: String
  /// Where it was asked for.
  let whereabouts: Whereabouts

  func wordings(stop: String) -> [String] {
    let name = (try? WebAddress(text))?.host.shown ?? text
    return ["looking at \(name) · \(stop) stops", "looking · \(stop) stops", "looking"]
  }
}

extension State {
  /// Whether the user is where something was asked for, and does nothing else.
  func isStill(at whereabouts: Whereabouts) -> Bool {
    prompt == nil && question == nil && pendingNavigation == nil && pending.isEmpty
      && Whereabouts(of: self) == whereabouts
  }
}
