import Catalog

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
