import Foundation
import TmuxSupport

/// A locale of the character set ISO 8859-1, made for these tests: few systems have one.
enum Latin1 {
  static let name = "de_DE.ISO-8859-1"
  static let whyNot = "localedef cannot make a locale here"

  /// The folder for LOCPATH, beside what the build has made; nil where the locale cannot be made.
  static let folder: String? = {
    let path = BuiltProgram.path("test-locales")
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    if !FileManager.default.fileExists(atPath: "\(path)/\(name)/LC_CTYPE") {
      // It warns of what does not concern letters, and says so in its exit status.
      _ = Run.toEnd(["localedef", "--no-archive", "-i", "de_DE", "-f", "ISO-8859-1", "\(path)/\(name)"])
    }
    return FileManager.default.fileExists(atPath: "\(path)/\(name)/LC_CTYPE") ? path : nil
  }()

  static var environment: [String: String] { ["LC_ALL": name, "LOCPATH": folder ?? ""] }
}
