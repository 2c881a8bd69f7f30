import ArgumentParser
import Briefing
import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a command does not do what it was asked for. What cannot be read is an `InputError`; what goes wrong in the catalog,
/// the terminal or the system is told by those.
enum CommandError: Error, Hashable, Sendable {
  /// No catalog on disk, and no `--in`.
  case noCatalog
  /// Neither a story of the catalog that was given, nor a file.
  case unknownStory(String)
  /// No file, and no catalog in which it could name a story.
  case unknownName(String)
  /// No story of the catalog; files were not asked for.
  case noSuchStory(String)
  /// A story stands where its tags should.
  case tagsBehindStory(StoryID)
  /// Several stories' ids begin so: the first of them, and whether there are more.
  case severalStories(String, [StoryID], more: Bool)
  /// The story has as many tags as one can have.
  case noRoomForTag(StoryID)
  /// The story is there, in another number of versions.
  case noVersion(StoryID, versions: Int)

  /// No feed that is followed is called so.
  case noSuchFeed(String)
  /// Several are: the first of them, and whether there are more.
  case severalFeeds(String, [String], more: Bool)

  /// The feed is followed by the server of the account.
  case feedOfAccount(String)

  /// Neither `HOME` nor `XDG_DATA_HOME` says where the catalog is.
  case noHome
  /// The home folder that `HOME` names is not there.
  case missingHome(String)
  /// A variable's value is not UTF-8.
  case notUTF8(variable: String)
  /// The folder of the catalog cannot be made: the system's `errno`.
  case noFolder(String, Int32)
  case unreachable(String, Int32)
  /// Something that is no folder stands where one has to be.
  case notFolder(String)
  /// A link stands in the place of the catalog.
  case catalogIsLink(String)
  /// A folder, a pipe or the like does.
  case catalogIsNoFile(String)

  /// The folder that is exported into cannot be made or opened: the system's `errno`.
  case noExportFolder(Path, Int32)
  /// A file of this name, which says something else, is there.
  case exportIsThere(Path)
  /// A folder of this name is there.
  case exportIsFolder(Path)
  /// Nothing can be put into the folder.
  case exportNotCreated(Path, Int32)
  /// It could not be written to the end, as on a full disk.
  case exportNotWritten(Path, Int32)

  /// Neither a command nor a page of the manual.
  case noHelp(String)
  /// A terminal is to be given back, and there is none.
  case noTerminalToReset

  /// Whoever read standard output has read enough, as `head` does. No one needs to be told.
  case outputClosed
  /// The system refused to write it: its `errno`.
  case outputRefused(Int32)
}

extension CommandError {
  /// Whether it is in the way of one story's export only.
  var concernsOneExport: Bool {
    switch self {
    case .exportIsThere, .exportIsFolder: true
    default: false
    }
  }
}

extension CommandError: UserFacingError {
  var sentence: String {
    switch self {
    case .noCatalog:
      "there is no catalog yet; courant add PATH makes one, and courant PATH (or --in PATH) reads without it"
    case .unknownStory(let name):
      "there is neither a story nor a file \(quoted(name)); courant list (or list --in PATH) shows the ids of all stories"
    case .unknownName(let name):
      "there is no file \(quoted(name)), and no catalog yet; to show a story by its id, courant add PATH, or --in PATH"
    case .noSuchStory(let name):
      "no story has the id \(quoted(name)); courant list shows the ids of all stories"
    case .tagsBehindStory(let id): "\(id) is a story; the tags come first: courant tag add NAMES \(id)"
    case .severalStories(let name, let ids, let hasMore):
      "several ids begin with \(quoted(name)): \(ids.map(\.text).joined(separator: ", "))\(hasMore ? " and more" : ""); type more of the one you mean"
    case .noRoomForTag(let id):
      "story \(id) has \(Tag.most.grouped) tags, the most that one can have; courant tag remove NAME \(id) makes room"
    case .noVersion(let id, let versions):
      versions == 1 ? "story \(id) has only one version" : "story \(id) has only \(versions) versions, counted from 1"
    case .noSuchFeed(let name):
      "no feed is called \(quoted(name)); courant feeds shows those that you follow"
    case .severalFeeds(let name, let names, let hasMore):
      "several feeds are meant by \(quoted(name)): \(names.map(quoted).joined(separator: ", "))\(hasMore ? " and more" : ""); type more of the one you mean"
    case .feedOfAccount(let name):
      "\(quoted(name)) is followed by the server of your account; unfollow it there, and the next courant sync does so here"
    case .noHome:
      "HOME is not set, so there is no place for the catalog; set it, or XDG_DATA_HOME to a folder of yours"
    case .missingHome(let home):
      "the home folder \(quoted(home)) (from HOME) does not exist; set HOME right, or XDG_DATA_HOME to a folder of yours"
    case .notUTF8(let variable):
      "\(variable) is not UTF-8, and so no name that the catalog can be opened by; set XDG_DATA_HOME to another folder"
    case .noFolder(let folder, let code):
      "the folder \(quoted(folder)) cannot be made (\(systemWords(code))); set XDG_DATA_HOME to a folder that you can write to"
    case .unreachable(let path, let code):
      "\(quoted(path)) cannot be reached (\(systemWords(code))); check the permissions of the folders above it"
    case .notFolder(let path):
      "\(quoted(path)) is in the way of the catalog's folder; move it, or set XDG_DATA_HOME to another folder"
    case .catalogIsLink(let path):
      "\(quoted(path)) is a link, which is not followed; put the catalog itself there, or link its whole folder"
    case .catalogIsNoFile(let path):
      "\(quoted(path)) is not a file, so no catalog can be there; move it away"
    case .noExportFolder(let path, ENOTDIR), .noExportFolder(let path, EEXIST):
      "\(Input.file(path).name) is in the way: stories are exported into a folder; name another one"
    case .noExportFolder(let path, ENOENT):
      "the folder \(Input.file(path).name) cannot be made, because the one above it is not there; make that first"
    case .noExportFolder(let path, let code):
      "the folder \(Input.file(path).name) cannot be used (\(systemWords(code))); name one that you can write to"
    case .exportIsThere(let path):
      "\(Input.file(path).name) is there and says something else, so it was left as it is; --force replaces it"
    case .exportIsFolder(let path):
      "\(Input.file(path).name) is a folder, which is not replaced; move it, or export into another one"
    case .exportNotCreated(let path, let code):
      "\(Input.file(path).name) cannot be created (\(systemWords(code))); name a folder that you can write to"
    case .exportNotWritten(let path, let code):
      "\(Input.file(path).name) cannot be written (\(systemWords(code))); what was exported before it is whole"
    case .noHelp(let name): "there is no command and no topic \(quoted(name)); courant help names the commands"
    case .noTerminalToReset:
      "there is no terminal here to give back; run courant --reset-terminal in the one that a reader left behind"
    case .outputClosed: "nobody reads standard output any more"
    case .outputRefused(let code):
      "standard output cannot be written (\(systemWords(code))); what was printed is not complete"
    }
  }

  var code: ExitCode {
    switch self {
    case .noCatalog, .unknownStory, .unknownName, .noSuchStory, .severalStories, .noVersion, .unreachable, .noSuchFeed,
      .severalFeeds:
      .noInput
    case .noRoomForTag, .noTerminalToReset, .feedOfAccount: .unavailable
    case .tagsBehindStory, .noHelp: .validationFailure
    case .noHome, .missingHome, .notUTF8: .configuration
    case .noFolder, .notFolder, .catalogIsLink, .catalogIsNoFile: .cannotCreate
    case .noExportFolder, .exportIsThere, .exportIsFolder, .exportNotCreated: .cannotCreate
    case .exportNotWritten, .outputRefused: .inputOutput
    case .outputClosed: .success
    }
  }
}
