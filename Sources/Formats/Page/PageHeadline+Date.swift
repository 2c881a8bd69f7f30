import Briefing

/// When it was published.
extension PageHeadline {
  func published(url: String?) -> Moment? {
    if let text = facts.linkedData.published, let moment = PageDate.read(text) { return moment }
    return firstDate(of: Self.datesOfPublishing) ?? marked() ?? url.flatMap { PageDate.read(inAddress: $0) } ?? beside()
      ?? firstDate(of: Self.datesOfChanging)
  }

  private static let datesOfPublishing = [
    "article:published_time", "datepublished", "og:article:published_time", "article:published", "sailthru.date",
    "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dc.date",
    "dcterms.created", "dcterms.date", "article.published", "article_date_original", "cxenseparse:recs:publishtime",
    "date", "datecreated", "rnews:datepublished", "og:published_time", "article:publicationdate", "citation_date",
    "citation_publication_date",
  ]
  private static let datesOfChanging = ["last-modified", "article:modified_time", "og:updated_time"]

  private func firstDate(of names: [String]) -> Moment? {
    for name in names { if let moment = facts.meta(name).flatMap({ PageDate.read($0) }) { return moment } }
    return nil
  }

  /// What stands in an element for times, or in one that is named so.
  private func marked() -> Moment? {
    for index in named(.date, or: .time) {
      for name in [AttributeName.datetime, .content] {
        if let moment = tree.string(name, of: index).flatMap({ PageDate.read($0) }) { return moment }
      }
    }
    for index in named([.date, .byline], or: .time) where Int(tree.nodes[index].end) - index < 40 {
      let text = tree.text(of: index)
      if text.utf8.count < 200, let moment = PageDate.read(text) { return moment }
    }
    return nil
  }

  /// The day in a line beside the headline that says who wrote it and when, and little else.
  private func beside() -> Moment? {
    for line in linesBesideHeadline where line.utf8.count < 120 {
      guard Byline.isByline(line) || Byline.isDate(line), let moment = PageDate.read(line) else { continue }
      return moment
    }
    return nil
  }
}

extension PageDate {
  /// The day that an address names in its path, as in `/2026/04/28/`.
  static func read(inAddress url: String) -> Moment? {
    let parts = url.split { "/-_.?".contains($0) }
    for index in parts.indices.dropLast(2) where parts[index].count == 4 {
      let (year, month, day) = (parts[index], parts[index + 1], parts[index + 2])
      guard month.count <= 2, day.count <= 2, year.hasPrefix("20") || year.hasPrefix("19") else { continue }
      if let moment = read("\(year)-\(month)-\(day)") { return moment }
    }
    return nil
  }
}
