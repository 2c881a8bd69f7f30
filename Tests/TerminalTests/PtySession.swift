#if os(Linux)
  import CNcurses
  import Glibc

  /// A program on a terminal of which the test is the other end: it sees every byte, and may stop listening.
  final class PtySession {
    let process: pid_t
    private(set) var output: [UInt8] = []
    private var ours: Int32
    /// TIOCSPTLCK and TIOCGPTN, which Swift does not import.
    private static let unlock: UInt = 0x4004_5431
    private static let tellNumber: UInt = 0x8004_5430
    private var status: Int32?

    /// Starts a program with an environment of its own on a terminal of this size; 0 by 0 is an unknown one.
    init?(
      _ words: [String], columns: UInt16 = 80, rows: UInt16 = 24, term: String? = "xterm-256color",
      environment: [String: String] = [:]
    ) {
      ours = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var number: UInt32 = 0
      var lock: Int32 = 0
      guard ours >= 0, ioctl(ours, Self.unlock, &lock) == 0, ioctl(ours, Self.tellNumber, &number) == 0 else {
        return nil
      }
      _ = fcntl(ours, F_SETFD, FD_CLOEXEC)
      _ = fcntl(ours, F_SETFL, O_NONBLOCK)
      var variables = ["LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin"]
      variables["TERM"] = term
      variables.merge(environment) { $1 }
      guard let process = Self.start(words, terminal: "/dev/pts/\(number)", variables) else { return nil }
      self.process = process
      resize(columns: columns, rows: rows)
    }

    deinit {
      if status == nil { kill(process, SIGKILL) }
      hangUp()
      _ = waitForEnd(seconds: 5)
    }

    /// The first terminal that a session's leader opens becomes its own, which the shell between sees to.
    private static func start(_ words: [String], terminal: String, _ variables: [String: String]) -> pid_t? {
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      var signals = sigset_t()
      sigemptyset(&signals)
      posix_spawnattr_setsigmask(&attributes, &signals)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | courant_spawn_setsid())
      let line = ["sh", "-c", "sleep 0.05; exec \"$@\" <\(terminal) >\(terminal) 2>&1", "sh"] + words
      var arguments = line.map { strdup($0) } + [nil]
      defer { for argument in arguments { free(argument) } }
      var environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
      defer { for variable in environment { free(variable) } }
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_addclosefrom_np(&actions, 3)
      var process: pid_t = 0
      guard posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, &environment) == 0 else { return nil }
      return process
    }

    // MARK: The other end

    func resize(columns: UInt16, rows: UInt16) {
      var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      _ = ioctl(ours, UInt(TIOCSWINSZ), &size)
    }

    func type(_ text: String) {
      let bytes = Array(text.utf8)
      _ = bytes.withUnsafeBytes { write(ours, $0.baseAddress, $0.count) }
    }

    /// Lets go of the terminal.
    func hangUp() {
      if ours >= 0 { close(ours) }
      ours = -1
    }

    /// Takes in what was written, for as long as a condition does not hold; false when that lasts too long.
    @discardableResult
    func listen(seconds: Double = 10, until condition: (PtySession) -> Bool) -> Bool {
      let end = ContinuousClock.now + .seconds(seconds)
      while !condition(self) {
        guard ContinuousClock.now < end else { return false }
        var entry = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, 20) > 0 else { continue }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(ours, &buffer, buffer.count)
        if count > 0 { output += buffer[..<count] } else { usleep(1000) }
      }
      return true
    }

    /// Waits until a text was written.
    @discardableResult
    func listen(for text: String) -> Bool {
      listen { $0.wrote(text) }
    }

    func wrote(_ text: String) -> Bool {
      let wanted = Array(text.utf8)
      guard output.count >= wanted.count else { return false }
      return (0...output.count - wanted.count).contains { output[$0...].starts(with: wanted) }
    }

    func forgetOutput() {
      output = []
    }

    /// The exit status, or 128 and the signal; nil if the program runs on.
    func waitForEnd(seconds: Double = 5, isListening: Bool = true) -> Int32? {
      let end = ContinuousClock.now + .seconds(seconds)
      while status == nil, ContinuousClock.now < end {
        var raw: Int32 = 0
        if waitpid(process, &raw, WNOHANG) == process {
          status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + raw & 0x7F
        } else if ours >= 0, isListening {
          listen(seconds: 0.01) { _ in false }
        } else {
          usleep(5000)
        }
      }
      return status
    }

    /// How often the process was put to sleep and woken so far.
    var wakings: Int {
      let status = readText("/proc/\(process)/status").split(separator: "\n")
      let line = status.first { $0.hasPrefix("voluntary_ctxt_switches") }
      return line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? -1
    }
  }
#endif
