import Foundation
import Synchronization
import Testing

@testable import System

@Suite("Reading files whole")
struct FileReaderTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("courant-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  private func write(_ bytes: [UInt8]) throws -> Path {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/file"))
    return Path(folder + "/file")
  }

  @Test func `hands over the beginning of what is longer, before the rest`() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    var begun: [[UInt8]] = []
    func note(_ part: FileContent) { begun.append(part.bytes) }
    let reader = FileReader(limit: 1 << 20, beginning: 1000)
    let whole = try reader.read(write(bytes), begun: note)
    let small = try reader.read(write(Array(bytes.prefix(1000))), begun: note)
    #expect(whole.bytes == bytes)
    #expect(small.bytes.count == 1000)
    #expect(begun == [Array(bytes.prefix(1000))])
  }

  @Test func `takes no more than the limit, and nothing that is not wanted`() throws {
    let reader = FileReader(limit: 10, beginning: 4, isWanted: { first, _ in first.first != 0 })
    #expect(throws: SystemError.tooLarge) { try reader.read(write(Array(1...11))) }
    #expect(throws: SystemError.unwanted) { try reader.read(write([0, 1])) }
    #expect(try reader.read(write([])).bytes.isEmpty)
  }

  @Test func `leaves a file open on which the process has locks`() throws {
    let path = try write([0])
    let identity = try #require(FileIdentity(of: folder + "/file"))
    let asked = Mutex<[FileIdentity]>([])
    let isLocked = { @Sendable (file: FileIdentity) in
      asked.withLock { $0.append(file) }
      return false
    }
    let reader = FileReader(limit: 10, beginning: 4, isWanted: { _, _ in false }, isLocked: isLocked)
    #expect(throws: SystemError.unwanted) { try reader.read(path) }
    #expect(asked.withLock { $0 } == [identity])
  }

  @Test func `waits for no writer, and says what stands there instead of a file`() {
    mkfifo(folder + "/pipe", 0o600)
    let reader = FileReader(limit: 10, beginning: 4)
    #expect(throws: SystemError.special(.pipe)) { try reader.read(Path(folder + "/pipe")) }
    #expect(throws: SystemError.special(.folder)) { try reader.read(Path(folder)) }
    #expect(throws: SystemError.special(.device)) { try reader.read(Path("/dev/null")) }
    do throws(SystemError) {
      _ = try reader.read(Path(folder + "/none"))
      Issue.record("is there")
    } catch {
      #expect(error.isMissing)
    }
  }
}

@Suite("Names and folders")
struct FolderTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("courant-\(UUID().uuidString)")
    .path

  @Test(arguments: [
    ("/a/./b//c", "/a/b/c"), ("/a", "/a"), ("/", ""), ("/usr/bin/../lib/..", "/usr"),
    ("/nowhere/../b", "/nowhere/../b"),
  ])
  func `a path from the root on is without dots and doubled slashes`(name: String, absolute: String) {
    #expect(String(decoding: Path(name).absolute.bytes, as: UTF8.self) == absolute)
  }

  @Test func `a private folder is made with those above it, and is nobody else's`() throws {
    try PrivateFiles.makeFolder(folder + "/a/b")
    try PrivateFiles.makeFolder(folder + "/a/b")
    for name in ["", "/a", "/a/b"] {
      #expect(try FileStatus(of: Path(folder + name)).permissions == 0o700)
    }
    try Data().write(to: URL(fileURLWithPath: folder + "/a/file"))
    #expect(throws: SystemError.notFolder(path: folder + "/a/file")) {
      try PrivateFiles.makeFolder(folder + "/a/file/c")
    }
  }

  @Test func `a folder tells of the files that are wanted, in order, and of the folders in it`() throws {
    try PrivateFiles.makeFolder(folder + "/d")
    for name in ["c.txt", "a.txt", ".hidden.txt", "b.png"] {
      try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    symlink("a.txt", folder + "/link")
    let found = try Folder(Path(folder)) { $0.elementsEqual("a.txt".utf8) || $0.elementsEqual("c.txt".utf8) }
    let names = (0..<found.count).map { String(decoding: found.name($0), as: UTF8.self) }
    #expect(names == ["a.txt", "c.txt", "d", "link"])
    #expect((0..<found.count).map(found.kind) == [.file, .file, .folder, .unknown])
    #expect(Files.names(in: folder) == [".hidden.txt", "a.txt", "b.png", "c.txt", "d", "link"])
    #expect(try FileStatus(of: Path(folder + "/link")).kind == .file)
    #expect(try FileStatus(of: Path(folder + "/link"), followsLinks: false).kind == .link)
  }

  @Test func `a network file system is known by the mount over the path`() {
    let mounts = [
      "/dev/sda1 / ext4 rw 0 0", "server:/home /home nfs4 rw 0 0", "/dev/sdb1 /home/me/local ext4 rw 0 0",
      "host:/x /mnt/my\\040disk fuse.sshfs rw 0 0",
    ]
    #expect(Disk.networkKind(of: "/home/me/.local", mounts: mounts) == "nfs4")
    #expect(Disk.networkKind(of: "/home/me/local/share", mounts: mounts) == nil)
    #expect(Disk.networkKind(of: "/homestead", mounts: mounts) == nil)
    #expect(Disk.networkKind(of: "/mnt/my disk/x", mounts: mounts) == "fuse.sshfs")
  }
}
