import Foundation

/// A library that keeps from a program what it may count on; `starve.c` says what.
public enum Starving {
  public static let whyNot = "there is no C compiler to make a library with"

  /// To be preloaded; nil where it cannot be made. Lies beside what the build has made.
  public static let library: String? = {
    #if os(Linux)
      let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("starve.c").path
      let library = BuiltProgram.path("test-starve-\(getpid()).so")
      let isMade = ["cc", "gcc", "clang"].contains { compiler in
        Run.toEnd([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"])?.status == 0
      }
      guard isMade else { return nil }
      // By its name alone, so that one is left of all runs.
      let kept = BuiltProgram.path("test-starve.so")
      return rename(library, kept) == 0 ? kept : nil
    #else
      return nil
    #endif
  }()
}
