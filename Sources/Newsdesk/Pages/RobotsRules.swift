public import Briefing

/// What a site lets programs fetch by themselves, as its `robots.txt` says (RFC 9309).
///
/// The rules of the group that names us count, or else those for all (`*`). Of several rules that match, the longest counts; of
/// two as long, the one that allows. What a user asks for by key is not asked about here.
public struct RobotsRules: Hashable, Sendable {
  /// By which a group names us.
  static let product = "courant"
  /// What stands behind so many bytes is not read.
  static let mostBytes = 500 << 10

  private var rules: [Rule] = []
  private var isClosed = false

  /// Everything may be fetched, as where a site has no such file.
  public static let open = RobotsRules()
  /// Nothing may, as where a site cannot be asked.
  public static let closed: RobotsRules = {
    var rules = RobotsRules()
    rules.isClosed = true
    return rules
  }()

  private init() {}

  /// What follows from asking for the file: its rules; nothing is forbidden where there is none, and everything where the server
  /// fails (2.3.1).
  public init(_ answer: Result<HTTPAnswer, HTTPFailure>) {
    guard case .success(let answer) = answer, !(500...599).contains(answer.status), answer.status != 429 else {
      self = .closed
      return
    }
    self = answer.isSuccess ? RobotsRules(answer.body) : .open
  }

  /// Reads the file. Linear in its length.
  public init(_ bytes: [UInt8]) {
    var bytes = bytes.prefix(Self.mostBytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var groups = Groups()
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) { groups.take(line) }
    rules = groups.hasOurs ? groups.ours : groups.everyones
  }

  /// Whether a page may be fetched. Its fragment does not count.
  public func allow(_ address: WebAddress) -> Bool {
    guard !isClosed else { return false }
    let rest = Array(address.rest.utf8.prefix { $0 != UInt8(ascii: "#") }.prefix(8192))
    let path = Array(PercentEncoding.normal(rest[...]).utf8)
    if path.elementsEqual("/robots.txt".utf8) { return true }
    let best = rules.lazy.filter { $0.matches(path) }.max {
      ($0.length, $0.isAllowed ? 1 : 0) < ($1.length, $1.isAllowed ? 1 : 0)
    }
    return best?.isAllowed ?? true
  }
}

/// The groups of a file, as its lines come.
private struct Groups {
  private(set) var ours: [Rule] = []
  private(set) var everyones: [Rule] = []
  private(set) var hasOurs = false
  private var isOurs = false
  private var isEveryones = false
  /// Whether the last line named one: then the next name belongs to the same group.
  private var isNaming = false

  mutating func take(_ line: ArraySlice<UInt8>) {
    let line = line.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let value = Self.trimmed(line[(colon + 1)...])
    switch String(decoding: Self.trimmed(line[..<colon]), as: UTF8.self).lowercased() {
    case "user-agent": name(value)
    case "allow": add(value, isAllowed: true)
    case "disallow": add(value, isAllowed: false)
    default: break
    }
  }

  private mutating func name(_ value: ArraySlice<UInt8>) {
    if !isNaming { (isOurs, isEveryones) = (false, false) }
    isNaming = true
    if value.elementsEqual("*".utf8) { isEveryones = true }
    let token = value.prefix {
      $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    if String(decoding: token, as: UTF8.self).lowercased() == RobotsRules.product { (isOurs, hasOurs) = (true, true) }
  }

  private mutating func add(_ pattern: ArraySlice<UInt8>, isAllowed: Bool) {
    isNaming = false
    guard isOurs || isEveryones, !pattern.isEmpty else { return }
    let rule = Rule(pattern, isAllowed: isAllowed)
    if isOurs { ours.append(rule) }
    if isEveryones { everyones.append(rule) }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isText: (UInt8) -> Bool = { $0 != 0x20 && $0 != 0x09 }
    guard let first = bytes.firstIndex(where: isText), let last = bytes.lastIndex(where: isText) else { return [] }
    return bytes[first...last]
  }
}

/// A pattern for paths, in which `*` stands for anything and `$` at its end for the end.
private struct Rule: Hashable, Sendable {
  let isAllowed: Bool
  /// How much it says, by which rules are weighed.
  let length: Int
  private let pieces: [[UInt8]]
  private let isWhole: Bool

  init(_ pattern: ArraySlice<UInt8>, isAllowed: Bool) {
    self.isAllowed = isAllowed
    length = pattern.count
    isWhole = pattern.last == UInt8(ascii: "$")
    pieces = (isWhole ? pattern.dropLast() : pattern)
      .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map { Array(PercentEncoding.normal($0).utf8) }
  }

  /// The first piece opens the path, and each other one is taken where it comes first. Linear in the path and the pattern.
  func matches(_ path: [UInt8]) -> Bool {
    guard path.starts(with: pieces[0]) else { return false }
    var at = pieces[0].count
    for (index, piece) in pieces.enumerated().dropFirst() {
      if isWhole, index == pieces.count - 1 {
        return path.count - piece.count >= at && path.suffix(piece.count).elementsEqual(piece)
      }
      guard let end = Self.end(of: piece, in: path[at...]) else { return false }
      at = end
    }
    return !isWhole || at == path.count
  }

  /// Where the first place of a piece ends, without looking at any byte twice (Knuth, Morris and Pratt).
  private static func end(of piece: [UInt8], in path: ArraySlice<UInt8>) -> Int? {
    guard !piece.isEmpty else { return path.startIndex }
    var borders = [0]
    for byte in piece.dropFirst() {
      var border = borders[borders.count - 1]
      while border > 0, piece[border] != byte { border = borders[border - 1] }
      borders.append(piece[border] == byte ? border + 1 : 0)
    }
    var matched = 0
    for (index, byte) in path.indices.lazy.map({ ($0, path[$0]) }) {
      while matched > 0, piece[matched] != byte { matched = borders[matched - 1] }
      if piece[matched] == byte { matched += 1 }
      if matched == piece.count { return index + 1 }
    }
    return nil
  }
}
