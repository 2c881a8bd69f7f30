#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The disk that a folder lies on.
public enum Disk {
  /// How many bytes this user may still write; nil where the system does not tell.
  public static func freeSpace(at folder: String) -> Int? {
    var disk = statvfs()
    guard statvfs(folder, &disk) == 0 else { return nil }
    // What some file systems tell is more than any disk has.
    let (bytes, isTooMuch) = Int(clamping: disk.f_bavail).multipliedReportingOverflow(by: Int(clamping: disk.f_frsize))
    return isTooMuch ? .max : bytes
  }

  /// File systems whose disk is in another machine.
  private static let networkKinds: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "coda", "fuse.sshfs",
    "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "davfs",
  ]

  /// What the file system of a folder is called whose disk is in another machine; nil for one of this machine, or where the
  /// system does not tell.
  public static func networkKind(of folder: String) -> String? {
    #if canImport(Darwin)
      var system = statfs()
      return statfs(folder, &system) == 0 && system.f_flags & UInt32(MNT_LOCAL) == 0 ? "not local" : nil
    #else
      guard let resolved = realpath(folder, nil) else { return nil }
      defer { free(resolved) }
      return networkKind(of: String(cString: resolved), mounts: FileLines.all(in: "/proc/self/mounts"))
    #endif
  }

  /// The last mount over the longest part of the path is the one that counts.
  static func networkKind(of path: String, mounts: [String]) -> String? {
    var best = (length: -1, kind: "")
    for mount in mounts {
      let fields = mount.split(separator: " ")
      guard fields.count > 2 else { continue }
      let point = unescaped(String(fields[1]))
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      if isAbove, point.utf8.count >= best.length { best = (point.utf8.count, String(fields[2])) }
    }
    return networkKinds.contains(best.kind) ? best.kind : nil
  }

  /// Spaces and the like stand there in octal, as in fstab(5).
  private static func unescaped(_ field: String) -> String {
    var bytes: [UInt8] = []
    var rest = field.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3, let code = UInt8(String(digits) ?? "", radix: 8) {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A file of the system's, a few lines long.
private enum FileLines {
  static func all(in path: String) -> [String] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var lines: [String] = []
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while getline(&line, &room, file) > 0, let text = line { lines.append(String(cString: text)) }
    return lines
  }
}
