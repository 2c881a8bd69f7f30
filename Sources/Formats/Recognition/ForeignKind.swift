/// What bytes are that hold no story, as far as their first ones say it.
public enum ForeignKind: Hashable, Sendable, CaseIterable {
  case pdf, postScript, picture, sound, video, font
  case wordDocument, spreadsheet, presentation, officeDocument, openDocument, richText, eBook
  case program, database, archive, diskImage
  case calendar, contacts, key
  /// Markup in XML that is none of what is read.
  case xml
  /// A page of the web.
  case webPage
  /// Kagi News's list of its categories, which names their files.
  case kagiCategories
}

extension ForeignKind {
  /// Judges by the signature that the bytes open with, or have where their kind has it. Costs a few comparisons.
  init?(signatureOf bytes: some RandomAccessCollection<UInt8>) {
    let head = Array(bytes.prefix(1024))
    if let signature = Self.signatures.first(where: { $0.isOf(head) }) {
      self = signature.kind
    } else if let kind = Self.container(head) ?? Self.executable(head) {
      self = kind
    } else {
      return nil
    }
  }

  private struct Signature: Sendable {
    let bytes: [UInt8]
    let place: Int
    let kind: ForeignKind

    init(_ text: String, at place: Int = 0, _ kind: ForeignKind) {
      (bytes, self.place, self.kind) = (Array(text.utf8), place, kind)
    }

    init(_ bytes: [UInt8], at place: Int = 0, _ kind: ForeignKind) {
      (self.bytes, self.place, self.kind) = (bytes, place, kind)
    }

    func isOf(_ head: [UInt8]) -> Bool { head.dropFirst(place).starts(with: bytes) }
  }

  private static let signatures: [Signature] =
    [
      Signature("%PDF-", .pdf), Signature("%!PS", .postScript), Signature([0xC5, 0xD0, 0xD3, 0xC6], .postScript),
      Signature("\u{7F}ELF", .program), Signature("\0asm", .program), Signature("{\\rtf", .richText),
      Signature("SQLite format 3\0", .database), Signature("BOOKMOBI", at: 60, .eBook),
      Signature([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .officeDocument),
      Signature("BEGIN:VCALENDAR", .calendar), Signature("BEGIN:VCARD", .contacts), Signature("-----BEGIN ", .key),
    ] + pictures + sounds + archives + fonts + programs

  private static let pictures = [
    Signature([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture), Signature([0xFF, 0xD8, 0xFF], .picture),
    Signature("GIF87a", .picture), Signature("GIF89a", .picture), Signature("8BPS\0", .picture),
    Signature("II*\0", .picture), Signature("MM\0*", .picture), Signature([0, 0, 1, 0], .picture),
    Signature("AT&TFORM", .picture), Signature([0xFF, 0x0A], .picture), Signature("qoif", .picture),
  ]
  private static let sounds = [
    Signature("ID3\u{2}", .sound), Signature("ID3\u{3}", .sound), Signature("ID3\u{4}", .sound),
    Signature("OggS\0", .sound), Signature("fLaC\0", .sound), Signature("MThd\0", .sound),
    Signature([0xFF, 0xFB], .sound), Signature([0xFF, 0xF3], .sound), Signature([0x1A, 0x45, 0xDF, 0xA3], .video),
    Signature("FLV\u{1}", .video), Signature([0, 0, 1, 0xBA], .video),
  ]
  private static let archives = [
    Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive), Signature("Rar!\u{1A}\u{7}", .archive),
    Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .archive), Signature([0x28, 0xB5, 0x2F, 0xFD], .archive),
    Signature([0x04, 0x22, 0x4D, 0x18], .archive), Signature("!<arch>\n", .archive),
    Signature("ustar", at: 257, .archive), Signature("MSCF\0", .archive), Signature("QFI\u{FB}", .diskImage),
  ]
  private static let fonts = [
    Signature("OTTO\0", .font), Signature([0, 1, 0, 0, 0], .font), Signature("wOFF", .font), Signature("wOF2", .font),
  ]
  private static let programs = [
    Signature([0xFE, 0xED, 0xFA, 0xCE], .program), Signature([0xFE, 0xED, 0xFA, 0xCF], .program),
    Signature([0xCE, 0xFA, 0xED, 0xFE], .program), Signature([0xCF, 0xFA, 0xED, 0xFE], .program),
    Signature([0xCA, 0xFE, 0xBA, 0xBE], .program),
  ]

  /// Kinds that open with a size or a general mark, and say behind it what they are.
  private static func container(_ head: [UInt8]) -> ForeignKind? {
    func has(_ text: String, at place: Int) -> Bool { head.dropFirst(place).starts(with: text.utf8) }
    if has("RIFF", at: 0) {
      return has("WEBP", at: 8) ? .picture : has("WAVE", at: 8) ? .sound : has("AVI ", at: 8) ? .video : nil
    }
    if has("ftyp", at: 4) {
      let isPicture = ["heic", "heix", "mif1", "avif", "avis"].contains { has($0, at: 8) }
      return isPicture ? .picture : has("M4A", at: 8) ? .sound : .video
    }
    if has("BZh", at: 0), head.count > 10, head[4...].starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) {
      return .archive
    }
    // A PDF may have something before it.
    return head.first.map { $0 == 0x25 || $0 >= 0x80 } == true && head.has("%PDF-1.") ? .pdf : nil
  }

  /// Those whose two letters could open a text as well.
  private static func executable(_ head: [UInt8]) -> ForeignKind? {
    guard head.prefix(64).contains(0) else { return nil }
    if head.starts(with: "MZ".utf8) { return .program }
    return head.starts(with: "BM".utf8) && head.count > 14 && head[6...9].allSatisfy { $0 == 0 } ? .picture : nil
  }
}
