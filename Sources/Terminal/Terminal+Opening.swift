import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that was left to itself with an address.
struct OpenedProgram {
  var program: String
  var address: String
  /// What else could be started instead of it.
  var others: [Browser.Command]
  var start = ContinuousClock.now

  /// How long its end speaks of the address; a browser that ends later was simply closed.
  static let patience = Duration.seconds(30)
}

extension Terminal {
  /// Opens an address in the user's browser. One that draws on the terminal gets it until it ends; another is left to
  /// itself, and where it fails soon, an event tells. The first of several that can be started is taken.
  public func open(_ address: String) -> Browser.Opening {
    do throws(Browser.Rejection) {
      return start(try Browser.commands(for: address, environment: variable), with: address)
    } catch {
      return .refused(error.reason)
    }
  }

  /// The environment, in which the browser that the user chose stands for the one that is there.
  private func variable(_ name: String) -> String? {
    name == "BROWSER" ? settings.browser ?? Environment[name] : Environment[name]
  }

  private func start(_ commands: [Browser.Command], with address: String) -> Browser.Opening {
    var opening = Browser.Opening.noBrowser
    for (index, command) in commands.enumerated() {
      let program = command.words[0]
      if !command.takesTerminal {
        guard let child = ChildProcess.start(command.words, .detached) else { continue }
        ChildProcess.leave(child)
        opened[child] = OpenedProgram(
          program: program, address: address, others: Array(commands[(index + 1)...]))
        return .opened(program: program)
      }
      guard ProgramPlace.find(program, in: Environment["PATH"]) != nil else { continue }
      guard let end = lend(to: command.words) else { continue }
      guard end.isFailure else { return .opened(program: program) }
      opening = .failed(ProgramFailure(program: program, address: address, end: end))
      guard end.isNotStarted else { return opening }
    }
    return opening
  }

  /// Takes in that programs ended which were left to themselves.
  func takeEnds(_ ends: [pid_t: ProgramEnd]) {
    for (child, end) in ends {
      guard let program = opened.removeValue(forKey: child), end.isFailure else { continue }
      guard ContinuousClock.now - program.start < OpenedProgram.patience else { continue }
      take(ProgramFailure(program: program.program, address: program.address, end: end), others: program.others)
    }
  }

  private func take(_ failure: ProgramFailure, others: [Browser.Command]) {
    switch failure.end.isNotStarted ? start(others, with: failure.address) : .noBrowser {
    case .failed(let other): inbox.append(.programFailed(other))
    case .noBrowser: inbox.append(.programFailed(failure))
    case .opened, .refused: break
    }
  }
}
