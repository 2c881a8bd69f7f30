import Briefing
import Reader

/// What stands across stories: claims, sources, questions and hits.
extension FakeCatalog {
  var claims: [Claim] {
    entries.flatMap { detail in
      detail.story.leaves.flatMap { block in
        block.citations.map { citation in
          Claim(
            story: detail.row.id, headline: detail.row.headline, date: detail.row.date, heading: block.heading,
            sentence: Sentences.sentence(before: citation.place, in: block.text),
            place: Place(block.place, offset: citation.place), citation: citation)
        }
      }
    }
  }

  func claims(of host: String, _ after: Claim?, reaching date: Moment?, _ limit: Int) -> Answer {
    let all = claims.filter { $0.citation.host == host }
    let rest = all[(after.flatMap(all.firstIndex).map { $0 + 1 } ?? 0)...]
    let reached = rest.count { claim in date.map { claim.date >= $0 } ?? false }
    let part = Array(rest.prefix(max(limit, reached)))
    return .claims(part, of: sources.first { $0.host == host }, isComplete: part.count == rest.count)
  }

  var sources: [Source] {
    let claims = Dictionary(grouping: claims, by: \.citation.host)
    let sources = claims.compactMap { host, claims -> Source? in
      let dates = claims.map(\.date)
      guard let first = dates.min(), let last = dates.max() else { return nil }
      return Source(
        host: host, claims: claims.count, stories: Set(claims.map(\.story)).count, firstSeen: first, lastSeen: last)
    }
    return sources.sorted { ($1.claims, $0.host) < ($0.claims, $1.host) }
  }

  var questions: [Question] {
    var questions: [Question] = []
    for detail in entries {
      for (index, section) in detail.story.sections.enumerated() where section.isQuestion {
        let asking = Question.Asking(
          story: detail.row.id, headline: detail.row.headline, date: detail.row.date, section: index,
          wording: section.heading)
        if let known = questions.firstIndex(where: { $0.wording == section.heading }) {
          questions[known].askings.append(asking)
          questions[known].total += 1
        } else {
          questions.append(Question(wording: section.heading, askings: [asking]))
        }
      }
    }
    return questions
  }

  /// The stories that cite a host or ask a question of this one, those with the most in common first.
  func related(to id: StoryID) -> [Related] {
    guard let detail = detail(id) else { return [] }
    let asked = Set(detail.story.sections.filter(\.isQuestion).map(\.heading))
    let related = entries.filter { $0.row.id != id }.map { other in
      Related(
        row: other.row, sources: detail.story.sources.filter(other.story.sources.contains),
        questions: other.story.sections.filter(\.isQuestion).map(\.heading).filter(asked.contains))
    }
    func weight(_ related: Related) -> Int { related.sources.count + related.questions.count }
    return related.filter { weight($0) > 0 }.sorted { weight($0) > weight($1) }
  }

  func hits(_ words: String, after: Hit?, limit: Int) -> Answer {
    let all = entries.flatMap { detail in
      detail.story.leaves.compactMap { hit(of: words, in: $0, detail) }
    }
    let start = after.flatMap(all.firstIndex).map { $0 + 1 } ?? 0
    return .hits(Array(all[start...].prefix(limit)), isComplete: start + limit >= all.count)
  }

  private func hit(of words: String, in block: Story.Leaf, _ detail: StoryDetail) -> Hit? {
    // Offsets in the lower-case text are those of the text only while both are ASCII; the scenes search nothing else.
    let lower = Array(block.text.lowercased().utf8)
    let wanted = Array(words.lowercased().utf8)
    let starts = lower.indices.filter { lower[$0...].starts(with: wanted) }
    guard let first = starts.first, lower.count == block.text.utf8.count else { return nil }
    return Hit(
      story: detail.row.id, headline: detail.row.headline, date: detail.row.date,
      heading: block.heading, place: Place(block.place, offset: first),
      excerpt: block.text, matches: starts.map { $0..<($0 + wanted.count) })
  }
}

extension Question {
  /// The question with no more than so many of those who ask it.
  func cut(to askings: Int) -> Question {
    Question(wording: wording, askings: Array(self.askings.prefix(askings)), total: total)
  }
}
