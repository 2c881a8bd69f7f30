#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is asked of files, and done with them, by their names. Nothing here throws: where it cannot be told, the answer is no.
public enum Files {
  /// Whether anything has this name, be it a link that leads nowhere.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether nothing has this name, or a link leads nowhere; false where that cannot be told.
  public static func isMissing(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 && errno == ENOENT
  }

  /// Whether something stands there that someone planted: a link, a pipe, a device. A library would write through it.
  public static func isPlanted(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Whether it is a folder, or a link to one.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// In bytes; 0 where there is no file.
  public static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// When a file was changed last, in seconds since 1970-01-01 00:00:00 UTC; 0 where there is none.
  public static func changed(_ path: String) -> Int {
    (try? FileStatus(of: Path(path))).map { Int($0.modified) } ?? 0
  }

  /// Whether it is there, and may be written by this user.
  public static func mayWrite(_ path: String) -> Bool {
    access(path, W_OK) == 0
  }

  /// Whether it is there, and may be read and written by this user.
  public static func isWritable(_ path: String) -> Bool {
    access(path, R_OK | W_OK) == 0
  }

  /// Whether files can be made in a folder; the one that the process is in where its name is empty.
  public static func canCreate(in folder: String) -> Bool {
    access(folder.isEmpty ? "." : folder, W_OK | X_OK) == 0
  }

  /// Takes a file's name away. Who has it open keeps what they have.
  public static func remove(_ path: String) {
    unlink(path)
  }

  /// Takes a folder away with the files in it; where that has folders of its own, these stay, and it with them.
  public static func removeFolder(_ path: String) {
    for name in names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names in a folder, hidden ones too, in the order of their letters.
  public static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      // The record ends with the name, so its type's full length must not be copied.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let name = String(cString: (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self))
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
