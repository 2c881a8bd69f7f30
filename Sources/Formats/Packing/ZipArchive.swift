/// A zip archive: the list of its files, and what is packed under each.
struct ZipArchive {
  /// A file of the list.
  struct Entry {
    var name: [UInt8]
    fileprivate var method: Int
    fileprivate var isEncrypted: Bool
    fileprivate var sum: Int
    fileprivate var packed: Int
    fileprivate var size: Int
    fileprivate var place: Int
  }

  /// More than a folder of stories would have.
  private static let mostEntries = 100_000
  let entries: [Entry]
  private let bytes: [UInt8]

  static func isZip(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// - Throws: `cut` where the list at the end is missing.
  init(_ bytes: [UInt8]) throws(PackingFlaw) {
    self.bytes = bytes
    entries = try bytes.withUnsafeBufferPointer { input throws(PackingFlaw) in try Self.list(input) }
  }

  private static func list(_ input: UnsafeBufferPointer<UInt8>) throws(PackingFlaw) -> [Entry] {
    // A comment of up to 64 KB may stand behind it.
    var end = input.count - 22
    while end >= 0, end >= input.count - 22 - 0xFFFF, input.number(at: end, bytes: 4) != 0x0605_4B50 { end -= 1 }
    guard end >= 0, input.number(at: end, bytes: 4) == 0x0605_4B50 else { throw .cut }
    let count = input.number(at: end + 10, bytes: 2)
    var at = input.number(at: end + 16, bytes: 4)
    guard count <= mostEntries else { throw .tooLarge }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard input.number(at: at, bytes: 4) == 0x0201_4B50 else { throw .garbled }
      let nameLength = input.number(at: at + 28, bytes: 2)
      guard at + 46 + nameLength <= input.count else { throw .cut }
      entries.append(entry(input, at, nameLength))
      at += 46 + nameLength + input.number(at: at + 30, bytes: 2) + input.number(at: at + 32, bytes: 2)
    }
    return entries
  }

  private static func entry(_ input: UnsafeBufferPointer<UInt8>, _ at: Int, _ nameLength: Int) -> Entry {
    Entry(
      name: Array(input[(at + 46)..<(at + 46 + nameLength)]), method: input.number(at: at + 10, bytes: 2),
      isEncrypted: input.number(at: at + 8, bytes: 2) & 1 == 1, sum: input.number(at: at + 16, bytes: 4),
      packed: input.number(at: at + 20, bytes: 4), size: input.number(at: at + 24, bytes: 4),
      place: input.number(at: at + 42, bytes: 4))
  }

  /// How much may come of all files together.
  var limit: UnpackingLimit { UnpackingLimit(packed: bytes.count) }

  /// What is packed under an entry; the limit is for all of them.
  func file(_ entry: Entry, limit: inout UnpackingLimit) throws(PackingFlaw) -> PackedFile {
    if entry.isEncrypted { throw .encrypted }
    let unpacked = try bytes.withUnsafeBufferPointer { input throws(PackingFlaw) in
      try Self.unpack(entry, input, &limit)
    }
    guard Int(CyclicCheck.sum(of: unpacked)) == entry.sum else { throw .garbled }
    return PackedFile(name: entry.name, bytes: unpacked)
  }

  private static func unpack(
    _ entry: Entry, _ input: UnsafeBufferPointer<UInt8>, _ limit: inout UnpackingLimit
  ) throws(PackingFlaw) -> [UInt8] {
    guard input.number(at: entry.place, bytes: 4) == 0x0403_4B50 else { throw .garbled }
    let start =
      entry.place + 30 + input.number(at: entry.place + 26, bytes: 2) + input.number(at: entry.place + 28, bytes: 2)
    guard start + entry.packed <= input.count else { throw .cut }
    let packed = UnsafeBufferPointer(rebasing: input[start..<start + entry.packed])
    switch entry.method {
    case 0:
      try limit.take(packed.count)
      return Array(packed)
    case 8: return try Inflater.inflate(packed, limit: &limit).bytes
    default: throw .garbled
    }
  }
}

extension ZipArchive {
  /// What the archive is where it is a document of some program, told by the names of its files.
  var foreignKind: ForeignKind? {
    let names = Set(entries.lazy.map { String(decoding: $0.name, as: UTF8.self) })
    func has(_ beginning: String) -> Bool { names.contains { $0.hasPrefix(beginning) } }
    if names.contains("[Content_Types].xml") {
      return has("word/") ? .wordDocument : has("xl/") ? .spreadsheet : has("ppt/") ? .presentation : .officeDocument
    }
    if names.contains("META-INF/container.xml") { return .eBook }
    if names.contains("mimetype"), names.contains("content.xml") { return .openDocument }
    return names.contains("META-INF/MANIFEST.MF") || names.contains("AndroidManifest.xml") ? .program : nil
  }
}

extension ZipArchive {
  /// The files that are stories by their names, as in a folder; the only file, whatever it is called.
  var stories: [PackedFile] {
    get throws(PackingFlaw) {
      let files = entries.filter { $0.name.last != UInt8(ascii: "/") && !$0.name.starts(with: "__MACOSX/".utf8) }
      let wanted = files.count == 1 ? files : files.filter { StoryFileName.isStory(PackedFile.lastPart(of: $0.name)) }
      guard !wanted.isEmpty else { throw .noStories }
      var limit = limit
      var stories: [PackedFile] = []
      for entry in wanted { stories.append(try file(entry, limit: &limit)) }
      return stories
    }
  }
}

extension PackedFile {
  /// Without its folders; nil where it has no name.
  var fileName: ArraySlice<UInt8>? { name.isEmpty ? nil : Self.lastPart(of: name) }

  static func lastPart(of name: [UInt8]) -> ArraySlice<UInt8> {
    name[(name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
  }
}
