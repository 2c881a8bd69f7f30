import Briefing
import Reader

/// What stands across stories: claims, sources, questions and hits.
extension FakeCatalog {
  func claims(in detail: StoryDetail) -> [Claim] {
    detail.story.leaves.flatMap { block in
      block.citations.map { citation in
        Claim(
          story: detail.row.id, headline: detail.row.headline, date: detail.row.date, heading: block.heading,
          sentence: Sentences.sentence(before: citation.place, in: block.text),
          place: Place(block.place, offset: citation.place), citation: citation)
      }
    }
  }

  /// Whole stories, up to the limit or past it; only a part that is shorter than asked for is known to be the last.
  func claims(of host: String, _ after: Claim?, reaching date: Moment?, _ limit: Int) -> Answer {
    let stories = shown.map { self.claims(in: $0).filter { $0.citation.host == host } }.filter { !$0.isEmpty }
    let start = after.flatMap { after in stories.firstIndex { $0[0].story == after.story } }.map { $0 + 1 } ?? 0
    var claims: [Claim] = []
    for story in stories[start...] where claims.count < limit || date.map({ story[0].date >= $0 }) ?? false {
      claims += story
    }
    return .claims(claims, of: sources.first { $0.host == host }, isComplete: claims.count < limit)
  }

  /// First and last day stay as they were where a story is removed, or gets another date.
  var sources: [Source] {
    let claims = Dictionary(grouping: shown.flatMap { self.claims(in: $0) }, by: \.citation.host)
    let sources = claims.compactMap { host, claims -> Source? in
      let dates = entries.filter { $0.story.sources.contains(host) }.flatMap {
        [$0.row.date, $0.written?.date ?? $0.row.date]
      }
      guard let first = dates.min(), let last = dates.max() else { return nil }
      return Source(
        host: host, claims: claims.count, stories: Set(claims.map(\.story)).count, firstSeen: first, lastSeen: last)
    }
    return sources.sorted { ($1.claims, $1.stories, $0.host) < ($0.claims, $0.stories, $1.host) }
  }

  /// How many stories in sight cite each host.
  func citingStories(_ hosts: [String]) -> [String: Int] {
    let citing = CitedHosts(shown.map { detail in Block(text: "", citations: detail.story.sources.map(Citation.to)) })
    let numbers = hosts.compactMap { host in citing.index(of: host).map { (host, citing.claims[$0]) } }
    return Dictionary(uniqueKeysWithValues: numbers)
  }

  /// The questions with all the words, of which the last may be cut short; the one asked last first, and what closes stories
  /// behind all others.
  func questions(matching text: String, _ limit: Int, askings: Int) -> [Question] {
    let wanted = Query(text).wanted
    let phrases = wanted.enumerated().compactMap { number, condition -> FakePhrase? in
      guard case .words(let words, let isPrefix) = condition else { return nil }
      return FakePhrase(words, isPrefix: isPrefix || number == wanted.count - 1)
    }
    var order: [Meaning] = []
    var met: [Meaning: [Question.Asking]] = [:]
    for asking in self.askings {
      let meaning = Meaning(of: asking.wording)
      let isWanted = phrases.allSatisfy { !$0.matches(in: asking.wording).isEmpty }
      if met[meaning] == nil, isWanted { order.append(meaning) }
      met[meaning, default: []].append(asking)
    }
    let sorted = order.filter { !$0.isClosing } + order.filter(\.isClosing)
    return sorted.prefix(limit).compactMap { meaning in
      met[meaning].map { all in
        Question(wording: all[0].wording, askings: Array(all.prefix(askings)), total: all.count)
      }
    }
  }

  private var askings: [Question.Asking] {
    shown.flatMap { detail in
      detail.story.sections.enumerated().filter(\.element.isQuestion).map { index, section in
        Question.Asking(
          story: detail.row.id, headline: detail.row.headline, date: detail.row.date, section: index,
          wording: section.heading)
      }
    }
  }

  /// The stories that cite a host or ask a question of this one, those with the most in common first.
  func related(to id: StoryID) -> [Related] {
    guard let detail = detail(id) else { return [] }
    let asked = Set(detail.story.sections.filter(\.isQuestion).map { Meaning(of: $0.heading) })
    let related = shown.filter { $0.row.id != id }.map { other in
      Related(
        row: other.row, sources: detail.story.sources.filter(other.story.sources.contains),
        questions: other.story.sections.filter(\.isQuestion).map(\.heading).filter { asked.contains(Meaning(of: $0)) })
    }
    func weight(_ related: Related) -> Int { related.sources.count + related.questions.count }
    return related.filter { weight($0) > 0 }.sorted { weight($0) > weight($1) }
  }

  /// In each story that the query finds, the blocks that hold the most of its words. What is best, nobody can tell here.
  func hits(_ search: Search, after: Hit?, limit: Int) -> Answer {
    let phrases = Query(search.query).wanted.compactMap { condition -> FakePhrase? in
      switch condition {
      case .words(let words, let isPrefix), .asks(let words, let isPrefix): FakePhrase(words, isPrefix: isPrefix)
      default: nil
      }
    }
    let found = Set(list(Query(search)).map(\.id))
    let all = sorted().filter { found.contains($0.row.id) }.flatMap { hits(of: phrases, in: $0) }
    let start = after.flatMap(all.firstIndex).map { $0 + 1 } ?? 0
    return .hits(Array(all[start...].prefix(limit)), isComplete: start + limit >= all.count)
  }

  private func hits(of phrases: [FakePhrase], in detail: StoryDetail) -> [Hit] {
    let leaves = detail.story.leaves.map { leaf in (leaf, phrases.map { $0.matches(in: leaf.text) }) }
    let most = leaves.map { $0.1.count { !$0.isEmpty } }.max() ?? 0
    guard most > 0 else {
      guard phrases.contains(where: { !$0.matches(in: detail.story.publisher ?? "").isEmpty }) else { return [] }
      return [
        Hit(
          story: detail.row.id, headline: detail.row.headline, date: detail.row.date, heading: nil,
          place: Place(.headline), excerpt: detail.story.headline, matches: [])
      ]
    }
    return leaves.filter { $0.1.count { !$0.isEmpty } == most }.map { leaf, matches in
      let ranges = matches.joined().sorted { $0.lowerBound < $1.lowerBound }
      return Hit(
        story: detail.row.id, headline: detail.row.headline, date: detail.row.date, heading: leaf.heading,
        place: Place(leaf.place, offset: ranges.first?.lowerBound ?? 0), excerpt: leaf.text, matches: ranges)
    }
  }
}

extension Citation {
  fileprivate static func to(_ host: String) -> Citation { Citation(place: 0, host: host) }
}
