import Briefing

/// Where something can be followed on the screen: a citation, or words that lead somewhere.
enum CitationAnchor: Hashable, Sendable {
  /// A citation or a link of the part, where its claim stands.
  case text(StoryPart, StoryLine.Anchor)
  /// The number of a source at the end of a folded question.
  case foldSummary(section: Int, source: Int)
  /// A source in the list at the end, counted from 0.
  case source(Int)

  var part: StoryPart {
    switch self {
    case .text(let part, _): part
    case .foldSummary(let section, _): .block(.heading(section: section))
    case .source(let index): .source(index)
    }
  }
}

/// Where an anchor leads.
enum CitationTarget: Hashable, Sendable {
  case citation(Citation)
  /// An address that is no source of the story.
  case link(url: String)

  /// What a browser is given: the page where it is known, else the front page of the host.
  var address: String {
    switch self {
    case .citation(let citation): citation.url ?? "https://\(citation.host)/"
    case .link(let url): url
    }
  }

  var following: Step {
    switch self {
    case .citation(let citation): .go(.citation(citation))
    case .link(let url): .go(.link(url: url))
    }
  }

  var browsing: Step {
    if case .citation(let citation) = self, citation.url == nil { return .openSite(host: citation.host) }
    return .open(address)
  }

  var copying: Step {
    switch self {
    case .citation(let citation): .effect(.copy(citation.address))
    case .link(let url): .effect(.copy(url))
    }
  }
}
