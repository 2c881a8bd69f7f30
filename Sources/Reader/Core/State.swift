public import Briefing
public import Canvas

/// Everything that the reader shows and remembers while it runs.
///
/// Changed only by `receive`, drawn only by `draw`; knows no clock, no file, no terminal and no catalog.
public struct State: Sendable {
  public internal(set) var size: Size
  var history: History
  var foot: String?

  /// A reader that opens on the index of a listing.
  public init(size: Size, listing: Listing = Listing()) {
    self.size = size
    history = History(first: .index(IndexState(listing: listing)))
  }

  /// What to ask for before the first key.
  public func start() -> [Effect] {
    []
  }

  /// Takes in what happened and says what is to be done about it.
  public mutating func receive(_ message: Message) -> [Effect] {
    []
  }

  /// Draws the whole screen. Total for any size from 1×1 up.
  public func draw(on canvas: inout Canvas) {
  }
}
