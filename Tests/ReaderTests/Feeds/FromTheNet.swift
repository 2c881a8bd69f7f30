import Briefing
import Scenes

@testable import Reader

/// What may come from the net at any time, asked for or not.
enum FromTheNet {
  static let url = "https://miller.example/2026/wheel"

  /// What answers the last effects, or anything else.
  static func some(_ random: inout SplitMix, of effects: [Effect]) -> [Message] {
    var answers: [Message] = []
    for effect in effects {
      if let answer = answer(to: effect, &random) { answers.append(answer) }
    }
    return answers.isEmpty ? [any(&random)] : answers
  }

  private static func answer(to effect: Effect, _ random: inout SplitMix) -> Message? {
    switch effect {
    case .fetchPage(let url, _), .addPage(let url):
      Bool.random(using: &random)
        ? .pageKept(Library.wheel, url: url)
        : .pageNotFetched(url: url, because: "gone", isOffline: .random(using: &random), canQueue: true)
    case .fullText: .pageKept(Library.wheel, url: url)
    case .follow(let text, let choice):
      choice == nil ? .feedsFound(FeedChoice.samples, in: text) : .followed(Library.feeds, known: false)
    case .want(let url, _): .wanted(url: url)
    case .goOffline(let isOffline): .connection(!isOffline)
    default: nil
    }
  }

  private static func any(_ random: inout SplitMix) -> Message {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: .followed(Array(Library.feeds.prefix(.random(in: 0...4, using: &random))), known: .random(using: &random))
    case 1: .feedsFound(.random(using: &random) ? FeedChoice.samples : [], in: "https://gazette.example/")
    case 2: .notFollowed("there is no feed")
    case 3: .fetching(url: url, bytes: .random(in: 0...9_000_000, using: &random), total: nil)
    case 4: .pageKept(Library.wheel, url: url)
    case 5: .pageNotFetched(url: url, because: "gone", isOffline: false, canQueue: false)
    case 6: .connection(.random(using: &random))
    case 7: .pasted(url)
    default:
      .refreshing(
        RefreshProgress(
          done: .random(in: 0...40, using: &random), total: .random(in: 0...40, using: &random),
          newStories: .random(in: 0...1_000, using: &random), feedsWithNew: .random(in: 0...40, using: &random),
          isDone: .random(using: &random), isStopped: .random(using: &random)))
    }
  }
}
