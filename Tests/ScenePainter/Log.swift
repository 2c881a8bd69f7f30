import Canvas
import System
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A list of the events that came, and keys for all the ways in which a program can end or step aside.
///
/// `Q` quits, `Z` suspends, `R` redraws, `T` traps, `A` aborts, `O` overflows the stack, `P` that of another thread, `E`
/// ends with an error, `Y` copies a few words, `1` one letter, `7` and `8` as much as can be copied and one more, `B` opens
/// a page, `S` is busy for a second and a half, `L` for much longer, `W` has another thread wake the loop.
struct Log {
  private var rows: [String] = []

  mutating func show(on terminal: Terminal) {
    while true {
      if !terminal.hasPendingInput { terminal.paint(picture(size: terminal.size)) }
      guard let event = terminal.nextEvent() else { continue }
      rows.append("\(event)")
      switch event {
      case .key(.scalar(let letter)): if !act(on: letter, terminal) { return }
      case .terminate(let signal), .interrupted(let signal): return leave(terminal, status: 128 + signal)
      case .hungUp: return leave(terminal, status: 3)
      default: break
      }
    }
  }

  private func picture(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.write("log \(size.columns)x\(size.rows)", column: 0, row: 0, style: Style(.accent))
    for (row, text) in rows.suffix(max(0, size.rows - 1)).enumerated() {
      canvas.writeCut(text, column: 0, row: row + 1)
    }
    canvas.cursor = Point(column: 0, row: 0)
    return canvas
  }

  /// Carries out a key; false ends the log.
  private mutating func act(on letter: Unicode.Scalar, _ terminal: Terminal) -> Bool {
    switch letter {
    case "Q": return false
    case "Z": terminal.suspend()
    case "R": terminal.redraw()
    case "T": trap(at: rows.count)
    case "A": abort()
    case "O": print(deep(rows.count))
    case "E": leave(terminal, status: 74)
    case "Y": rows.append("\(terminal.copy("copied text"))")
    case "B": rows.append("\(terminal.open("https://example.org/a%20b?c=d"))")
    case "S": beBusy(for: .milliseconds(1500))
    case "L": beBusy(for: .seconds(20))
    case "P": overflowElsewhere()
    case "1": rows.append("\(terminal.copy("x"))")
    case "7": rows.append("\(terminal.copy(String(repeating: "x", count: Terminal.longestCopy)))")
    case "8": rows.append("\(terminal.copy(String(repeating: "x", count: Terminal.longestCopy + 1)))")
    case "W": wakeFromAfar(terminal.waker)
    default: break
    }
    return true
  }

  private func leave(_ terminal: Terminal, status: Int32) {
    terminal.close()
    exit(status)
  }

  private func trap(at index: Int) {
    let empty: [Int] = []
    print(empty[index])
  }

  /// Signals interrupt a sleep, but not this.
  private func beBusy(for time: Duration) {
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end { usleep(10_000) }
  }

  private func overflowElsewhere() {
    var thread = pthread_t()
    pthread_create(&thread, nil, overflowInThread, nil)
    pthread_join(thread, nil)
  }

  private func wakeFromAfar(_ waker: Waker) {
    let box = Unmanaged.passRetained(Box(waker))
    var thread = pthread_t()
    pthread_create(&thread, nil, wakeInThread, box.toOpaque())
    pthread_detach(thread)
  }
}

private final class Box: Sendable {
  let waker: Waker

  init(_ waker: Waker) {
    self.waker = waker
  }
}

private nonisolated func wakeInThread(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let pointer else { return nil }
  Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().waker.wake()
  return nil
}

private nonisolated func deep(_ depth: Int) -> Int {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { bytes in
    bytes[depth & 4095] = 1
    return depth == .max ? 0 : deep(depth + 1) + Int(bytes[depth & 4095])
  }
}

private nonisolated func overflowInThread(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  SignalStack.during { print(deep(pointer == nil ? 0 : 1)) }
  return nil
}
