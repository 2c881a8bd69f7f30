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
      return [sizes(place)] + (try contents(catalog))
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
    let count = try catalog.count(Listing())
    let tags = try catalog.tags().count
    let lag = try catalog.lag()
    let stories = "\(count.stories.grouped) stories, \(count.unread.grouped) unread, \(tags.grouped) tags"
    return [
      .ok(stories),
      lag == 0
        ? .ok("all of it can be searched")
        : .note("\(lag.grouped) stories cannot be searched yet", "the next search or courant add makes up for it"),
    ]
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
