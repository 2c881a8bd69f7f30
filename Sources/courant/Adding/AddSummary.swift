import Briefing

/// What became of the files of an `add`.
struct AddSummary: Hashable {
  var new = 0
  var known = 0
  var versions = 0
  /// How many the user had removed.
  var removed = 0
  /// How many could not be read.
  var failed = 0
  /// Those that are shorter than the version before.
  var shortened: [Shortening] = []
  /// The story, where there is only one.
  var only: StoryID?
  /// When all stories could be read, from the start; and when all could be found by their words.
  var readable: Duration?
  var searchable: Duration?

  var stories: Int { new + known + versions + removed }

  /// What there is to say at the end, a sentence each.
  var sentences: [String] { outcomes + losses }

  private var outcomes: [String] {
    let outcome = stories == 1 ? single ?? counts : counts
    let failures = failed > 0 ? "; \(failed.grouped) could not be read" : ""
    guard let readable else { return [outcome + failures] }
    return searchable ?? readable >= .seconds(1)
      ? [outcome + failures, times(readable, withRates: true)]
      : ["\(outcome) (\(times(readable, withRates: false)))\(failures)"]
  }

  /// Which newer versions may be worse copies, as few of them as can be read.
  private var losses: [String] {
    let named = shortened.prefix(Self.mostLosses).map { loss in
      "\(quoted(loss.headline)) (\(loss.story)) is shorter by \(loss.share) than before"
    }
    guard !named.isEmpty else { return [] }
    let others = shortened.count - named.count
    let more = others > 0 ? ["\(others.grouped) more are shorter by more than a fifth"] : []
    let way = shortened.count == 1 ? "the longer version" : "the longer versions"
    let rest = stories > shortened.count ? ", and takes out what else was added" : ""
    return named + more + ["courant undo brings back \(way)\(rest)"]
  }

  private static let mostLosses = 3

  private var counts: String {
    let parts = [
      new > 0 ? "\(new.grouped) \(new == 1 ? "story is" : "stories are") new" : nil,
      known > 0 ? "\(known.grouped) \(known == 1 ? "was" : "were") there already" : nil,
      versions > 0 ? "\(versions.grouped) \(versions == 1 ? "is a newer version" : "are newer versions")" : nil,
      removed > 0 ? "\(removed.grouped) \(removed == 1 ? "was removed and stays" : "were removed and stay") away" : nil,
    ]
    let said = parts.compactMap { $0 }
    return said.isEmpty ? "nothing was added" : said.joined(separator: ", ")
  }

  private var single: String? {
    only.map {
      "\($0) "
        + (new == 1
          ? "is new"
          : known == 1
            ? "was there already"
            : versions == 1
              ? "has a newer version" : "was removed and stays away; courant restore \($0) brings it back")
    }
  }

  private func times(_ readable: Duration, withRates: Bool) -> String {
    func time(_ time: Duration) -> String {
      let rate = withRates ? ProgressText.perSecond(stories, in: time) : nil
      return time.inWords + (rate.map { ", \($0.grouped) stories a second" } ?? "")
    }
    guard let searchable else { return "readable after \(time(readable))" }
    return withRates
      ? "readable after \(time(readable)); searchable after \(time(searchable))"
      : "readable after \(time(readable)), searchable after \(time(searchable))"
  }
}
