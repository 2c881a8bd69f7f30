import Foundation

/// A program of this package, where the build has put it.
public enum BuiltProgram {
  /// The path of the program of a target; it lies beside the bundle of the tests.
  public static func path(_ name: String) -> String {
    let bundle = Bundle.allBundles.lazy.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let beside = bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return beside.deletingLastPathComponent().appendingPathComponent(name).path
  }
}
