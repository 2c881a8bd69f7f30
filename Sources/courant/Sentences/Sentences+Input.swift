import ArgumentParser
import Briefing
import Catalog
import Formats
import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension InputError: UserFacingError {
  var sentence: String {
    let name = input.name(ofStory: story)
    return switch reason {
    case .unreadable(let error): sentence(about: name, error)
    case .noStories:
      "\(name) holds no story; stories are files ending in .txt, .text, .md, .markdown, .json or .jsonl (README aside)"
    case .noStory(.empty) where input == .standardInput:
      "standard input is empty; pipe a story into Courant, or name a file"
    case .noStory(let error): error.sentence(about: name)
    }
  }

  private func sentence(about name: String, _ error: SystemError) -> String {
    switch error {
    case _ where error.isMissing: "there is no file or folder \(name); check the name, or give - to read standard input"
    case .special(let kind): "\(name) is \(kind.words), not a file; to read what it gives, use: courant - < FILE"
    case .tooLarge: "\(name) is larger than \(StoryInput.limit >> 20) MiB, which no story is; split it and try again"
    case .changing: "\(name) kept changing while it was read; try again when it is written"
    case _ where input == .standardInput:
      "standard input cannot be read (\(error.words)); pipe a story into Courant, or name a file"
    default: "\(name) cannot be read (\(error.words)); \(error.remedy)"
    }
  }

  var code: ExitCode {
    switch reason {
    case .noStories: .noInput
    case .noStory, .unreadable(.tooLarge): .badData
    case .unreadable(.changing): .tryAgain
    case .unreadable(.refused(EIO)): .inputOutput
    case .unreadable: .noInput
    }
  }
}

extension IncomingStory {
  /// What is to be told of a story that was read, but not every letter or not every tag of it.
  var cautions: [String] {
    let name = name ?? Input.standardInput.name
    var cautions: [String] = []
    if reading.setAside.contains(where: { $0.reason == .malformed }) {
      cautions.append(
        "\(name) is not all UTF-8, and what is not stands as �; if it is in another encoding, iconv converts it")
    }
    if let count = marks?.tags.count, count > Tag.most {
      cautions.append(
        "\(name) has \(count.grouped) tags, and a story at most \(Tag.most.grouped): the first \(Tag.most.grouped) are kept"
      )
    }
    return cautions
  }
}

extension FileKind {
  var words: String {
    switch self {
    case .file: "a file"
    case .folder: "a folder"
    case .pipe: "a pipe"
    case .socket: "a socket"
    case .device: "a device"
    case .link: "a link"
    }
  }
}

extension SystemError {
  /// What to do about a file that was refused.
  fileprivate var remedy: String {
    switch self {
    case .refused(EACCES), .refused(EPERM): "check its permissions"
    case .refused(ENAMETOOLONG): "check the name, or give - to read standard input"
    case .refused(ELOOP): "name the file itself, not a link"
    default: "copy it elsewhere and try the copy"
    }
  }
}

extension FormatError {
  /// Why a file is no story, and what to do about it.
  func sentence(about name: String) -> String {
    switch self {
    case .empty: "\(name) is empty (0 bytes); save the story into it again"
    case .blank: "\(name) holds nothing but blank space; save the story into it again"
    case .notText:
      "\(name) is not text that can be read; save it as plain text in UTF-8 (for other encodings, iconv converts)"
    case .broken: "\(name) is not whole JSON, or nested too deep for a story; export the story again"
    case .noHeadline: "\(name) is JSON, but no story: it has no headline"
    case .strange(let key): "\(name) is JSON, but no story: its \(quoted(key)) is not what a story has there"
    case .tooLarge:
      "\(name) is larger than any story in JSON (\(StoryFile.largestJSON >> 20) MiB, a million values)"
    }
  }
}

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
