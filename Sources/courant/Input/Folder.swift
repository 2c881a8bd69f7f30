#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What of a folder may be stories or hold them, in the order of the names.
///
/// Names stand one after another in one array: a million of them cost some 40 MB, and nothing but a number to hand on.
final class Folder: Sendable {
  /// What the folder itself says a name stands for.
  enum Kind: UInt8 {
    case file, folder
    /// A pipe or a device.
    case special
    /// A link, or a file system that does not say.
    case unknown
  }

  private struct Entry {
    var start: UInt32
    var length: UInt8
    var kind: Kind
  }

  let path: Path
  private let names: [UInt8]
  private let entries: [Entry]

  init(_ path: Path) throws(InputError) {
    guard let handle = path.withSystemName({ opendir($0) }) else { throw InputError(errno: errno, of: .file(path)) }
    defer { closedir(handle) }
    var names: [UInt8] = []
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(handle) else { break }
      let kind = Kind(system: entry.pointee.d_type)
      let name = Self.name(of: entry)
      guard Self.isOfInterest(name, kind), let start = UInt32(exactly: names.count) else { continue }
      // A name has 255 bytes at most.
      entries.append(Entry(start: start, length: UInt8(truncatingIfNeeded: name.count), kind: kind))
      names.append(contentsOf: name)
    }
    // At the end errno is still 0.
    if errno != 0 { throw InputError(errno: errno, of: .file(path)) }
    (self.path, self.names) = (path, names)
    self.entries = Self.sorted(entries, by: names)
  }

  var count: Int { entries.count }

  func kind(_ index: Int) -> Kind { entries[index].kind }

  func path(_ index: Int) -> Path { path.appending(Array(name(index))) }

  func name(_ index: Int) -> ArraySlice<UInt8> {
    let entry = entries[index]
    return names[Int(entry.start)..<Int(entry.start) + Int(entry.length)]
  }

  /// The name where it lies: the record ends with it, so its type's full length must not be copied.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> UnsafeBufferPointer<UInt8> {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry) + offset
    let count = strlen(start.assumingMemoryBound(to: CChar.self))
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }

  private static func isOfInterest(_ name: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> Bool {
    guard let first = name.first, first != UInt8(ascii: ".") else { return false }
    return kind == .folder || kind == .unknown || StoryName.isStory(name)
  }

  private static func sorted(_ entries: [Entry], by names: [UInt8]) -> [Entry] {
    names.withUnsafeBytes { names in
      entries.sorted { left, right in
        guard let base = names.baseAddress else { return false }
        let order = memcmp(base + Int(left.start), base + Int(right.start), Int(min(left.length, right.length)))
        return order == 0 ? left.length < right.length : order < 0
      }
    }
  }
}

extension Folder.Kind {
  fileprivate init(system type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK), Int(DT_UNKNOWN): self = .unknown
    default: self = .special
    }
  }
}
