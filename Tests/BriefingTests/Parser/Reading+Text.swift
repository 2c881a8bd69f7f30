@testable import Briefing

/// Reads a story whose body is `body`, and gives back its lede.
func lede(_ body: String) -> Block {
  StoryParser.parse(Array("A headline\n\n\(body)".utf8)).story.lede.first ?? Block(text: "")
}

/// Reads a whole text.
func read(_ text: String) -> Reading {
  StoryParser.parse(Array(text.utf8))
}

extension Block {
  /// The words, with each citation in brackets where it stands.
  var marked: String {
    var output = Array(text.utf8)
    for citation in citations.reversed() {
      output.insert(contentsOf: Array("[\(citation.address)]".utf8), at: citation.place)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
