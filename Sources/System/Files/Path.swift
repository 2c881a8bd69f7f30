#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file's name as the system knows it: bytes that need not be text, and must not be shown as they are.
public struct Path: Hashable, Sendable {
  /// Without the NUL at the end that the system's calls want.
  public var bytes: [UInt8]

  /// A name of any bytes but NUL, at which the system would take it for ended.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A name that is text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The last component.
  public var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: Self.slash) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// What is called so in the folder of this name.
  public func appending(_ name: [UInt8]) -> Path {
    Path(bytes: bytes.last == Self.slash ? bytes + name : bytes + [Self.slash] + name)
  }

  /// Calls the system with the name as it wants it. The pointer is valid during the call only.
  public func withSystemName<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let name = bytes.map { CChar(bitPattern: $0) } + [0]
    return name.withUnsafeBufferPointer { buffer in
      // The buffer holds the NUL at least, so it has an address.
      buffer.baseAddress.map(body) ?? body("")
    }
  }

  private static let slash = UInt8(ascii: "/")
}

extension Path {
  /// The folder that the process began in.
  private static let current: [UInt8] = {
    guard let path = getcwd(nil, 0) else { return [] }
    defer { free(path) }
    return bytes(of: path)
  }()

  /// The path from the root on, without `.` and doubled slashes, as it names the file from anywhere.
  ///
  /// Links are followed only where the path has a `..`, which means something else behind a link than before it.
  public var absolute: Path {
    let whole = bytes.first == Self.slash ? bytes : Self.current + [Self.slash] + bytes
    let parts = whole.split(separator: Self.slash).filter { !$0.elementsEqual(".".utf8) }
    if parts.contains(where: { $0.elementsEqual("..".utf8) }), let real = realPath { return real }
    return Path(bytes: parts.reduce(into: []) { $0 += [Self.slash] + $1 })
  }

  private var realPath: Path? {
    guard let path = withSystemName({ realpath($0, nil) }) else { return nil }
    defer { free(path) }
    return Path(bytes: Self.bytes(of: path))
  }

  private static func bytes(of text: UnsafeMutablePointer<CChar>) -> [UInt8] {
    UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
  }
}
