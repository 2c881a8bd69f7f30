import CSystem

/// What the program was called with, without its own name, as the system handed it over: in the bytes of files' names, which
/// need not be text.
public enum Arguments {
  public static let bytes: [[UInt8]] = {
    let count = courant_argument_count()
    guard count > 0 else { return CommandLine.arguments.dropFirst().map { Array($0.utf8) } }
    return (1..<max(1, count)).compactMap { courant_argument($0).map(bytes(of:)) }
  }()

  /// The same as text, in which what is no UTF-8 is repaired.
  public static let texts = bytes.map { String(decoding: $0, as: UTF8.self) }

  private static func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = text
    while at.pointee != 0 {
      bytes.append(UInt8(bitPattern: at.pointee))
      at += 1
    }
    return bytes
  }
}
