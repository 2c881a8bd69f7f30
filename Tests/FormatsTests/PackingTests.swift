import Briefing
import Testing

@testable import Formats

@Suite("What is packed")
struct PackingTests {
  /// Bytes in a gzip file, stored as they are.
  private func gzip(_ bytes: [UInt8], name: String = "") -> [UInt8] {
    let count = bytes.count
    let header: [UInt8] = [0x1F, 0x8B, 8, name.isEmpty ? 0 : 8, 0, 0, 0, 0, 0, 3]
    let stored: [UInt8] = [1] + number(count, 2) + number(count ^ 0xFFFF, 2) + bytes
    return header + (name.isEmpty ? [] : Array(name.utf8) + [0]) + stored + number(Int(CyclicCheck.sum(of: bytes)), 4)
      + number(count, 4)
  }

  private func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// An archive of files that are stored as they are.
  private func zip(_ files: [(String, [UInt8])], flags: Int = 0) -> [UInt8] {
    var (archive, list) = ([UInt8](), [UInt8]())
    for (name, bytes) in files {
      let fields = number(flags, 2) + number(0, 2) + number(0, 4) + number(Int(CyclicCheck.sum(of: bytes)), 4)
      let sizes = number(bytes.count, 4) + number(bytes.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      list += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + fields + sizes + number(0, 10) + number(archive.count, 4) + name.utf8
      archive += [0x50, 0x4B, 3, 4, 20, 0] + fields + sizes + name.utf8 + bytes
    }
    let end = number(files.count, 2) + number(files.count, 2) + number(list.count, 4) + number(archive.count, 4)
    return archive + list + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + end + [0, 0]
  }

  private let story = Array("Ports reopen\n\nShips sail again.".utf8)

  @Test func `a story in gzip is that story`() throws {
    let file = try StoryFile(gzip(story, name: "ports.txt"))
    #expect(file.count == 1)
    #expect(try file.story(0).original == story)
    #expect(try file.story(0).reading == StoryParser.parse(story))
  }

  @Test func `a story twice in gzip is read, and no deeper`() throws {
    #expect(try StoryFile(gzip(gzip(story))).story(0).original == story)
    #expect(throws: FormatError.packed(.garbled)) { try StoryFile(gzip(gzip(gzip(story)))) }
  }

  /// As zlib packs them: in a block of the fixed code, and in one that brings its own.
  @Test(arguments: [
    ([0x2B, 0xC8, 0x2F, 0x2A, 0x29, 0x56, 0x28, 0x18, 0x25, 0x69, 0x4C, 2, 0], 1_691_391_709, "ports ", 60),
    (
      [
        0x45, 0x8D, 0x41, 0x0A, 2, 0x41, 0x0C, 4, 0xBF, 0xD2, 0x0F, 0x58, 0xE6, 3, 0x1E, 0xFC, 0x82, 0xE0, 0xC1, 0x73,
        0xD0,
        0xE8, 4, 0x42, 0x12, 0x92, 0x81, 0x65, 0x7F, 0xEF, 0xCE, 0x20, 0x78, 0x2C, 0x0A, 0xAA, 0x6E, 0x9E, 0xA3, 0x90,
        0xEC,
        0xC1, 0xD6, 0x70, 0xEF, 0x12, 0x85, 0x22, 0x51, 0xD0, 0x87, 0xC4, 0x36, 0x90, 0xBD, 0x90, 0x27, 0x17, 0x9E,
        0xEA,
        0xC5, 0x17, 0x8C, 0x93, 0xAC, 0xB0, 0x93, 0x0C, 0x88, 0x61, 0x74, 0x9E, 0xDE, 0xB0, 0x77, 0x51, 0x46, 0x28,
        0x19,
        0x17, 0xDE, 0x7A, 0x34, 0x3C, 0xBA, 0x23, 0xE8, 0xA8, 0xEB, 0xCA, 6, 0x67, 0x4D, 0xDC, 0x10, 0x6B, 0xF9, 0xCF,
        0xCF, 0x9D, 0xE7, 0x2F, 0xB9, 0xB6, 0xED, 0x0B,
      ], 3_972_919_968,
      "Ports reopen. Ships sail again, and rails close; trains wait in the rain while planes fly. Who pays? Shippers pay, "
        + "ports gain, and sailors wait again.", 1
    ),
  ])
  func `blocks of either code are unpacked`(packed: [UInt8], sum: Int, text: String, times: Int) throws {
    let words = Array(String(repeating: text, count: times).utf8)
    #expect(Int(CyclicCheck.sum(of: words)) == sum)
    let file = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + packed + number(sum, 4) + number(words.count, 4)
    #expect(try StoryFile(file).story(0).original == words)
  }

  @Test func `what is cut at any byte is refused, and nothing else happens`() {
    let whole = gzip(story, name: "ports.txt")
    for count in 3..<whole.count {
      #expect(throws: FormatError.packed(.cut)) { try StoryFile(Array(whole.prefix(count))) }
    }
    let archive = zip([("a.txt", story)])
    for count in 4..<archive.count {
      #expect(throws: FormatError.packed(.cut)) { try StoryFile(Array(archive.prefix(count))) }
    }
  }

  @Test func `any byte of it may be another`() {
    for whole in [gzip(story, name: "ports.txt"), zip([("a.txt", story), ("b.txt", story)])] {
      for index in whole.indices {
        for bit in 0..<8 {
          var broken = whole
          broken[index] ^= 1 << bit
          _ = try? StoryFile(broken).story(0)
        }
      }
    }
  }

  @Test func `an archive is a folder of stories`() throws {
    let other = Array("Rails close\n\nTrains wait.".utf8)
    let file = try StoryFile(zip([("day/", []), ("day/a.txt", story), ("day/b.bin", [0, 1]), ("day/c.md", other)]))
    #expect(file.count == 2)
    #expect(try file.story(0).original == story)
    #expect(try file.story(1).reading.story.headline == "Rails close")
    #expect(throws: FormatError.packed(.noStories)) { try StoryFile(zip([("a.bin", [0, 1]), ("b.bin", [2])])) }
    #expect(throws: FormatError.packed(.encrypted)) { try StoryFile(zip([("a.txt", story)], flags: 1)) }
  }

  @Test(arguments: [
    (["[Content_Types].xml", "word/document.xml"], ForeignKind.wordDocument),
    (["[Content_Types].xml", "xl/workbook.xml"], .spreadsheet), (["mimetype", "content.xml"], .openDocument),
    (["mimetype", "META-INF/container.xml"], .eBook), (["META-INF/MANIFEST.MF", "A.class"], .program),
  ])
  func `a document that is an archive is named`(names: [String], kind: ForeignKind) {
    #expect(throws: FormatError.foreign(kind)) { try StoryFile(zip(names.map { ($0, []) })) }
  }

  @Test func `what would grow without end is refused soon`() {
    // As zlib packs four million zeros.
    let packed: [UInt8] =
      [237, 193, 1, 1, 0, 0, 0, 130, 32, 255, 175, 110, 72, 64, 1] + Array(repeating: 0, count: 4063) + [124, 27]
    #expect(throws: FormatError.packed(.tooLarge)) { try StoryFile([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + packed) }
  }
}
