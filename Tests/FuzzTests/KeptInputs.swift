import Foundation

/// Inputs that are kept in the checkout: what a fuzzer found worth keeping, and what once broke a promise.
enum KeptInputs {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// What the fuzzer kept for a promise.
  static func corpus(of promise: Promise) throws -> [(name: String, bytes: [UInt8])] {
    try files(in: tests.appending(path: "FuzzTests/Corpus/\(promise.rawValue)"))
  }

  /// The numbered files of what was once broken.
  static func broken() throws -> [(name: String, bytes: [UInt8])] {
    try files(in: tests.appending(path: "adversarial")).filter { $0.name.first?.isNumber == true }
  }

  private static func files(in folder: URL) throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
  }
}
