extension StoryReader {
  /// Gives the sources of a list that nothing refers to, where a line has some, to what stands above.
  mutating func addSources(ofLine index: Int) {
    guard let sources = layout.references.unreferred[index] else { return }
    add(Block(text: "", citations: sources.map { $0.citation(at: 0) }))
  }
}
