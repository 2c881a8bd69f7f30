import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The pages of a database file one by one, whatever its trees look like, as the write-ahead log beside it has them.
///
/// What a page holds may be nonsense; nothing here trusts it.
final class PageFile {
  /// The one size that a catalog's pages have.
  static let pageSize = CatalogSchema.pageSize

  let file: Int32
  /// What holds the file, where it may be open through SQLite in this process.
  private let held: HeldFile?
  /// How many pages there are, the last one perhaps not whole.
  let count: Int
  private let log: Int32
  private let frames: WriteAheadLog.Frames

  /// - Parameter alone: whether the file is to be locked through the descriptor; then nobody in this process may have it
  ///   open.
  init?(_ path: String, alone: Bool) {
    held = alone ? nil : HeldFile(path)
    // To be alone with a file one has to be able to write it.
    let writable = alone ? open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK) : held?.descriptor ?? -1
    file = writable >= 0 || !alone ? writable : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    log = open(path + "-wal", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    let frames = WriteAheadLog.frames(of: path)
    self.frames = frames.pageSize == Self.pageSize ? frames : WriteAheadLog.Frames()
    let inFile = (Files.size(of: path) + Self.pageSize - 1) / Self.pageSize
    count = max(inFile, self.frames.pages.keys.max() ?? 0)
  }

  deinit {
    if file >= 0, held == nil { close(file) }
    if log >= 0 { close(log) }
  }

  /// A page by its number, from 1; what the file does not have of it is zero.
  func page(_ number: Int) -> [UInt8]? {
    guard number > 0, number <= count else { return nil }
    let inLog = frames.pages[number].flatMap { RawBytes.read(log, at: $0, count: Self.pageSize) }
    guard var page = inLog ?? RawBytes.read(file, at: (number - 1) * Self.pageSize, count: Self.pageSize) else {
      return nil
    }
    page += [UInt8](repeating: 0, count: Self.pageSize - page.count)
    return page
  }

  /// The pages that are in no tree any more: what stands in them was deleted, or moved.
  func free() -> Set<Int> {
    guard let first = page(1) else { return [] }
    var free: Set<Int> = []
    var trunk = RawBytes.number(first, at: 32)
    while trunk > 0, free.insert(trunk).inserted, let page = page(trunk) {
      let leaves = RawBytes.number(page, at: 4)
      guard leaves <= Self.pageSize / 4 - 2 else { break }
      for leaf in 0..<leaves { free.insert(RawBytes.number(page, at: 8 + 4 * leaf)) }
      trunk = RawBytes.number(page, at: 0)
    }
    return free
  }
}
