#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file beside a database in which its newest pages stand until they are taken over.
enum WriteAheadLog {
  /// Where a page's newest committed content stands in the log's file.
  struct Frames {
    var pages: [Int: Int] = [:]
    var pageSize = 0
  }

  private static let header = 32
  private static let frameHeader = 24

  /// The beginning of the database's first page as the log has it; nil if it has none.
  static func firstPage(of path: String) -> [UInt8]? {
    reading(path) { file in
      let frames = frames(file)
      return frames.pages[1].flatMap { Raw.read(file, at: $0, count: 100) }
    }
  }

  static func frames(of path: String) -> Frames {
    reading(path, frames) ?? Frames()
  }

  private static func reading<Value>(_ path: String, _ body: (Int32) -> Value?) -> Value? {
    let file = open(path + "-wal", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return body(file)
  }

  /// A frame counts if it bears the log's salts and a commit follows.
  private static func frames(_ file: Int32) -> Frames {
    guard let head = Raw.read(file, at: 0, count: header), head.count == header,
      Raw.number(head, at: 0) & ~1 == 0x377F_0682
    else { return Frames() }
    var frames = Frames(pageSize: Raw.number(head, at: 8))
    guard (512...65536).contains(frames.pageSize) else { return Frames() }
    var pending: [Int: Int] = [:]
    var offset = header
    while let frame = Raw.read(file, at: offset, count: frameHeader), frame.count == frameHeader,
      frame[8..<16] == head[16..<24]
    {
      pending[Raw.number(frame, at: 0)] = offset + frameHeader
      if Raw.number(frame, at: 4) != 0 {
        frames.pages.merge(pending) { $1 }
        pending = [:]
      }
      offset += frameHeader + frames.pageSize
    }
    return frames
  }
}
