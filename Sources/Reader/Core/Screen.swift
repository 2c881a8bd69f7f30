/// One of the screens that the reader shows. Each has a folder of its own with state, update and view.
struct Screen: Hashable, Sendable {
  var content: any ScreenContent

  init(_ content: any ScreenContent) {
    self.content = content
  }

  /// Changes the screen through what all screens can do, in place: what it holds is not copied, however much that is.
  mutating func change<Result>(_ body: (inout any ScreenContent) -> Result) -> Result {
    body(&content)
  }

  static func == (left: Screen, right: Screen) -> Bool { left.content.isEqual(to: right.content) }
  func hash(into hasher: inout Hasher) { content.hash(into: &hasher) }
}

extension Hashable {
  /// Whether both are of one type, and equal.
  func isEqual(to other: any Hashable) -> Bool { other as? Self == self }
}
