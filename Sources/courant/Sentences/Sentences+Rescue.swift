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
