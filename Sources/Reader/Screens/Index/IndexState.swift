import Briefing

/// The list of stories: a window of rows around the cursor, never the catalog.
struct IndexState: Hashable, Sendable {
  var listing: Listing
}
