import Briefing
import Catalog

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the catalog has, and whether it can be used.
enum CatalogChecks {
  static func all(_ place: CatalogPlace) -> [Check] {
    do {
      let catalog = try place.openToRead()
      return [sizes(place)] + (try contents(catalog)) + Catalog.Part.allCases.map { pages(of: $0, in: catalog, place) }
    } catch RequestError.noCatalog {
      return [.note("there is no catalog yet at \(quoted(place.catalog))", "courant add PATH makes it")]
    } catch let error as any Told {
      return [Check(verdict: .wrong, finding: error.sentence)]
    } catch {
      return [.wrong("the catalog cannot be opened", "courant list says why")]
    }
  }

  private static func sizes(_ place: CatalogPlace) -> Check {
    let (catalog, lookup) = (size(of: place.catalog), size(of: place.folder + "/lookup.db"))
    return .ok(
      "the catalog is \(quoted(place.catalog)): \(catalog.inBytes), and \(lookup.inBytes) for what is found in it")
  }

  private static func contents(_ catalog: Catalog) throws -> [Check] {
    let (count, health, tags, lag) = (
      try catalog.count(Listing()), try catalog.health(), try catalog.tags(), try catalog.lag()
    )
    let parts = [
      "\(count.stories.counted("story", "stories")) (\(count.unread.grouped) unread)",
      health.olderVersions.counted("older version"),
      tags.count.counted("tag"), health.notes.counted("note"),
    ]
    return [
      .ok("it holds \(parts.joined(separator: ", ")); its form is \(health.form)"),
      lag == 0
        ? .ok("all of it can be searched")
        : .note(
          "\(lag.counted("story", "stories")) cannot be searched yet", "the next search or courant add makes up for it"),
    ]
  }

  private static func pages(of part: Catalog.Part, in catalog: Catalog, _ place: CatalogPlace) -> Check {
    let name = part == .catalog ? "catalog.db" : "lookup.db"
    do throws(CatalogError) {
      let flaws = try catalog.flaws(in: part)
      guard let first = flaws.first else { return .ok("every page of \(name) is sound") }
      return damaged(name, part, place, detail: first)
    } catch {
      return damaged(name, part, place, detail: error.sentence)
    }
  }

  private static func damaged(
    _ name: String, _ part: Catalog.Part, _ place: CatalogPlace, detail: String
  ) -> Check {
    .wrong(
      "\(name) is damaged (\(displayable(detail)))",
      part == .lookup
        ? "delete \(quoted(place.folder + "/lookup.db")): the next search makes it again"
        : "copy the folder \(quoted(place.folder)), then courant export DIR saves what can be read")
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
