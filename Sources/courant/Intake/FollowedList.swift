import Briefing
import Formats
import System

/// Feeds that somebody follows elsewhere, read from lists of such.
struct FollowedList {
  /// Those that can be fetched, each once.
  private(set) var feeds: [(url: String, settings: FeedSettings?)] = []
  /// What stands in the place of an address, and is none of the web.
  private(set) var left: [String] = []
  private var seen: Set<String> = []

  /// A list of feeds is a few kilobytes; what is larger than this is none.
  private static let limit = 64 << 20

  /// Takes the feeds of a file.
  /// - Throws: also where it holds none.
  mutating func read(_ input: Input) throws(InputError) {
    let (bytes, name) = try Self.content(of: input)
    let feeds = FeedList.read(bytes, named: name)
    guard !feeds.isEmpty else { throw InputError(input: input, reason: .noFeeds) }
    for feed in feeds { add(feed) }
  }

  private static func content(of input: Input) throws(InputError) -> (bytes: [UInt8], name: ArraySlice<UInt8>?) {
    let reader = FileReader.ofText(limit: limit)
    do throws(SystemError) {
      switch input {
      case .standardInput: return (try reader.readStandardInput().bytes, nil)
      case .file(let path): return (try reader.read(path).bytes, path.name)
      case .text(let bytes): return (bytes, nil)
      }
    } catch {
      throw InputError(input: input, reason: error == .unwanted ? .noFeeds : .unreadable(error))
    }
  }

  private mutating func add(_ feed: FollowedFeed) {
    guard let address = try? WebAddress(Self.withoutScheme(of: feed.url)) else { return left.append(feed.url) }
    guard seen.insert(PageAddress.key(of: address.text)).inserted else { return }
    feeds.append((address.text, FeedSettings(tags: feed.tags, title: feed.title)))
  }

  /// `feed://x` and `feed:https://x` are what some programs hand over for addresses of the web.
  private static func withoutScheme(of url: String) -> String {
    guard url.lowercased().hasPrefix("feed:") else { return url }
    let rest = url.dropFirst("feed:".count)
    return rest.hasPrefix("//") ? "http:" + rest : String(rest)
  }

  /// What came of it.
  func sentence(new: Int) -> String {
    let known = feeds.count - new
    if new == 0 { return "all \(feeds.count.counted("feed")) are followed already" }
    let rest = known == 0 ? "" : "; \(known.grouped) \(known == 1 ? "was" : "were") followed already"
    return "\(new.counted("feed is", "feeds are")) followed\(rest); courant refresh fetches them"
  }
}
