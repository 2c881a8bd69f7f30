import CVersion

/// What `courant --version` says. `docs/releasing.md` says when it changes.
enum Version {
  static let number = "1.0.0"

  /// The day that the pages of the manual bear.
  static let date = "2026-11-30"

  /// The commit that the program was built from, as the build said it; nil where it did not, as outside of a checkout.
  static var commit: String? {
    let text = String(cString: courant_commit())
    return text.isEmpty ? nil : text
  }

  /// The number, and the commit where it is known.
  static var line: String { "courant \(number)" + (commit.map { " (\($0))" } ?? "") }
}
