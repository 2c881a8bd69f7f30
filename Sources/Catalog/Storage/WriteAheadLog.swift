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
      return frames.pages[1].flatMap { RawBytes.read(file, at: $0, count: 100) }
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

  /// A frame counts if it bears the log's salts and a commit follows that is whole: a kill may come within one.
  private static func frames(_ file: Int32) -> Frames {
    guard let head = RawBytes.read(file, at: 0, count: header), head.count == header,
      RawBytes.number(head, at: 0) & ~1 == 0x377F_0682
    else { return Frames() }
    var frames = Frames(pageSize: RawBytes.number(head, at: 8))
    guard (512...65536).contains(frames.pageSize) else { return Frames() }
    let all = heads(of: file, salts: head[16..<24], pageSize: frames.pageSize)
    let isBigEndian = RawBytes.number(head, at: 0) & 1 == 1
    let last = all.indices.last { index in
      guard RawBytes.number(all[index].bytes, at: 4) != 0 else { return false }
      let before = index > 0 ? Array(all[index - 1].bytes[16..<24]) : Array(head[24..<32])
      return isWhole(all[index], after: before, in: file, pageSize: frames.pageSize, isBigEndian: isBigEndian)
    }
    for frame in all[..<(last.map { $0 + 1 } ?? 0)] {
      frames.pages[RawBytes.number(frame.bytes, at: 0)] = frame.content
    }
    return frames
  }

  /// What stands before a page in the log, and where the page stands.
  private struct Head {
    var bytes: [UInt8]
    var content: Int
  }

  private static func heads(of file: Int32, salts: ArraySlice<UInt8>, pageSize: Int) -> [Head] {
    var heads: [Head] = []
    var offset = header
    while let bytes = RawBytes.read(file, at: offset, count: frameHeader), bytes.count == frameHeader,
      bytes[8..<16] == salts
    {
      heads.append(Head(bytes: bytes, content: offset + frameHeader))
      offset += frameHeader + pageSize
    }
    return heads
  }

  /// Whether a frame's sum, which goes on from that of the frame before, is that of its bytes (4.2 of the file format).
  private static func isWhole(
    _ frame: Head, after before: [UInt8], in file: Int32, pageSize: Int, isBigEndian: Bool
  ) -> Bool {
    guard let page = RawBytes.read(file, at: frame.content, count: pageSize), page.count == pageSize else {
      return false
    }
    var sums = (first: UInt32(RawBytes.number(before, at: 0)), second: UInt32(RawBytes.number(before, at: 4)))
    for bytes in [Array(frame.bytes[..<8]), page] {
      for place in stride(from: 0, to: bytes.count, by: 8) {
        let words = (UInt32(RawBytes.number(bytes, at: place)), UInt32(RawBytes.number(bytes, at: place + 4)))
        sums.first &+= (isBigEndian ? words.0 : words.0.byteSwapped) &+ sums.second
        sums.second &+= (isBigEndian ? words.1 : words.1.byteSwapped) &+ sums.first
      }
    }
    return sums.first == UInt32(RawBytes.number(frame.bytes, at: 16))
      && sums.second == UInt32(RawBytes.number(frame.bytes, at: 20))
  }
}
