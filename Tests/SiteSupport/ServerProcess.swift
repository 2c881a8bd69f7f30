import CSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server that a test talks to.
public enum ServerProcess {
  /// Starts a program, and gives the first line that it prints; nil where it cannot be started.
  ///
  /// What it reads from is never closed here: the system does so, however this process ends.
  public static func start(_ words: [String]) -> String? {
    var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&input) == 0, pipe(&output) == 0 else { return nil }
    for end in input + output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input[0], 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    #if os(Linux)
      posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    #endif
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var pid: pid_t = 0
    guard posix_spawnp(&pid, words[0], &actions, nil, &arguments, environ) == 0 else { return nil }
    close(input[0])
    close(output[1])
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(output[0], &byte, 1) == 1, byte != 0x0A { line.append(byte) }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}
