/// A source named at one place in a block.
public struct Citation: Hashable, Sendable {
  /// Where the mark stands: a UTF-8 offset into the block's text, right behind the claim (behind its last word or full
  /// stop, before the space that follows), on a scalar boundary.
  public var place: Int
  /// Lower case, without a leading `www.`; an internationalised host is kept in Unicode.
  public var host: String
  /// The whole address, verbatim, only if the input gave it. Never made up from the host: only
  /// what is opened in its place is.
  public var url: String?
  /// What the text calls the source, where it names it otherwise than by its host.
  public var label: String?

  public init(place: Int, host: String, url: String? = nil, label: String? = nil) {
    self.place = place
    self.host = host
    self.url = url
    self.label = label
  }

  /// What is known of where it leads: the whole address where the input gave it, else the host.
  public var address: String { url ?? host }
}
