import Foundation

/// A folder of its own for one test, gone when it is let go.
final class TemporaryPlace {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("courant-" + UUID().uuidString)

  init() {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String {
    folder.appendingPathComponent(name).path
  }
}
