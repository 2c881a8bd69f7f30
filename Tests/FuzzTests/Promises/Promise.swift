/// What a part of Courant promises for every input, made so that a fuzzer can look for one that breaks it.
enum Promise: String, CaseIterable {
  /// Bytes to story: nothing is lost, and only what the gate lets through comes out.
  case story
  /// What is printed parses back to the same.
  case canonical
  /// What a catalog stores of a reading gives it back.
  case codec
  case gate
  case query
  case keys
  /// Text to cells, the last guard before the terminal.
  case glyphs
  /// Text to an address that may be opened.
  case address
  /// The settings' file.
  case config
  case json
  /// HTML to story.
  case page
  /// HTML and XML to tags and text.
  case markup
  /// RSS, Atom and JSON Feed to stories.
  case feed
  case mail
  /// A day of Kagi News to stories.
  case kagi

  /// In one sentence what is broken by this input; nil if the promise holds.
  func broken(by input: [UInt8]) -> String? {
    switch self {
    case .story: StoryPromise.broken(by: input)
    case .canonical: CanonicalPromise.broken(by: input)
    case .codec: CodecPromise.broken(by: input)
    case .gate: GatePromise.broken(by: input)
    case .query: QueryPromise.broken(by: input)
    case .keys: KeyPromise.broken(by: input)
    case .glyphs: GlyphPromise.broken(by: input)
    case .address: AddressPromise.broken(by: input)
    case .config: ConfigPromise.broken(by: input)
    case .json: JSONPromise.broken(by: input)
    case .page: PagePromise.broken(by: input)
    case .markup: MarkupPromise.broken(by: input)
    case .feed: FeedPromise.broken(by: input)
    case .mail: MailPromise.broken(by: input)
    case .kagi: KagiPromise.broken(by: input)
    }
  }
}

extension String {
  /// Whether it is the same scalar by scalar, which equal strings need not be.
  func isVerbatim(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
