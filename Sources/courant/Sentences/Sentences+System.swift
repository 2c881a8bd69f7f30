import ArgumentParser
import System

/// What the system does not let this process have.
extension SystemError: UserFacingError {
  var sentence: String {
    switch self {
    case .fewDescriptors(let left, let needed):
      "this process may open \(left.counted("file", "files")) more, and needs \(needed); "
        + "raise the limit (ulimit -n) and try again"
    case .noThread:
      "the system has no thread for the reader (its memory, or ulimit -u, is used up); end other programs and try again"
    default: "the system refused (\(words)); try again"
    }
  }

  var code: ExitCode { .tryAgain }

  /// What it says, to be put into brackets.
  var words: String { systemWords(number) }
}
