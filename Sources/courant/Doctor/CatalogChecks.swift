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
      return try look(at: place) + pages(place)
    } catch CatalogError.corrupt {
      // What it holds cannot be counted: its pages say why, and what can be done.
      return pages(place)
    } catch RequestError.noCatalog {
      return [.note("there is no catalog yet at \(quoted(place.catalog))", "courant add PATH makes it")]
    } catch let error as any Told {
      return [Check(verdict: .wrong, finding: error.sentence)]
    } catch {
      return [.wrong("the catalog cannot be opened", "courant list says why")]
    }
  }

  private static func look(at place: CatalogPlace) throws -> [Check] {
    [sizes(place)] + (try contents(place.openToRead()))
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

  private static func pages(_ place: CatalogPlace) -> [Check] {
    Catalog.Part.allCases.map { pages(of: $0, place) }
  }

  private static func pages(of part: Catalog.Part, _ place: CatalogPlace) -> Check {
    let name = part == .catalog ? "catalog.db" : "lookup.db"
    do throws(CatalogError) {
      let flaws = try flaws(in: part, place)
      guard let first = flaws.first else { return .ok("every page of \(name) is sound") }
      return mend(name, part, place, detail: first)
    } catch {
      return mend(name, part, place, detail: error.sentence)
    }
  }

  /// The catalog is let go again: nobody may have one open that is to be set aside.
  private static func flaws(in part: Catalog.Part, _ place: CatalogPlace) throws(CatalogError) -> [String] {
    try Catalog.open(at: place.catalog).flaws(in: part)
  }

  /// What is found in the stories can be made again; the catalog itself is set aside, and what can be read of it saved.
  private static func mend(_ name: String, _ part: Catalog.Part, _ place: CatalogPlace, detail: String) -> Check {
    let finding = "\(name) is damaged (\(displayable(detail)))"
    guard part == .catalog else {
      Catalog.forgetLookup(at: place.catalog)
      return .note(finding, "it is thrown away, and the next search makes it again")
    }
    do throws(CatalogError) {
      guard let rescue = try Catalog.rescue(at: place.catalog) else { return .note(finding, "it was mended meanwhile") }
      return .note(rescue.sentence)
    } catch {
      return .wrong("\(finding), and could not be set aside: \(error.sentence)", "end what else has it open")
    }
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
