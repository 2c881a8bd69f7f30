/// The hosts that a text cites in a form that is nothing but a citation.
struct PlainHosts {
  private(set) var names: Set<String> = []

  /// Reads every pair of the text once.
  init(in text: Bytes) {
    var index = 0
    while index < text.count {
      guard CitationPair.openingWidth(text, at: index) > 0,
        let pair = CitationPair.read(text, at: index, limit: text.count), pair.isClosed
      else {
        index += 1
        continue
      }
      for item in pair.items where item.host.certainty == .certain { names.insert(item.host.name(in: text)) }
      index = pair.end
    }
  }
}
