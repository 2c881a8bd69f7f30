import Catalog

extension Rescue {
  /// What became of a damaged catalog.
  var sentence: String {
    let garbled = garbled == 0 ? "" : " (\(garbled.grouped) of them not word for word)"
    let lost = lost == 0 ? "" : ", \(lost.grouped) could not be saved"
    let stories = saved == 1 ? "1 story" : "\(saved.grouped) stories"
    return "the catalog was damaged: \(stories) saved\(garbled)\(lost); the damaged one is kept as \(quoted(damaged))"
  }
}

extension Upgrade {
  var sentence: String {
    "the catalog was brought into a newer form (\(from) to \(to)); it is kept as it was in \(quoted(backup))"
  }
}

extension Replacement {
  /// What became of a catalog that another program replaced while the reader had it open.
  var sentence: String {
    let kept = kept.map { "; the one that was open is kept as \(quoted($0))" } ?? ""
    return "another program put another catalog in the place of this one, and it is shown from now on\(kept)"
  }
}

extension Catalog {
  /// The same where what lies in its place cannot be opened.
  func sentence(withoutSuccessor error: CatalogError) -> String {
    let kept = keptCopy.map { " It is kept as \(quoted($0))." } ?? ""
    return "the catalog was taken away, and can be read here but no more changed (\(error.sentence)).\(kept)"
  }
}
