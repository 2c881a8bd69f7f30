#if os(Linux)
  import CSystem
  import Foundation
  import Glibc

  /// A program on a terminal of which the test is the other end: it sees every byte, and may stop listening.
  final class PtySession {
    let process: pid_t
    private(set) var output: [UInt8] = []
    /// The terminal's modes before the program began.
    let modesBefore: [UInt32]
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
      modesBefore = Self.modes(of: ours)
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
      send(Array(text.utf8))
    }

    /// Sends bytes as a terminal would, listening meanwhile; false when the program does not take them in time.
    @discardableResult
    func send(_ bytes: [UInt8], seconds: Double = 20) -> Bool {
      let end = ContinuousClock.now + .seconds(seconds)
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(ours, $0.baseAddress, min($0.count, 4096)) }
        if count > 0 { rest = rest.dropFirst(count) } else { listen(seconds: 0.002) { _ in false } }
        guard ContinuousClock.now < end else { return false }
      }
      return true
    }

    /// The terminal's modes: flags, speeds apart, and then its control characters.
    var modes: [UInt32] { Self.modes(of: ours) }

    private static func modes(of terminal: Int32) -> [UInt32] {
      var modes = termios()
      tcgetattr(terminal, &modes)
      let keys = withUnsafeBytes(of: &modes.c_cc) { $0.map(UInt32.init) }
      return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + keys
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
        if !takeOutput() { usleep(1000) }
      }
      return true
    }

    /// Takes in what is there, at most so much; false if nothing is.
    private func takeOutput(atMost limit: Int = 65536) -> Bool {
      var buffer = [UInt8](repeating: 0, count: limit)
      let count = read(ours, &buffer, buffer.count)
      if count > 0 { output += buffer[..<count] }
      return count > 0
    }

    /// Takes in what was written no faster than a slow line would.
    func listenSlowly(bytesPerSecond: Int, seconds: Double) {
      let end = ContinuousClock.now + .seconds(seconds)
      while ContinuousClock.now < end {
        _ = takeOutput(atMost: bytesPerSecond / 50)
        usleep(20_000)
      }
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
          if isListening { while ours >= 0, takeOutput() {} }
        } else if ours >= 0, isListening {
          listen(seconds: 0.01) { _ in false }
        } else {
          usleep(5000)
        }
      }
      return status
    }

    /// How many pages of memory the process has in use.
    var residentPages: Int {
      readText("/proc/\(process)/statm").split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }

    /// How many descriptors the process has open.
    var descriptors: Int {
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count) ?? -1
    }

    /// How long a process has run on a processor, in hundredths of a second.
    static func processorTime(of process: pid_t) -> Int {
      let fields = readText("/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ") ?? []
      return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : -1
    }

    /// How often the process was put to sleep and woken so far.
    var wakings: Int {
      let status = readText("/proc/\(process)/status").split(separator: "\n")
      let line = status.first { $0.hasPrefix("voluntary_ctxt_switches") }
      return line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? -1
    }
  }
#endif
