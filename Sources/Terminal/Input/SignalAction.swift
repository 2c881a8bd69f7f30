#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a signal does, in words that are the same on every system.
enum SignalAction {
  case ignore, defaultAction
  case call(@convention(c) (Int32) -> Void, flags: Int32 = SA_RESTART)

  /// Sets what a signal does and returns what it did before.
  @discardableResult
  static func set(_ signal: Int32, to action: SignalAction) -> sigaction {
    var new = sigaction()
    switch action {
    case .ignore: new.setHandler(SIG_IGN)
    case .defaultAction: new.setHandler(SIG_DFL)
    case .call(let handler, let flags):
      new.setHandler(handler)
      new.sa_flags = flags
    }
    var old = sigaction()
    sigaction(signal, &new, &old)
    return old
  }

  /// Whether nothing was said of what a signal does; false where there is no such signal.
  static func isDefault(_ signal: Int32) -> Bool {
    var action = sigaction()
    return sigaction(signal, nil, &action) == 0 && action.hasNoHandler
  }

  static func restore(_ signal: Int32, _ action: sigaction) {
    var action = action
    sigaction(signal, &action, nil)
  }
}

extension sigaction {
  fileprivate var hasNoHandler: Bool {
    #if os(Linux)
      let handler = __sigaction_handler.sa_handler
    #else
      let handler = __sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_DFL, to: Int.self)
  }

  fileprivate mutating func setHandler(_ handler: (@convention(c) (Int32) -> Void)?) {
    #if os(Linux)
      __sigaction_handler.sa_handler = handler
    #else
      __sigaction_u.__sa_handler = handler
    #endif
  }
}
