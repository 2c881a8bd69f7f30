import Briefing
import Formats

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How fast pages are taken apart, and files of any kind read.
enum Speed {
  /// Megabytes and stories a second of the processor's own time, of files with any number of stories: the best of twenty
  /// rounds, and the one in the middle.
  static func stories(_ lines: [CaseLine]) -> JSON {
    let files = lines.compactMap { $0.text("file").flatMap(FormatCases.bytes(ofFile:)) }
    let bytes = files.reduce(0) { $0 + $1.count }
    var count = 0
    let times = (0..<20).map { _ in
      let start = clock()
      count = files.reduce(0) { $0 + storyCount($1) }
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }.sorted()
    let (best, middle) = (times[0], times[times.count / 2])
    func rates(_ amount: Double) -> JSON {
      .array([best, middle].map { .fraction((amount / $0 * 10).rounded() / 10) })
    }
    return .object([
      "bytes": .integer(bytes), "stories": .integer(count), "megabytes a second": rates(Double(bytes) / 1e6),
      "stories a second": rates(Double(count)),
    ])
  }

  private static func storyCount(_ file: [UInt8]) -> Int {
    guard let read = try? StoryFile(file) else { return 0 }
    return (0..<read.count).count { (try? read.story($0)) != nil }
  }

  /// Megabytes a second over all files of a list, each read three times.
  static func measure(_ lines: [CaseLine]) -> JSON {
    let files = lines.compactMap { $0.text("file").flatMap(FormatCases.bytes(ofFile:)) }
    let bytes = files.reduce(0) { $0 + $1.count }
    return .object([
      "bytes": .integer(bytes), "tokens": .fraction(rate(bytes, files, takeApart)),
      "pages": .fraction(rate(bytes, files) { Page.read($0, url: "https://page.example/").reading.story.blocks.count }),
    ])
  }

  /// The best of three.
  private static func rate(_ bytes: Int, _ files: [[UInt8]], _ body: ([UInt8]) -> Int) -> Double {
    var best = Duration.seconds(1000)
    for _ in 0..<3 {
      var sum = 0
      let time = ContinuousClock().measure { for file in files { sum &+= body(file) } }
      if sum >= 0 { best = min(best, time) }
    }
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    return (Double(bytes) / 1e6 / seconds * 10).rounded() / 10
  }

  /// How many tokens a page has.
  private static func takeApart(_ file: [UInt8]) -> Int {
    file.withUnsafeBufferPointer { bytes in
      var tokenizer = MarkupTokenizer(bytes)
      var count = 0
      while tokenizer.next() != .end { count += 1 }
      return count
    }
  }
}
