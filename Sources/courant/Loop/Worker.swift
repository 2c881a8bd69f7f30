import Terminal

import class Foundation.Thread

/// A thread that works beside the reader: if its stack runs out, the terminal is still given back.
enum Worker {
  static func start(_ work: @escaping @Sendable () -> Void) {
    Thread.detachNewThread { CrashStack.during(work) }
  }
}
