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
  /// What is fetched, and what comes of it after the keys; nil where nothing can be.
  var net: Net?

  /// What is there to be read and followed, and what happens in the end.
  struct Net: Sendable {
    var catalog: FakeCatalog
    var messages: [Message]
  }

  /// The reader in this scene.
  public var driver: Driver {
    var driver = first
    for key in keys {
      if key.hasPrefix("\"") { driver.type(String(key.dropFirst().dropLast())) } else { driver.press(key) }
    }
    for message in net?.messages ?? [] { driver.send(message) }
    return driver
  }

  private var first: Driver {
    if let net { return Driver(size: size, catalog: net.catalog, settings: .fetching) }
    return story.map { Driver(size: size, on: .story(Library.detail(of: $0))) } ?? Driver(size: size)
  }

  public var canvas: Canvas { driver.canvas }

  init(_ name: String, _ size: Size, of story: Story? = nil, _ keys: String...) {
    self.story = story
    self.name = name
    self.size = size
    self.keys = keys
  }

  init(_ name: String, _ size: Size, _ catalog: FakeCatalog, _ keys: String..., then messages: [Message] = []) {
    self.name = name
    self.size = size
    self.keys = keys
    net = Net(catalog: catalog, messages: messages)
  }
}
