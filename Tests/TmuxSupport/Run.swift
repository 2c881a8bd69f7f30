import CSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs a program to its end, without a shell.
///
/// It inherits no descriptor but its standard three: a server that it leaves behind, as tmux does, holds none of ours.
public enum Run {
  /// What a program wrote to standard output, and its exit status; -1 if a signal ended it.
  public struct Outcome {
    public var output: String
    public var status: Int32
  }

  /// The outcome of `words`, the first of which is looked up in PATH; nil where it cannot be started.
  public static func toEnd(_ words: [String]) -> Outcome? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let child = start(words, output: ends[1])
    close(ends[1])
    guard let child else { return nil }
    let output = readAll(from: ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return Outcome(output: output, status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1)
  }

  /// Whether a program of this name is in PATH.
  public static func exists(_ name: String) -> Bool {
    guard let path = getenv("PATH") else { return false }
    return String(cString: path).split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  private static func start(_ words: [String], output: Int32) -> pid_t? {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    #if os(Linux)
      posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    #endif
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var environment = environment.map { strdup($0) } + [nil]
    defer { for variable in environment { free(variable) } }
    var attributes = plainSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    var child: pid_t = 0
    guard let name = words.first, posix_spawnp(&child, name, &actions, &attributes, &arguments, &environment) == 0
    else {
      return nil
    }
    return child
  }

  /// The threads of a test run block signals, which a program that they start would inherit.
  private static func plainSignals() -> Attributes {
    var attributes = Attributes()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    return attributes
  }

  #if os(Linux)
    private typealias Attributes = posix_spawnattr_t
  #else
    private typealias Attributes = posix_spawnattr_t?
  #endif

  /// Ours, in a Unicode locale, without settings of the user's, and outside of any tmux that the tests themselves run in.
  private static var environment: [String] {
    var names: [String] = []
    var at = environ
    while let entry = at.pointee {
      names.append(String(cString: entry))
      at += 1
    }
    let replaced = [
      "LC_ALL=", "TMUX=", "TMUX_PANE=", "NO_COLOR=", "BROWSER=", "COLORFGBG=", "XDG_CONFIG_HOME=", "SWIFT_BACKTRACE=",
    ]
    names.removeAll { name in replaced.contains { name.hasPrefix($0) } }
    return names + ["LC_ALL=C.UTF-8", "XDG_CONFIG_HOME=/nonexistent", "SWIFT_BACKTRACE=enable=no"]
  }

  private static func readAll(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
