public import Briefing
import Reader

/// Pages that are kept, and who cites them.
extension FakeCatalog {
  /// Keeps a copy of a page.
  public mutating func keep(_ page: StoryDetail) {
    entries.removeAll { $0.row.id == page.row.id }
    entries.append(page)
  }

  /// The stories at an address, however that is written; those of the index first.
  func standing(at url: String) -> [StoryDetail] {
    let key = PageAddress.key(of: url)
    let found = sorted().filter { detail in
      detail.story.url.map { PageAddress.key(of: $0) == key } ?? false && !removed.contains(detail.row.id)
    }
    return found.filter { !$0.row.isPage } + found.filter(\.row.isPage)
  }

  func copy(of id: StoryID) -> StoryDetail? {
    guard let url = detail(id)?.story.url else { return nil }
    return standing(at: url).last { $0.row.isPage && $0.row.id != id }
  }

  func claims(citing url: String) -> [Claim] {
    shown.flatMap { self.claims(in: $0) }.filter { claim in
      claim.citation.url.map { PageAddress.key(of: $0) == PageAddress.key(of: url) } ?? false
    }
  }
}
