import CSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which descriptors a started program gets.
struct FileActions {
  #if os(Linux)
    var value = posix_spawn_file_actions_t()
  #else
    var value: posix_spawn_file_actions_t?
  #endif

  init() {
    posix_spawn_file_actions_init(&value)
  }

  mutating func set(_ streams: ChildProcess.Streams) {
    switch streams {
    case .terminal(let descriptor): posix_spawn_file_actions_adddup2(&value, descriptor, 0)
    case .detached:
      posix_spawn_file_actions_addopen(&value, 0, "/dev/null", O_RDONLY, 0)
      silence()
    case .reading(let descriptor):
      posix_spawn_file_actions_adddup2(&value, descriptor, 0)
      silence()
    case .writing(let descriptor):
      posix_spawn_file_actions_addopen(&value, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&value, descriptor, 1)
      posix_spawn_file_actions_addopen(&value, 2, "/dev/null", O_WRONLY, 0)
    }
    #if os(Linux)
      posix_spawn_file_actions_addclosefrom_np(&value, 3)
    #endif
  }

  private mutating func silence() {
    posix_spawn_file_actions_addopen(&value, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&value, 1, 2)
  }

  mutating func destroy() {
    posix_spawn_file_actions_destroy(&value)
  }
}

/// With which signals a program starts: none blocked, none handled, none ignored.
struct SpawnAttributes {
  #if os(Linux)
    var value = posix_spawnattr_t()
  #else
    var value: posix_spawnattr_t?
  #endif

  init(isDetached: Bool) {
    posix_spawnattr_init(&value)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&value, &signals)
    sigfillset(&signals)
    sigdelset(&signals, SIGKILL)
    sigdelset(&signals, SIGSTOP)
    posix_spawnattr_setsigdefault(&value, &signals)
    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    if isDetached { flags |= Int32(courant_spawn_setsid()) }
    #if !os(Linux)
      flags |= Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #endif
    posix_spawnattr_setflags(&value, Int16(flags))
  }

  mutating func destroy() {
    posix_spawnattr_destroy(&value)
  }
}
