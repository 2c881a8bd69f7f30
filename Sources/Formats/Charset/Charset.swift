/// An encoding of text.
enum Charset: Hashable, Sendable {
  case utf8, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian
  /// One byte a letter, by the name that the Encoding Standard gives it.
  case singleByte(String)
  /// One that only the system decodes, by its name there.
  case foreign(String)

  /// The encoding that a header, a declaration or a `<meta>` names (Encoding Standard, 4.2); nil for no known name.
  init?(named label: String) {
    let label = String(label.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }).lowercased()
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "utf-16", "utf-16le", "ucs-2", "unicode", "iso-10646-ucs-2": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "utf-32", "utf-32le": self = .utf32LittleEndian
    case "utf-32be": self = .utf32BigEndian
    default:
      if let name = Self.singleByteName(label) {
        self = .singleByte(name)
      } else if let name = Self.foreignNames[label] {
        self = .foreign(name)
      } else {
        return nil
      }
    }
  }

  /// The encoding that a type of HTTP names, as in `text/html; charset=utf-8`.
  init?(type: String) {
    let field = MailField(Array(type.utf8)) { _, _ in nil }
    guard let label = field["charset"], let charset = Charset(named: label) else { return nil }
    self = charset
  }

  private static func singleByteName(_ label: String) -> String? {
    if SingleByteTable.all[label] != nil { return label }
    if let name = aliases[label] { return name }
    for (prefix, replacement) in prefixes where label.hasPrefix(prefix) {
      let name = replacement + label.dropFirst(prefix.count)
      return SingleByteTable.all[name] != nil ? name : aliases[name]
    }
    return nil
  }

  private static let prefixes = [
    ("cp-", "windows-"), ("x-cp", "windows-"), ("cp", "windows-"), ("win-", "windows-"), ("iso8859-", "iso-8859-"),
    ("iso_8859-", "iso-8859-"), ("iso8859", "iso-8859-"), ("iso-ir-", "iso-ir-"),
  ]
  private static let aliases = [
    "ascii": "windows-1252", "us-ascii": "windows-1252", "ansi_x3.4-1968": "windows-1252", "latin1": "windows-1252",
    "iso-8859-1": "windows-1252", "l1": "windows-1252", "windows-819": "windows-1252", "iso-ir-100": "windows-1252",
    "ansi": "windows-1252", "latin2": "iso-8859-2", "l2": "iso-8859-2", "latin5": "windows-1254", "l5": "windows-1254",
    "iso-8859-9": "windows-1254", "iso-8859-11": "windows-874", "tis-620": "windows-874", "latin9": "iso-8859-15",
    "iso-8859-8-i": "iso-8859-8", "cyrillic": "iso-8859-5", "arabic": "iso-8859-6", "greek": "iso-8859-7",
    "hebrew": "iso-8859-8", "koi8": "koi8-r", "koi": "koi8-r", "koi8-ru": "koi8-u", "windows-866": "ibm866",
    "mac": "macintosh", "x-mac-roman": "macintosh", "x-mac-ukrainian": "x-mac-cyrillic",
    "windows-1252n": "windows-1252",
  ]
  /// Encodings of several bytes a letter.
  private static let foreignNames = [
    "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932", "windows-31j": "CP932",
    "ms_kanji": "CP932", "cp932": "CP932", "euc-jp": "EUC-JP", "x-euc-jp": "EUC-JP", "iso-2022-jp": "ISO-2022-JP",
    "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030", "x-gbk": "GB18030", "cp936": "GB18030",
    "gb_2312-80": "GB18030", "chinese": "GB18030", "hz-gb-2312": "HZ", "big5": "BIG5-HKSCS", "big5-hkscs": "BIG5-HKSCS",
    "cn-big5": "BIG5-HKSCS", "x-x-big5": "BIG5-HKSCS", "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "cp949": "CP949",
    "korean": "CP949", "windows-949": "CP949", "iso-2022-kr": "ISO-2022-KR", "euc-tw": "EUC-TW", "utf-7": "UTF-7",
    "cp037": "IBM037", "ibm037": "IBM037", "csibm037": "IBM037", "ebcdic-cp-us": "IBM037",
  ]
}

/// What decodes an encoding that is not known here: given its name and the bytes, it gives UTF-8; nil where it cannot.
public typealias ForeignDecoder = @Sendable (_ name: String, _ bytes: [UInt8]) -> [UInt8]?

extension Charset {
  /// The encoding that a byte-order mark says, and how long that is.
  static func mark(of bytes: some Collection<UInt8>) -> (charset: Charset, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    return bytes.starts(with: [0xFE, 0xFF]) ? (.utf16BigEndian, 2) : nil
  }

  /// The encoding of markup without a mark, by how its first `<` is written.
  static func shape(of bytes: some Collection<UInt8>) -> Charset? {
    if bytes.starts(with: [0x3C, 0, 0, 0]) { return .utf32LittleEndian }
    if bytes.starts(with: [0, 0, 0, 0x3C]) { return .utf32BigEndian }
    if bytes.starts(with: [0x3C, 0]) { return .utf16LittleEndian }
    if bytes.starts(with: [0, 0x3C]) { return .utf16BigEndian }
    // EBCDIC: <?xm
    return bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) ? .foreign("IBM037") : nil
  }

  /// The bytes in UTF-8, what is no letter in this encoding as U+FFFD or as it stands; nil where the system is needed and does
  /// not know the encoding. Linear.
  func decode(_ bytes: some Collection<UInt8>, _ foreign: ForeignDecoder) -> [UInt8]? {
    switch self {
    case .utf8: return Array(bytes)
    case .utf16LittleEndian: return Self.decode16(Array(bytes)) { UInt16($0) | UInt16($1) << 8 }
    case .utf16BigEndian: return Self.decode16(Array(bytes)) { UInt16($1) | UInt16($0) << 8 }
    case .utf32LittleEndian: return Self.decode32(Array(bytes)) { Array($0.reversed()) }
    case .utf32BigEndian: return Self.decode32(Array(bytes)) { Array($0) }
    case .singleByte(let name): return SingleByteTable(named: name)?.decode(bytes)
    case .foreign(let name): return foreign(name, Array(bytes))
    }
  }

  private static func decode16(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func decode32(_ bytes: [UInt8], _ inOrder: (ArraySlice<UInt8>) -> [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for start in stride(from: 0, to: bytes.count - 3, by: 4) {
      let value = inOrder(bytes[start..<start + 4]).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
  }
}
