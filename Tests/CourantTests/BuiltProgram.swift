import Foundation
import Testing
import TmuxSupport

/// The built program, run as users run it.
extension BuiltProgram {
  struct Outcome {
    var output: String
    var talk: String
    var code: Int32

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  static let courant = path("courant")

  /// The folder of the whole checkout.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A folder with the briefings among the seeds alone, a copy beside the program: the seeds of other formats lie in a folder
  /// below them, and are not what most tests count.
  static let seeds: String = {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: courant).deletingLastPathComponent().appendingPathComponent("seed-briefings")
    try? files.removeItem(at: folder)
    try? files.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = checkout.appendingPathComponent("seeds")
    for name in (try? files.contentsOfDirectory(atPath: source.path)) ?? [] where name.hasSuffix(".txt") {
      try? files.copyItem(at: source.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    return folder.path
  }()

  /// Runs the program with these arguments, with nothing on standard input, and a home of its own unless one is given.
  static func run(_ arguments: [String], input: String = "", home: TemporaryFolder? = nil) throws -> Outcome {
    let words = arguments.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }
    return try shell("exec \"$courant\" " + words.joined(separator: " "), input: input, home: home)
  }

  /// Runs a line of shell, in which `$courant` is the program and `$seeds` are its stories, for a minute at most.
  static func shell(_ line: String, input: String = "", home: TemporaryFolder? = nil) throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write("input", input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    let streams = #"exec <"$folder/input" >"$folder/output" 2>"$folder/talk"; "#
    process.arguments = ["60", "/bin/sh", "-c", streams + line]
    process.environment = [
      "courant": courant, "seeds": seeds, "folder": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "SWIFT_BACKTRACE": "enable=no", "HOME": home?.path ?? folder.path,
    ]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: try read("output", in: folder), talk: try read("talk", in: folder), code: process.terminationStatus)
  }

  private static func read(_ name: String, in folder: TemporaryFolder) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path).appendingPathComponent(name))
    return String(decoding: data, as: UTF8.self)
  }
}
