public import Briefing
public import Catalog
import Formats

extension Newsdesk {
  /// Fetches the page at an address, keeps a copy of it, and says which story that is.
  ///
  /// - Parameters:
  ///   - url: as it is cited, or typed.
  ///   - namer: who named it: what content names may not lead into private networks.
  /// - Throws: `FetchFailure`, or `CatalogError`.
  public func keepPage(
    at url: String, namedBy namer: HTTPRequest.Namer, stop: FetchStop = FetchStop(),
    progress: (@Sendable (HTTPProgress) -> Void)? = nil
  ) throws -> KeptPage {
    let (answer, story) = try page(at: url, namedBy: namer, stop, progress: progress)
    return try keep(story, url: url, answer)
  }

  func keep(_ story: StoryFile.Story, url: String, _ answer: HTTPAnswer) throws(CatalogError) -> KeptPage {
    let incoming = incoming(story, at: answer.address)
    return try catalog.keep(incoming, url: url, final: answer.address.text, fetched: clock())
  }

  /// Fetches the page at an address, and puts it into the index as a story.
  public func addPage(
    at text: String, stop: FetchStop = FetchStop(), progress: (@Sendable (HTTPProgress) -> Void)? = nil
  ) throws -> Added {
    let address = try Self.address(typed: text)
    let (answer, file) = try get(
      HTTPRequest(address, namedBy: .user, accepted: HTTPRequest.pages, limits: Self.limits), stop,
      progress: progress)
    let stories = try Self.stories(of: file).map { incoming($0, at: answer.address) }
    var addition: Addition? = Addition(at: clock())
    return try catalog.add(stories, of: &addition)
  }

  /// A page may be larger than a feed.
  static let limits = HTTPLimits(body: HTTPLimits.largestBody)

  private func page(
    at url: String, namedBy namer: HTTPRequest.Namer, _ stop: FetchStop,
    progress: (@Sendable (HTTPProgress) -> Void)?
  ) throws(FetchFailure) -> (HTTPAnswer, StoryFile.Story) {
    let address = try Self.address(cited: url)
    let (answer, file) = try get(
      HTTPRequest(address, namedBy: namer, accepted: HTTPRequest.pages, limits: Self.limits), stop,
      progress: progress)
    return (answer, try Self.page(of: file))
  }

  static func address(cited url: String) throws(FetchFailure) -> WebAddress {
    do throws(WebAddress.Flaw) {
      return try WebAddress(url)
    } catch {
      throw .noAddress(error)
    }
  }

  /// The one story that a file is as a page: a login or a question whether one is human is none.
  static func page(of file: FetchedFile) throws(FetchFailure) -> StoryFile.Story {
    switch file {
    case .page(let page):
      switch page.kind {
      case .article, .list: return page.story
      case .login, .challenge, .empty: throw .noArticle(page.kind)
      }
    case .stories(let stories):
      do throws(FormatError) {
        return try stories.story(0)
      } catch {
        throw .unreadable(error)
      }
    case .feed, .feeds, .categories: throw .isFeed
    }
  }

  /// All stories of a file that was asked for as a page.
  private static func stories(of file: FetchedFile) throws(FetchFailure) -> [StoryFile.Story] {
    guard case .stories(let file) = file else { return [try page(of: file)] }
    var stories: [StoryFile.Story] = []
    do throws(FormatError) {
      for index in 0..<file.count { stories.append(try file.story(index)) }
    } catch {
      throw .unreadable(error)
    }
    return stories
  }

  private func incoming(_ story: StoryFile.Story, at address: WebAddress) -> IncomingStory {
    var reading = story.reading
    // Where it was found is where it can be found again, whatever it says of itself.
    if reading.story.url == nil { reading.story.url = address.text }
    return IncomingStory(
      reading: reading, original: story.original, provenance: .page(url: reading.story.url ?? address.text),
      date: clock())
  }

  /// Who names what a story cites: where the user had typed the host that the story came from, that may name itself.
  public func namer(of story: StoryDetail?) throws(CatalogError) -> HTTPRequest.Namer {
    guard let url = story?.story.url, let address = try? WebAddress(url), try isTyped(address) else {
      return .content(of: nil)
    }
    return .content(of: address)
  }

  /// Whether the user follows a feed of that very host and port.
  private func isTyped(_ address: WebAddress) throws(CatalogError) -> Bool {
    // Of the net at large, it makes no difference.
    guard address.host.isLocal else { return false }
    return try catalog.subscriptions().contains { feed in
      guard let own = try? WebAddress(feed.url) else { return false }
      return own.host.ascii == address.host.ascii && own.port == address.port
    }
  }
}
