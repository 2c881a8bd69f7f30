import Briefing
public import Canvas
import Reader

/// A screen that is kept as a golden file, and that a real terminal has to show as it was drawn.
public struct Scene: Sendable {
  /// What it is there to show; also the name of its file.
  public let name: String
  public let size: Size
  /// The keys that lead there, in the notation of `Driver.press`; `"…"` types a text.
  let keys: [String]
  /// The story that it begins on; nil for the list of the stories.
  var story: Story?

  /// The reader in this scene.
  public var driver: Driver {
    var driver = story.map { Driver(size: size, on: .story(Library.detail(of: $0))) } ?? Driver(size: size)
    for key in keys {
      if key.hasPrefix("\"") { driver.type(String(key.dropFirst().dropLast())) } else { driver.press(key) }
    }
    return driver
  }

  public var canvas: Canvas { driver.canvas }

  init(_ name: String, _ size: Size, of story: Story? = nil, _ keys: String...) {
    self.story = story
    self.name = name
    self.size = size
    self.keys = keys
  }
}
