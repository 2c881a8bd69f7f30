import ArgumentParser
import Briefing
import Catalog
import System
import Terminal

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
    case .empty where input == .standardInput: "standard input is empty; pipe a story into Courant, or name a file"
    case .empty: "\(name) is empty (0 bytes); save the story into it again"
    case .blank: "\(name) holds nothing but blank space; save the story into it again"
    case .notText:
      "\(name) is not text that can be read; save it as plain text in UTF-8 (for other encodings, iconv converts)"
    case .noStory(let flaw): flaw.sentence(about: name)
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
    case .empty, .blank, .notText, .noStory, .unreadable(.tooLarge): .badData
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

extension OutputError: UserFacingError {
  var sentence: String {
    switch self {
    case .closed: "nobody reads standard output any more"
    case .refused(let code):
      "standard output cannot be written (\(systemWords(code))); what was printed is not complete"
    }
  }

  var code: ExitCode { self == .closed ? .success : .inputOutput }
}

extension TerminalError: UserFacingError {
  var sentence: String {
    switch self {
    case .unusable(""):
      "TERM does not say which terminal this is; try TERM=xterm, or: courant list --in PATH"
    case .unusable(let term):
      "the terminal \(quoted(term)) (from TERM) cannot show the reader; try TERM=xterm, or: courant list --in PATH"
    case .noTerminal: "there is no terminal to read keys from; to print instead, use: courant list --in PATH"
    }
  }

  var code: ExitCode { .unavailable }
}

/// What goes wrong with a request itself.
enum RequestError: UserFacingError {
  /// No catalog on disk, and no `--in`.
  case noCatalog
  /// Neither a story of the catalog that was given, nor a file.
  case unknownStory(String)
  /// No file, and no catalog in which it could name a story.
  case unknownName(String)
  /// No story of the catalog; files were not asked for.
  case noSuchStory(String)
  /// The story has as many tags as one can have.
  case noRoomForTag(StoryID)
  /// The story is there, in another number of versions.
  case noVersion(StoryID, versions: Int)

  var sentence: String {
    switch self {
    case .noCatalog:
      "there is no catalog yet; courant add PATH makes one, and courant PATH (or --in PATH) reads without it"
    case .unknownStory(let name):
      "there is neither a story nor a file \(quoted(name)); courant list (or list --in PATH) shows the ids of all stories"
    case .unknownName(let name):
      "there is no file \(quoted(name)), and no catalog yet; to show a story by its id, courant add PATH, or --in PATH"
    case .noSuchStory(let name):
      "no story has the id \(quoted(name)), or more than one begins so; courant list shows the ids of all stories"
    case .noRoomForTag(let id):
      "story \(id) has \(Tag.most.grouped) tags, the most that one can have; courant tag remove NAME \(id) makes room"
    case .noVersion(let id, let versions):
      versions == 1 ? "story \(id) has only one version" : "story \(id) has only \(versions) versions, counted from 1"
    }
  }

  var code: ExitCode {
    if case .noRoomForTag = self { .unavailable } else { .noInput }
  }
}

extension Input {
  /// What messages call it. Displayable, whatever bytes the file's name has.
  var name: String {
    switch self {
    case .file(let path): quoted(String(decoding: path.bytes, as: UTF8.self))
    case .standardInput: "standard input"
    }
  }
}

extension Input {
  /// The same for one of its stories, counted from 1; nil for the only one.
  func name(ofStory number: Int?) -> String {
    number.map { "story \($0) of \(name)" } ?? name
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

/// Text from outside, in the quotes that keep its ends visible.
func quoted(_ text: String) -> String {
  "“\(displayable(text))”"
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

/// The system's own words for an error number.
func systemWords(_ code: Int32) -> String {
  String(cString: strerror(code))
}
