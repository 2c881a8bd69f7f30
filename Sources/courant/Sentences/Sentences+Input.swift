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
    case .noFeeds: "\(name) lists no feeds; courant import reads OPML, and newsboat’s urls"
    case .noStories:
      """
      \(name) holds no story; stories are files ending in .txt, .md, .json, .jsonl, .eml, .mbox, .html, .mhtml, .xml, .rss or \
      .atom (README aside)
      """
    case .noStory(.empty) where input.isText, .noStory(.blank) where input.isText: "\(name) holds nothing to read"
    case .noStory(.empty) where input == .standardInput:
      "standard input is empty; pipe a story into Courant, or name a file"
    case .noStory(let error): error.sentence(about: name)
    }
  }

  /// The same in the reader, where nothing can be given in another way.
  var sentenceInReader: String {
    guard case .unreadable(let error) = reason, error.isMissing else { return sentence }
    return "there is no file or folder \(input.name(ofStory: story))"
  }

  private func sentence(about name: String, _ error: SystemError) -> String {
    switch error {
    case _ where error.isMissing: "there is no file or folder \(name); \(adviceOnMissing)"
    case .special(let kind): "\(name) is \(kind.words), not a file; to read what it gives, use: courant - < FILE"
    case .tooLarge: "\(name) is larger than \(StoryInput.limit >> 20) MiB, which no story is; split it and try again"
    case .changing: "\(name) kept changing while it was read; try again when it is written"
    case _ where input == .standardInput:
      "standard input cannot be read (\(error.words)); pipe a story into Courant, or name a file"
    default: "\(name) cannot be read (\(error.words)); \(error.remedy)"
    }
  }

  /// A word that is nearly a command was most likely meant to be one.
  private var adviceOnMissing: String {
    if case .file(let path) = input,
      let command = NearestWord.of(String(decoding: path.bytes, as: UTF8.self), among: Courant.commandNames)
    {
      return "did you mean courant \(command)?"
    }
    return "check the name, or give - to read standard input"
  }

  var code: ExitCode {
    switch reason {
    case .noStories: .noInput
    case .noFeeds: .badData
    case .noStory, .unreadable(.tooLarge): .badData
    case .unreadable(.changing): .tryAgain
    case .unreadable(.refused(EIO)): .inputOutput
    case .unreadable: .noInput
    }
  }
}

extension Input {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
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
