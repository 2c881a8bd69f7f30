/// The lexicon as it is stored: lines of a readable table, and the string that the program reads in place.
struct PackedLexicon {
  /// A word, `begin-` or `-ending`, its weights in tenths of a log-odds in the order of `Role`, and its casing.
  struct Entry {
    var name: String
    var key: UInt32
    var tenths: [Int]
    var casing: WordCasing

    var line: String {
      "\(name)\t\(tenths.map(String.init).joined(separator: " "))\t\(casing)"
    }

    init(name: String, key: UInt32, tenths: [Int], casing: WordCasing) {
      (self.name, self.key, self.tenths, self.casing) = (name, key, tenths, casing)
    }

    /// Reads a line; nothing for a remark.
    init?(_ line: Substring) {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, !line.hasPrefix("# ") else { return nil }
      name = String(fields[0])
      key = Array(name.utf8).withUnsafeBufferPointer(Lexicon.key)
      tenths = fields[1].split(separator: " ").compactMap { Int($0) }
      casing = WordCasing.allCases.first { "\($0)" == fields[2] } ?? .unknown
    }
  }

  private let entries: [Entry]

  init(_ entries: [Entry]) {
    var seen = Set<UInt32>()
    self.entries = entries.filter { seen.insert($0.key).inserted }.sorted { $0.key < $1.key }
  }

  /// The table, sorted by name.
  var table: String {
    let order = Role.allCases.map { "\($0)" }.joined(separator: " ")
    return
      "# Made by `train-boundary learn`: a word, `begin-` or `-ending`; tenths of a log-odds: \(order); its casing.\n"
      + entries.map(\.line).sorted().joined(separator: "\n") + "\n"
  }

  /// The bytes that `Lexicon` reads.
  var packed: [UInt8] {
    var bytes: [UInt8] = []
    var next = 0
    for bucket in 0...Lexicon.buckets {
      while next < entries.count, Int(entries[next].key >> 20) < bucket { next += 1 }
      bytes += digits(next, count: 3)
    }
    for entry in entries {
      let name = Lexicon.name(of: entry.key).littleEndian
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: name >> ($0 * 8)) }
      bytes += entry.tenths.map { UInt8($0 + 45) + Lexicon.zero }
      bytes.append(entry.casing.rawValue + Lexicon.zero)
    }
    return bytes
  }

  private func digits(_ number: Int, count: Int) -> [UInt8] {
    var rest = number
    var digits: [UInt8] = []
    for _ in 0..<count {
      digits.insert(UInt8(rest % Int(Lexicon.base)) + Lexicon.zero, at: 0)
      rest /= Int(Lexicon.base)
    }
    return digits
  }

  /// The lexicon, whose bytes stay until the process ends.
  var lexicon: Lexicon {
    let bytes = packed + [0, 0, 0, 0]
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    memory.initialize(from: bytes, count: bytes.count)
    return Lexicon(memory: memory)
  }
}
