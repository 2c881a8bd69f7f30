import ArgumentParser
import Briefing
import Formats
import Newsdesk

extension FetchFailure: UserFacingError {
  var sentence: String { words }

  /// Why, in words that stand behind the name of what was fetched.
  var words: String {
    switch self {
    case .http(let failure): failure.sentence
    case .status(let status): HTTPAnswer.complaint(of: status)
    case .unreadable(let error): error.sentence(about: "what the server sent")
    case .noFeed: "it is no feed, and names none"
    case .severalFeeds(let feeds): "it names \(feeds.count) feeds; choose one with --feed"
    case .noSuchFeed(let number, let count): "it names \(count.counted("feed")), and so none of number \(number)"
    case .ofNamed(let address, .noFeed): "it names \(displayable(address.shown)), which is no feed"
    case .ofNamed(let address, let failure): "it names \(displayable(address.shown)): \(failure.words)"
    case .noArticle(.login): "the page asks for a name and a password, or for money"
    case .noArticle(.challenge): "the page asks whether you are human, which only a browser can answer"
    case .noArticle: "there is nothing to read on the page"
    case .isFeed: "it is a feed, which courant follow takes"
    case .robots(let host): "\(displayable(host)) asks programs to leave this page alone"
    case .noAddress(let flaw): flaw.words
    }
  }

  var code: ExitCode {
    switch self {
    case .ofNamed(_, let failure): failure.code
    case .http(.cancelled): ExitCode(130)
    case .http, .status, .robots: .unavailable
    case .unreadable, .noFeed, .noArticle, .isFeed: .badData
    case .severalFeeds, .noSuchFeed, .noAddress: .validationFailure
    }
  }
}

extension WebAddress.Flaw {
  /// Why a text is no address that can be fetched.
  fileprivate var words: String {
    switch self {
    case .noScheme: "that is no address; one begins with https://"
    case .otherScheme(let scheme): "addresses of \(quoted(scheme + ":")) are not fetched, only https: and http:"
    case .noHost: "the address names no host"
    case .badHost(let host): "no host can be called \(quoted(host))"
    case .badPort: "the address has a port that is no number up to 65535"
    }
  }
}

extension FetchProgress {
  /// What came of it: `18 new in 5 feeds · 1 failed`.
  var summary: String {
    var parts = [new == 0 ? "nothing new" : "\(new.grouped) new in \(feedsWithNew.counted("feed"))"]
    if changed > 0 { parts.append("\(changed.grouped) changed") }
    if failed > 0 { parts.append("\(failed.grouped) failed") }
    if pages > 0 { parts.append("\(pages.counted("page")) kept") }
    if pagesFailed > 0 { parts.append("\(pagesFailed.counted("page")) could not be had") }
    return parts.joined(separator: " · ")
  }
}
