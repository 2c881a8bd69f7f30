import ArgumentParser
import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension ExportError: UserFacingError {
  var sentence: String {
    switch self {
    case .noFolder(let path, ENOTDIR), .noFolder(let path, EEXIST):
      "\(Input.file(path).name) is in the way: stories are exported into a folder; name another one"
    case .noFolder(let path, ENOENT):
      "the folder \(Input.file(path).name) cannot be made, because the one above it is not there; make that first"
    case .noFolder(let path, let code):
      "the folder \(Input.file(path).name) cannot be used (\(systemWords(code))); name one that you can write to"
    case .isThere(let path):
      "\(Input.file(path).name) is there and says something else, so it was left as it is; --force replaces it"
    case .isFolder(let path):
      "\(Input.file(path).name) is a folder, which is not replaced; move it, or export into another one"
    case .notCreated(let path, let code):
      "\(Input.file(path).name) cannot be created (\(systemWords(code))); name a folder that you can write to"
    case .notWritten(let path, let code):
      "\(Input.file(path).name) cannot be written (\(systemWords(code))); what was exported before it is whole"
    }
  }

  var code: ExitCode {
    switch self {
    case .noFolder, .isThere, .isFolder, .notCreated: .cannotCreate
    case .notWritten: .inputOutput
    }
  }
}

extension JSONFlaw {
  /// Why a file is no story, and what to do about it.
  func sentence(about name: String) -> String {
    switch self {
    case .broken: "\(name) is not whole JSON, or nested too deep for a story; export the story again"
    case .noHeadline: "\(name) is JSON, but no story: it has no headline"
    case .strange(let key): "\(name) is JSON, but no story: its \(quoted(key)) is not what a story has there"
    case .tooLarge: "\(name) is larger than any story in JSON (\(StoryJSONReader.limit >> 20) MiB, a million values)"
    }
  }
}
