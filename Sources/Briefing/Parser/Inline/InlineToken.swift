/// A piece of a paragraph that is no plain word: a mark, or something that stands for words.
struct InlineToken {
  enum Kind {
    /// A mark that vanishes.
    case mark
    /// Bytes that are words, whatever they look like.
    case literal(Range<Int>)
    /// Words that the piece stands for.
    case words(String)
    case open(Block.Span.Style)
    case close(Block.Span.Style)
    /// The words of a span of code, as they stand.
    case code(Range<Int>)
    case openLink
    case closeLink(InlineTarget)
    case openImage
    case closeImage(InlineTarget)
    /// An image whose words stand in a tag, as they are written there.
    case image(InlineTarget, words: Range<Int>?)
    /// An address that is its own words.
    case address(InlineTarget)
    /// The sources that the piece names.
    case citations([InlineSource])
    /// No words of the story.
    case aside(SetAside.Reason)
    case lineBreak
  }

  /// The bytes of the input in whose place it stands.
  var range: Range<Int>
  var kind: Kind
  /// Whether it is a tag that says more than its kind does, and so is set aside as well.
  var saysMore = false
}

/// Where a link or an image leads.
struct InlineTarget: Equatable {
  /// The address, decoded; nil if it was cut off.
  var url: String?
  /// The bytes that give the address.
  var range: Range<Int>
  /// A title behind it, or the rest of an address that was cut.
  var remainder: Range<Int>?
  /// Whether a list defines it, which is set aside whole.
  var isDefined = false

  /// The address if it leads into the web.
  var webURL: String? {
    guard let url, InlineAddress.isWeb(url) else { return nil }
    return url
  }
}

/// A source that a mark refers to.
struct InlineSource: Hashable {
  var host: String
  var url: String?
  var label: String?
}
