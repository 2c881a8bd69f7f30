import Briefing
import Catalog
import System

/// What the catalog has, and whether it can be used. Nothing is changed.
enum CatalogChecks {
  static func all(_ place: CatalogPlace) -> [Check] {
    do {
      let catalog = try place.openToInspect()
      return [sizes(place)] + contents(catalog) + [pages(of: .catalog, catalog)] + lookup(catalog, place)
    } catch CatalogError.corrupt {
      return [damage("catalog.db", "it is not what a catalog looks like")]
    } catch CatalogError.missing {
      return [.note("the catalog is empty, as a kill may leave it", "courant add PATH goes on with it")]
    } catch CatalogError.older(_, let version) {
      return [
        .note(
          "the catalog has an earlier schema version (\(version))",
          "the next command that changes it brings it to this program’s")
      ]
    } catch CommandError.noCatalog {
      return [.note("there is no catalog yet at \(quoted(place.catalog))", "courant add PATH makes it")]
    } catch let error as any UserFacingError {
      return [Check(verdict: .wrong, finding: error.sentence)]
    } catch {
      return [.wrong("the catalog cannot be opened", "courant list says why")]
    }
  }

  private static func sizes(_ place: CatalogPlace) -> Check {
    let (catalog, lookup) = (Files.size(of: place.catalog), Files.size(of: place.lookup))
    return .ok(
      "the catalog is \(quoted(place.catalog)): \(catalog.inBytes), and \(lookup.inBytes) for what is found in it")
  }

  /// What it holds cannot be counted where it is damaged; its pages say so.
  private static func contents(_ catalog: Catalog) -> [Check] {
    guard let count = try? catalog.count(Listing()), let health = try? catalog.health(), let tags = try? catalog.tags()
    else { return [] }
    let parts = [
      "\(count.stories.counted("story", "stories")) (\(count.unread.grouped) unread)",
      health.olderVersions.counted("older version"),
      tags.count.counted("tag"), health.notes.counted("note"),
    ]
    let holds = Check.ok("it holds \(parts.joined(separator: ", ")); its schema version is \(health.schemaVersion)")
    return [holds] + feeds(catalog)
  }

  /// Nothing where none is followed.
  private static func feeds(_ catalog: Catalog) -> [Check] {
    guard let feeds = try? catalog.subscriptions(), !feeds.isEmpty else { return [] }
    let failing = feeds.filter { $0.fetches.failingSince != nil || $0.fetches.hasEnded }
    guard let first = failing.min(by: { $0.failsSince < $1.failsSince }) else {
      return [.ok("\(feeds.count.counted("feed is", "feeds are")) followed, and none fails")]
    }
    let reason = first.fetches.failure.map { ": " + displayable($0) } ?? ""
    let since = first.fetches.failingSince.map { " since \($0.day)" } ?? ""
    return [
      .note(
        "\(failing.count.grouped) of \(feeds.count.counted("feed")) \(failing.count == 1 ? "fails" : "fail"), \(quoted(first.name))\(since)\(reason)",
        "courant feeds says more of each")
    ]
  }

  private static func lookup(_ catalog: Catalog, _ place: CatalogPlace) -> [Check] {
    guard Files.size(of: place.lookup) > 0 else {
      return [.note("nothing can be found by its words yet", "the next search or courant add makes up for it")]
    }
    return [search(catalog), pages(of: .lookup, catalog)].compactMap(\.self)
  }

  /// Nil where its pages say why not.
  private static func search(_ catalog: Catalog) -> Check? {
    guard let lag = try? catalog.lag() else { return nil }
    if (try? catalog.isLookupOlder()) ?? false {
      return .note("it is searched as an earlier program did", "the next search or courant add makes up for it")
    }
    guard lag > 0 else { return .ok("all of it can be searched") }
    return .note(
      "\(lag.counted("story", "stories")) cannot be searched yet", "the next search or courant add makes up for it")
  }

  private static func pages(of part: Catalog.Part, _ catalog: Catalog) -> Check {
    do throws(CatalogError) {
      guard let flaw = try catalog.flaws(in: part).first else { return .ok("every page of \(part.file) is sound") }
      return damage(part.file, flaw)
    } catch {
      return Check(verdict: .wrong, finding: "\(part.file) could not be looked through: \(error.sentence)")
    }
  }

  private static func damage(_ name: String, _ detail: String) -> Check {
    .wrong(
      "\(name) is damaged (\(displayable(detail)))",
      name == Catalog.Part.catalog.file
        ? "courant doctor --repair sets it aside, and saves what can be read" : "courant doctor --repair makes it anew")
  }
}

extension Catalog.Part {
  /// What it is called in the catalog's folder.
  var file: String { self == .catalog ? "catalog.db" : "lookup.db" }
}

/// Mends a catalog where it is proven to be damaged: of the catalog, what can be read is saved into a new one; what is found
/// in the stories is made anew.
enum CatalogRepair {
  /// What was done, a line each; nothing where nothing is damaged. Why it could not be looked at, the checks say.
  static func run(_ place: CatalogPlace) -> [Check] {
    [catalog(place), lookup(place)].compactMap(\.self)
  }

  private static func catalog(_ place: CatalogPlace) -> Check? {
    guard isDamaged(.catalog, place) else { return nil }
    do throws(CatalogError) {
      return try Catalog.rescue(at: place.catalog).map { .note($0.sentence) }
    } catch {
      return .wrong("catalog.db could not be set aside: \(error.sentence)", "end what else has it open")
    }
  }

  private static func lookup(_ place: CatalogPlace) -> Check? {
    guard isDamaged(.lookup, place) else { return nil }
    do throws(CatalogError) {
      try Catalog.forgetLookup(at: place.catalog)
      try Catalog.open(at: place.catalog).catchUp()
      return .note("lookup.db was damaged, and is made anew")
    } catch {
      return .wrong("lookup.db could not be made anew: \(error.sentence)", "the next search tries it again")
    }
  }

  /// The catalog is let go again: nobody may have one open that is to be set aside.
  private static func isDamaged(_ part: Catalog.Part, _ place: CatalogPlace) -> Bool {
    // A disk that fails once may not fail again: what is opened twice and twice is no catalog, is none.
    (0..<2).allSatisfy { _ in
      do {
        return try !place.openToInspect().flaws(in: part).isEmpty
      } catch CatalogError.corrupt {
        return true
      } catch {
        return false
      }
    }
  }
}

extension Subscription {
  fileprivate var failsSince: Moment { fetches.failingSince ?? Moment(seconds: .max) }
}
