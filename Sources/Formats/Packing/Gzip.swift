/// A file packed by gzip (RFC 1952).
enum Gzip {
  static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// What is packed, and what its file was called, where it says so.
  static func unpack(_ bytes: [UInt8]) throws(PackingFlaw) -> PackedFile {
    var limit = UnpackingLimit(packed: bytes.count)
    var file = PackedFile(name: [], bytes: [])
    try bytes.withUnsafeBufferPointer { input throws(PackingFlaw) in
      var at = 0
      // Several may be put together; what is behind them is filling.
      repeat {
        let (part, end) = try member(input, from: at, &limit)
        file.name = file.name.isEmpty ? part.name : file.name
        file.bytes += part.bytes
        at = end
      } while isGzip(input[at...])
    }
    return file
  }

  private static func member(
    _ input: UnsafeBufferPointer<UInt8>, from start: Int, _ limit: inout UnpackingLimit
  ) throws(PackingFlaw) -> (PackedFile, end: Int) {
    guard start + 10 <= input.count else { throw .cut }
    let flags = input[start + 3]
    var at = start + 10
    if flags & 4 != 0 { at += 2 + input.number(at: at, bytes: 2) }
    let name = flags & 8 != 0 ? try takeText(input, &at) : []
    if flags & 16 != 0 { _ = try takeText(input, &at) }
    if flags & 2 != 0 { at += 2 }
    guard at < input.count else { throw .cut }
    let (bytes, used) = try Inflater.inflate(UnsafeBufferPointer(rebasing: input[at...]), limit: &limit)
    at += used
    guard at + 8 <= input.count else { throw .cut }
    guard input.number(at: at, bytes: 4) == Int(CyclicCheck.sum(of: bytes)) else { throw .garbled }
    return (PackedFile(name: name, bytes: bytes), at + 8)
  }

  /// Up to a zero.
  private static func takeText(_ input: UnsafeBufferPointer<UInt8>, _ at: inout Int) throws(PackingFlaw) -> [UInt8] {
    guard at < input.count, let end = input[at...].firstIndex(of: 0) else { throw .cut }
    defer { at = end + 1 }
    return Array(input[at..<end])
  }
}

/// A file that was packed.
struct PackedFile {
  /// With its folders, where there are any; empty where it has none.
  var name: [UInt8]
  var bytes: [UInt8]
}
