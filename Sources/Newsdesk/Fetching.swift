import Briefing
import Formats
import System

extension Newsdesk {
  /// Fetches something, and tells what it is. Waits for it.
  func get(
    _ request: HTTPRequest, _ stop: FetchStop, progress: (@Sendable (HTTPProgress) -> Void)? = nil
  ) throws(FetchFailure) -> (HTTPAnswer, FetchedFile) {
    let answers = Channel<Result<HTTPAnswer, HTTPFailure>>()
    stop.start(request, with: client, progress: progress) { _ = answers.send($0) }
    let answer: HTTPAnswer
    do throws(HTTPFailure) {
      answer = try (answers.receive() ?? .failure(.cancelled)).get()
    } catch {
      throw .http(error)
    }
    return (answer, try Self.file(of: answer))
  }

  /// What a server sent.
  static func file(of answer: HTTPAnswer) throws(FetchFailure) -> FetchedFile {
    guard answer.isSuccess else { throw .status(answer.status) }
    do throws(FormatError) {
      return try FetchedFile(answer.body, type: answer.type, address: answer.address.text) {
        SystemCharset.utf8(of: $1, in: $0)
      }
    } catch {
      throw .unreadable(error)
    }
  }

  /// What a feed brought.
  func intake(_ answer: HTTPAnswer, of feed: Subscription) throws(FetchFailure) -> FeedIntake {
    guard case .feed(let file) = try Self.file(of: answer) else { throw .noFeed }
    return FeedIntake(file, key: feed.key, at: clock())
  }
}

extension HTTPAnswer {
  /// Whether every step on the way here was for good.
  var movedForGood: Bool { !redirects.isEmpty && redirects.allSatisfy(\.isPermanent) }

  /// The type with its charset, as HTTP says it.
  var type: String? {
    contentType.map { type in charset.map { "\(type); charset=\($0)" } ?? type }
  }
}
