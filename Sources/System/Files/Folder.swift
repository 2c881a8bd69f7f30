#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The files of a folder that are wanted, and the folders in it, in the order of their names; hidden ones are left out.
///
/// Names stand one after another in one array: a million of them cost some 40 MB, and nothing but a number to hand on.
public final class Folder: Sendable {
  /// What the folder itself says a name stands for.
  public enum Kind: UInt8, Sendable {
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

  /// The name by which it was opened.
  public let path: Path
  private let names: [UInt8]
  private let entries: [Entry]

  /// - Parameter isWanted: whether a file of this name is; not asked of folders, nor where a link may lead to one.
  /// - Throws: `SystemError.refused`.
  public init(_ path: Path, where isWanted: (UnsafeBufferPointer<UInt8>) -> Bool) throws(SystemError) {
    guard let handle = path.withSystemName({ opendir($0) }) else { throw .refused(errno) }
    defer { closedir(handle) }
    var names: [UInt8] = []
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(handle) else { break }
      let kind = Kind(system: entry.pointee.d_type)
      let name = Self.name(of: entry)
      guard let first = name.first, first != UInt8(ascii: "."), kind == .folder || kind == .unknown || isWanted(name),
        let start = UInt32(exactly: names.count)
      else { continue }
      // A name has 255 bytes at most.
      entries.append(Entry(start: start, length: UInt8(truncatingIfNeeded: name.count), kind: kind))
      names.append(contentsOf: name)
    }
    // At the end errno is still 0.
    if errno != 0 { throw .refused(errno) }
    (self.path, self.names) = (path, names)
    self.entries = Self.sorted(entries, by: names)
  }

  /// How many there are.
  public var count: Int { entries.count }

  /// What the one of this number is.
  public func kind(_ index: Int) -> Kind { entries[index].kind }

  /// The path of the one of this number.
  public func path(_ index: Int) -> Path { path.appending(Array(name(index))) }

  /// Its name in the folder.
  public func name(_ index: Int) -> ArraySlice<UInt8> {
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
