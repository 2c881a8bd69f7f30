import Foundation
import System
import Testing

@testable import courant

@Suite("Walking folders")
struct FolderWalkTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `stories come in the order of their names, folders among them`() throws {
    for name in ["b.txt", "a.md", "c/1.text", "c/0.markdown", "d.TXT"] { try folder.write(name, "x") }
    #expect(walk() == ["a.md", "b.txt", "c/0.markdown", "c/1.text", "d.TXT"])
  }

  @Test func `what is hidden, has another ending or is a README is no story`() throws {
    for name in [".a.txt", ".git/b.txt", "README.md", "readme.txt", "c.png", "txt", ".txt", "README-first.md"] {
      try folder.write(name, "x")
    }
    #expect(walk() == ["README-first.md"])
  }

  @Test func `what is named itself is read whatever it is called`() throws {
    let file = try folder.write(".notes", "x")
    #expect(walk([file]) == [".notes"])
  }

  @Test func `links that form a loop end`() throws {
    try folder.write("a/b/story.txt", "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/b/up", withDestinationPath: folder.path)
    #expect(walk() == ["a/b/story.txt"])
  }

  @Test func `a link to a story is followed, a dead one is told`() throws {
    let target = try folder.write("elsewhere/story", "x")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/good.txt", withDestinationPath: target)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/dead.txt", withDestinationPath: "/nonexistent")
    #expect(walk() == ["dead.txt: missing", "good.txt"])
  }

  @Test func `a folder without stories is told, and the rest is read`() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: false)
    let file = try folder.write("story.txt", "x")
    #expect(walk([folder.path + "/empty", file]) == ["empty: noStories", "story.txt"])
  }

  @Test func `a name that is no text is found`() throws {
    let name: [UInt8] = [0x66, 0xFF, 0x2E, 0x74, 0x78, 0x74]
    let path = Path(bytes: Array(folder.path.utf8)).appending(name)
    path.withSystemName { _ = close(open($0, O_CREAT | O_WRONLY, 0o600)) }
    var found = FolderWalk([.file(Path(bytes: Array(folder.path.utf8)))])
    #expect(try found.next()?.get().input == .file(path))
  }

  /// The files found under the named paths (the folder itself if none is named), relative to the folder.
  private func walk(_ named: [String]? = nil) -> [String] {
    var walk = FolderWalk((named ?? [folder.path]).map { .file(Path(bytes: Array($0.utf8))) })
    var found: [String] = []
    while let next = walk.next() {
      switch next {
      case .success(let find): found.append(relative(find.input))
      case .failure(let error):
        found.append("\(relative(error.input)): \(error.isMissing ? "missing" : "\(error.reason)")")
      }
    }
    return found
  }

  private func relative(_ input: Input) -> String {
    guard case .file(let path) = input else { return "-" }
    return String(String(decoding: path.bytes, as: UTF8.self).dropFirst(folder.path.count + 1))
  }
}

extension InputError {
  fileprivate var isMissing: Bool { if case .unreadable(let error) = reason { error.isMissing } else { false } }
}
