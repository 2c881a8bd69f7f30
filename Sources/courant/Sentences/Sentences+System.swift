import ArgumentParser

/// What the system does not let this process have.
extension Descriptors.Shortage: UserFacingError {
  var sentence: String {
    "this process may open \(left.counted("file", "files")) more, and needs \(Descriptors.needed); "
      + "raise the limit (ulimit -n) and try again"
  }

  var code: ExitCode { .tryAgain }
}

extension Worker.Missing: UserFacingError {
  var sentence: String {
    "the system has no thread for the reader (its memory, or ulimit -u, is used up); end other programs and try again"
  }

  var code: ExitCode { .tryAgain }
}
