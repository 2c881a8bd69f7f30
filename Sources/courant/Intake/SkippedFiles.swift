import Formats
import Synchronization
import System

/// The files of folders that were passed over because they are no stories; hidden ones are none of them.
struct SkippedFiles: Hashable, Sendable {
  /// Why a file is none.
  enum Reason: Hashable, Sendable {
    case readme
    /// The ending, in lower case, or nothing for a name without one.
    case ending(String)
    /// JSON of some other kind.
    case noHeadline
  }

  /// How many names are kept.
  let mostNamed: Int
  private(set) var counts: [Reason: Int] = [:]
  private(set) var named: [Path] = []

  init(naming mostNamed: Int = 3) {
    self.mostNamed = mostNamed
  }

  var count: Int { counts.values.reduce(0, +) }

  /// `path` is worked out only where it is kept.
  mutating func note(_ reason: Reason, _ path: () -> Path) {
    counts[reason, default: 0] += 1
    if named.count < mostNamed { named.append(path()) }
  }

  mutating func add(_ other: SkippedFiles) {
    counts.merge(other.counts, uniquingKeysWith: +)
    named += other.named.prefix(max(0, mostNamed - named.count))
  }
}

extension SkippedFiles.Reason {
  /// Why a file of this name is no story.
  init(name: some Collection<UInt8>) {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 ? String(parts.last ?? "") : ""
    let isPlain =
      ending.utf8.count <= 8
      && ending.unicodeScalars.allSatisfy {
        $0.isASCII && $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    self = parts.first == "readme" && parts.count <= 2 ? .readme : .ending(isPlain ? ending : "")
  }

  fileprivate var words: String {
    switch self {
    case .readme: "README"
    case .ending(""): "without an ending"
    case .ending(let ending): ".\(ending)"
    case .noHeadline: "JSON of another kind"
    }
  }
}

extension SkippedFiles {
  /// What was passed over and why, in one sentence; nil where nothing was.
  var sentence: String? {
    guard count > 0 else { return nil }
    let kinds = counts.map { (words: $0.key.words, count: $0.value) }.sorted {
      ($1.count, $0.words) < ($0.count, $1.words)
    }
    let shown = kinds.prefix(Self.mostKinds).map { "\($0.count.grouped) \($0.words)" }
    let others = kinds.dropFirst(Self.mostKinds).reduce(0) { $0 + $1.count }
    let reasons = (shown + (others > 0 ? ["\(others.grouped) others"] : [])).joined(separator: ", ")
    let names = named.map { Input.file($0).name }.joined(separator: ", ")
    let more = count - named.count
    let rest = more > 0 ? " and \(more.grouped) more; --verbose names all" : ""
    return
      "skipped \(count.counted("file that is no story", "files that are no stories")): \(reasons) (\(names)\(rest))"
  }

  private static let mostKinds = 5
}

/// What is counted while threads read: how many stories were found beside the first of each input, and what was none.
final class Tally: Sendable {
  let further = Counter()
  private let files: Mutex<SkippedFiles>
  private let texts = Mutex(SeveralStories())

  init(naming mostNamed: Int) {
    files = Mutex(SkippedFiles(naming: mostNamed))
  }

  var skipped: SkippedFiles { files.withLock(\.self) }

  func skip(_ reason: SkippedFiles.Reason, _ path: @autoclosure () -> Path) {
    files.withLock { $0.note(reason, path) }
  }

  /// Texts that hold several stories.
  var several: SeveralStories { texts.withLock(\.self) }

  func note(storiesInOneText count: Int) {
    texts.withLock { $0.note(count) }
  }

  func add(_ skipped: SkippedFiles) { files.withLock { $0.add(skipped) } }
}
