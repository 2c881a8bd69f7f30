import ArgumentParser

/// Swift repairs arguments that are no valid UTF-8, and a repaired name would not be found on disk. So the bytes are
/// looked up among the arguments as the system gave them.
extension Input: ExpressibleByArgument {
  init(argument: String) {
    if argument == "-" {
      self = .standardInput
    } else {
      self = .file(Path(bytes: Self.bytes(of: argument)))
    }
  }

  private static func bytes(of argument: String) -> [UInt8] {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let raw = CommandLine.unsafeArgv[index] else { continue }
      let repaired = String(cString: raw)
      if repaired == argument { return systemBytes(raw) }
      if repaired == "--in=" + argument { return Array(systemBytes(raw).dropFirst("--in=".utf8.count)) }
    }
    return Array(argument.utf8)
  }

  private static func systemBytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = text
    while at.pointee != 0 {
      bytes.append(UInt8(bitPattern: at.pointee))
      at += 1
    }
    return bytes
  }
}
