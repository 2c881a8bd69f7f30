#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Path {
  private static let slash = UInt8(ascii: "/")
  private static let current: [UInt8] = {
    guard let path = getcwd(nil, 0) else { return [] }
    defer { free(path) }
    return bytes(of: path)
  }()

  /// The path from the root on, without `.` and doubled slashes, as it names the file from anywhere.
  ///
  /// Links are followed only where the path has a `..`, which means something else behind a link than before it.
  var absolute: Path {
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
