/// A file's name as the system knows it: bytes that need not be text.
///
/// Never shown as it is: `Input.name` makes it displayable.
struct Path: Hashable, Sendable {
  /// Without the NUL at the end that the system's calls want.
  var bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The last component.
  var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  func appending(_ name: [UInt8]) -> Path {
    Path(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [UInt8(ascii: "/")] + name)
  }

  /// Calls the system with the name as it wants it. The pointer is valid during the call only.
  func withSystemName<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let name = bytes.map { CChar(bitPattern: $0) } + [0]
    return name.withUnsafeBufferPointer { buffer in
      // The buffer holds the NUL at least, so it has an address.
      buffer.baseAddress.map(body) ?? body("")
    }
  }
}
