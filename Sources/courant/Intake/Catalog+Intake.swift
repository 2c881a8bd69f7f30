import Briefing
import Catalog

extension Catalog {
  /// A catalog in memory of everything that could be read, to be searched after `catchUp`; what could not is told, and
  /// the rest goes on.
  static func reading(_ inputs: [Input], _ complaints: inout ErrorReporter) throws -> Catalog {
    let intake = Intake(inputs)
    defer { intake.stop() }
    let catalog = try Catalog.inMemory(isSearchable: false)
    try intake.deliver(limit: 256, into: catalog) { delivery in
      delivery.tell(&complaints)
      return true
    }
    return catalog
  }

  /// A story as it was just added: what was read is not read from the catalog again, unless that knows more of it.
  func detail(_ id: StoryID, of incoming: IncomingStory) throws(CatalogError) -> StoryDetail? {
    guard incoming.marks == nil, let row = try row(id), row.versions == 1 else { return try detail(id) }
    return StoryDetail(row: row, story: incoming.reading.story, setAside: incoming.reading.setAside)
  }
}
