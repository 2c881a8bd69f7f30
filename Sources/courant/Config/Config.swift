import Reader
import System
import Terminal

/// The user's settings as the file has them, and what is wrong with it. Whatever it holds, there are settings.
struct Config: Hashable {
  var settings = Settings()
  var problems: [ConfigProblem] = []
  /// Whether there is a file at all.
  var isThere = false

  /// More than this no settings are; every command and every role take a tenth of it.
  static let limit = 64 << 10

  /// The user's file now. Never waits: what is no plain file is not opened.
  static var current: Config {
    ConfigPlace().map { Config(at: $0.path) } ?? Config()
  }

  init(at path: Path) {
    self.init()
    let name = String(decoding: path.bytes, as: UTF8.self)
    do throws(SystemError) {
      self = Config(text: try FileReader.ofText(limit: Self.limit).read(path).bytes)
    } catch {
      if !error.isMissing { problems = [error == .tooLarge ? .tooLarge(path: name) : .unreadable(path: name, error)] }
    }
    isThere = isThere || !problems.isEmpty
  }

  init(text bytes: [UInt8]) {
    self.init()
    isThere = true
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      problems = [.notText(line: Self.lineWithoutText(in: bytes))]
      return
    }
    do throws(TOMLDocument.Flaw) {
      let reader = ConfigReader(try TOMLDocument.entries(of: text))
      (settings, problems) = (reader.settings, reader.problems)
    } catch {
      problems = [.noTOML(error)]
    }
  }

  private init() {}

  private static func lineWithoutText(in bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = lines.firstIndex { $0.contains(0) || String(validating: $0, as: UTF8.self) == nil }
    return (index ?? 0) + 1
  }
}

/// What the user chose, and where nothing was chosen, how Courant comes.
struct Settings: Hashable {
  var reader = ReaderSettings()
  var terminal = TerminalSettings()
  var preset: KeyPreset?
  var network = NetworkSettings()
  var account = AccountSettings()
}

/// Where the user's settings lie: `$XDG_CONFIG_HOME/courant/config.toml`, or else `~/.config/courant/config.toml`.
///
/// The XDG Base Directory Specification says that a relative or empty `XDG_CONFIG_HOME` is to be ignored.
struct ConfigPlace {
  let path: Path

  /// Nil where the environment names no place.
  init?() {
    self.init(environment: Environment.bytes)
  }

  /// Variables are bytes, as names of files are.
  init?(environment: (String) -> [UInt8]?) {
    if let given = environment("XDG_CONFIG_HOME"), given.first == UInt8(ascii: "/") {
      path = Path(bytes: given).appending(Array("courant/config.toml".utf8))
    } else if let home = environment("HOME"), !home.isEmpty {
      path = Path(bytes: home).appending(Array(".config/courant/config.toml".utf8))
    } else {
      return nil
    }
  }

  /// What messages call it.
  var name: String { displayable(String(decoding: path.bytes, as: UTF8.self)) }
}
