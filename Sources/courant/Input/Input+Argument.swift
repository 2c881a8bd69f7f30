import ArgumentParser
import System

/// What is no valid UTF-8 is repaired before an argument is understood, and a repaired name would not be found on disk. So
/// the bytes are looked up among the arguments as the system gave them.
extension Input: ExpressibleByArgument {
  init(argument: String) {
    if argument == "-" {
      self = .standardInput
    } else {
      self = .file(Path(bytes: Self.bytes(of: argument)))
    }
  }

  private static func bytes(of argument: String) -> [UInt8] {
    for (bytes, text) in zip(Arguments.bytes, Arguments.texts) {
      if text == argument { return bytes }
      if text == "--in=" + argument { return Array(bytes.dropFirst("--in=".utf8.count)) }
    }
    return Array(argument.utf8)
  }
}
