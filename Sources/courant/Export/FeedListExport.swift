import ArgumentParser
import Briefing
import Catalog
import Formats
import System

/// Writes the feeds that are followed as OPML, for other programs and for `courant import`.
enum FeedListExport {
  static func write(_ feeds: [Subscription], to output: Input, replacing: Bool) throws {
    let list = feeds.sortedByName.map {
      FollowedFeed(url: $0.url, title: $0.settings.title ?? $0.title, tags: $0.settings.tags)
    }
    let bytes = FeedList.opml(of: list, title: "Courant")
    switch output {
    case .file(let path):
      try write(bytes, as: path, replacing: replacing)
      StandardError.say("\(feeds.count.counted("feed")) in \(output.name)")
    case .standardInput, .text:
      var output = Output()
      try output.write(original: bytes)
      try output.flush()
    }
  }

  private static func write(_ bytes: [UInt8], as path: Path, replacing: Bool) throws {
    let parent = Path(bytes: Array(path.bytes.dropLast(path.name.count)))
    guard let name = String(validating: path.name, as: UTF8.self), !name.isEmpty else {
      throw ValidationError("A list of feeds is written into a file; name one, or - for standard output.")
    }
    var folder = try ExportFolder(parent.bytes.isEmpty ? Path(".") : parent, replacing: replacing)
    _ = try folder.write(bytes, as: name)
    try folder.sync()
  }
}
