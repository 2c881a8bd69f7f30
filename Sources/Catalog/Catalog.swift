public import Briefing

/// Stories in order, findable by their words, sources and questions.
///
/// Safe to use from several threads at once. Holds no opinion on files or the network: it takes stories that were read
/// elsewhere. Every call waits for the one before it; none holds the catalog for longer than a few milliseconds, however
/// many stories a batch has.
public final class Catalog: Sendable {
  /// A catalog that lives as long as the process.
  public static func inMemory() throws(CatalogError) -> Catalog {
    Catalog()
  }

  /// Puts stories in. Adding a story that is already there changes nothing.
  public func add(_ batch: [Arrival]) throws(CatalogError) -> Added {
    Added()
  }

  /// A run of the index. Costs the same anywhere in a listing.
  ///
  /// Rows come in the order of the listing, whichever end the window is named by. A neighbour that has left the
  /// catalog still works as the window's edge.
  public func rows(_ listing: Listing, _ window: RowWindow) throws(CatalogError) -> [Row] {
    []
  }

  /// How many stories a listing has.
  public func count(_ listing: Listing) throws(CatalogError) -> RowCount {
    RowCount(stories: 0, unread: 0)
  }

  /// How many stories of a listing stand before this one; nil if it is not among them. Costs a count.
  public func position(of id: StoryID, in listing: Listing) throws(CatalogError) -> Int? {
    nil
  }

  /// A whole story; `id` may be cut short as long as only one story's begins so.
  public func entry(_ id: StoryID) throws(CatalogError) -> Entry? {
    nil
  }

  /// The bytes that a story was read from.
  public func original(_ id: StoryID) throws(CatalogError) -> [UInt8]? {
    nil
  }

  /// The story after this one in a listing (before it, unless `forward`); nil at its end, or if the story is unknown.
  public func neighbour(of id: StoryID, in listing: Listing, forward: Bool) throws(CatalogError) -> StoryID? {
    nil
  }

  /// The story that stands at an address.
  public func page(at url: String) throws(CatalogError) -> StoryID? {
    nil
  }

  /// The sources whose host contains the text, those with the most claims first.
  public func sources(matching text: String = "") throws(CatalogError) -> [Source] {
    []
  }

  /// Every claim that rests on a host, newest story first, in reading order within a story.
  ///
  /// - Parameters:
  ///   - after: the last claim of the part before.
  ///   - limit: about how many; a story's claims are never torn apart. Each story costs some 20 µs.
  public func claims(host: String, after: Claim? = nil, limit: Int = .max) throws(CatalogError) -> [Claim] {
    []
  }

  /// The questions whose wording matches the words, grouped by meaning, the one asked last first.
  public func questions(matching text: String = "", limit: Int = .max) throws(CatalogError) -> [Question] {
    []
  }

  /// The places where the words of a query stand, newest story first, in reading order within a story.
  ///
  /// The stories are those that `rows` lists for the same query. Within a story the hits are the blocks that hold the
  /// most of its words.
  /// - Parameters:
  ///   - after: the last hit of the part before.
  ///   - limit: at most how many hits.
  /// - Returns: the hits, and whether there are none after them.
  public func hits(
    _ query: String, after: Hit? = nil, limit: Int
  ) throws(CatalogError) -> (hits: [Hit], isComplete: Bool) {
    ([], true)
  }

  /// Sets a mark on stories; ids that the catalog does not hold are passed over.
  public func mark(_ ids: [StoryID], _ mark: Mark) throws(CatalogError) {
  }
}
